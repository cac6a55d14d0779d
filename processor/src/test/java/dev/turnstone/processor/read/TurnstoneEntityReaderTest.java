package dev.turnstone.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstoneEntityReaderTest {

    private static final String BLOG = """
            @Entity(table = "authors") @Comment("People") class Author { @Id(generated = true) private long id; }
            @Entity
            @Index(columns = {"author", "title"}) @Index(columns = "title", name = "by_title")
            record Post(
                    @Id UUID id,
                    @Reference(onDelete = Action.CASCADE, name = "written_by") @Column(nullable = false) Author author,
                    @Column(unique = true) String title,
                    @Check("stars between 0 and 5") @Default("0") int stars,
                    @Default(sql = "current_timestamp") Instant at) {
                static final int MAX = 5;
            }
            """;

    @Test
    void readsClassesAndRecords() {
        assertBlog(Reading.of(BLOG));
    }

    @Test
    void readsClassFiles() {
        assertBlog(Reading.ofClassFiles(List.of("app.Author", "app.Post"), Map.of(), BLOG));
    }

    private static void assertBlog(Reading reading) {
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.columns("post"))
                .containsExactly(
                        "at timestamp_tz(6)",
                        "author_id bigint not null",
                        "id uuid not null",
                        "stars integer not null",
                        "title varchar(255)");
        assertThat(reading.table("post").constraints().stream()
                        .map(each -> each.name().replaceAll("_[0-9a-f]{8}$", "_#")))
                .containsExactly("ck_post_stars_#", "pk_post", "uq_post_title", "written_by");
        assertThat(reading.table("post").foreignKeys().toString())
                .contains(
                        "authors", "columns=[author_id]", "references=[id]", "onDelete=CASCADE", "onUpdate=NO_ACTION");
        assertThat(reading.table("post").indexes().toString())
                .contains("name=by_title, columns=[title]", "name=ix_post_author_id_title, columns=[author_id, title]");
        assertThat(reading.table("post").columns().toString())
                .contains("Sql[expression=current_timestamp]", "Literal[text=0]");
        assertThat(reading.table("authors").comment()).isEqualTo("People");
        assertThat(reading.table("authors").columns().toString()).contains("identity=true");
        assertThat(reading.entity("Post").referencedEntities()).containsExactly("app.Author");
        assertThat(reading.schema().derivedNames()).contains("uq_post_title").doesNotContain("written_by");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Entity abstract class A { @Id long id; } | class A | abstract",
                "@Entity interface A {} | interface A | neither a class nor a record",
                "@Entity enum A { X } | enum A | neither a class nor a record",
                "class O { @Entity class A { @Id long id; } } | class A | inner class",
                "@Entity class B { @Id long id; } @Entity class A extends B { } | class A | extends the entity B",
            })
    void refusesWhatCannotBeAnEntity(String source, String place, String reason) {
        Reading reading = Reading.of(source);

        assertThat(reading.findings().get(0).text()).contains(reason);
        assertThat(reading.reported()).singleElement().asString().startsWith("TS-UNSUPPORTED-ENTITY | " + place);
    }

    @Test
    void skipsWhatIsNoColumn() {
        Reading reading = Reading.of("""
                @Entity class A {
                    @Id long id; static String a; transient String b; @Transient Missing c; final String d = "";
                }
                """);

        assertThat(reading.columns("a")).containsExactly("d varchar(255)", "id bigint not null");
    }

    @Test
    void readsNestedEntitiesUnderTheirBinaryNames() {
        Reading reading = Reading.of(
                "class Blog { @Entity static class Post { @Id long id; Post parent; } @Entity record Tag(@Id int id) {} }");

        assertThat(reading.schema().mapping().tables())
                .extracting("entity")
                .containsExactly("app.Blog$Post", "app.Blog$Tag");
        assertThat(reading.table("post").foreignKeys()).hasSize(1);
    }

    @Test
    void fillsInTheGenericTypesOfMappedSuperclasses() {
        Reading reading = Reading.of("""
                @MappedSuperclass abstract class Base<K, V> { @Id K key; V value; V[] ignored() { return null; } }
                class Between<V> extends Base<UUID, V> { String notMapped; }
                @MappedSuperclass class Dated<V> extends Between<V> { @Index LocalDate day; }
                @Entity class A extends Dated<BigInteger> { @Embedded Range<LocalTime> open; }
                @Entity class B extends Dated<A> { }
                @Embeddable record Range<T>(T start, T end) {}
                """);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.columns("a"))
                .containsExactly(
                        "day date",
                        "key uuid not null",
                        "open_end time(6)",
                        "open_start time(6)",
                        "value decimal(38,0)");
        assertThat(reading.columns("b")).contains("value_key uuid");
        assertThat(reading.table("b").index("ix_b_day")).isPresent();
    }

    @Test
    void readsEmbeddables() {
        Reading reading = Reading.of("""
                @Embeddable record Money(long cents, @Default("EUR") @Column(length = 3) String currency) {}
                @Embeddable class Address { String street; @Embedded(prefix = "at_") Geo geo; @Reference Country country; }
                @Embeddable record Geo(double lat, double lon) {}
                @Embeddable record Number(int series, int no) {}
                @Entity record Country(@Id @Column(length = 2) String code) {}
                @Entity @Unique(columns = "home.geo")
                class Invoice { @Id @Embedded Number number; @Index Address home; @Embedded(prefix = "") Money total; }
                """);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.columns("invoice"))
                .containsExactly(
                        "cents bigint not null",
                        "currency varchar(3)",
                        "home_at_lat double not null",
                        "home_at_lon double not null",
                        "home_country_code varchar(2)",
                        "home_street varchar(255)",
                        "number_no integer not null",
                        "number_series integer not null");
        assertThat(reading.table("invoice").primaryKey().orElseThrow().columns())
                .containsExactly("number_no", "number_series");
        assertThat(reading.table("invoice").constraint("uq_invoice_home_at_lat_home_at_lon"))
                .isPresent();
        assertThat(reading.table("invoice").indexes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Embedded @Column(name = \"x\") E e; | @Column(name = \"x\") E e;",
                "@Embedded @Default(\"1\") E e; | @Default(\"1\") E e;",
                "@Reference(column = \"x\") @Column(name = \"y\") A other; | \"y\") A other;",
                "@Column(length = 5) A other; | 5) A other;",
                "@Id(generated = true) A other; | true) A other;",
                "Inner inner; | @Id long no;",
            })
    void refusesWhatDoesNotFitTheKindOfField(String field, String place) {
        Reading reading = Reading.of("""
                @Embeddable record E(int x) {}
                @Embeddable class Inner { @Id long no; }
                @Entity class A { @Id long id; %s }
                """.formatted(field));

        assertThat(reading.reported()).anyMatch(each -> each.startsWith("TS-INVALID-VALUE | " + place));
        assertThat(reading.reported().stream().filter(each -> each.startsWith("TS-INVALID")))
                .hasSize(1);
    }

    @Test
    void refusesAnEmbeddableThatContainsItself() {
        Reading reading = Reading.of("@Embeddable class E { @Embedded F f; } @Embeddable class F { E e; }"
                + " @Entity class A { @Id long id; E e; }");

        assertThat(reading.reported()).singleElement().asString().startsWith("TS-UNSUPPORTED-TYPE | e; }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Entity class A { @Id long id; Missing x; }",
                "@Entity class A { @Id long id; Missing[] x; }",
                "@Entity class A { @Id long id; @Column(type = \"a\") List<Missing> x; }",
                "@Entity class A extends Missing { @Id long id; }",
                "class B extends Missing {} @Entity class A extends B { @Id long id; }",
                "class B<T> {} @Entity class A extends B<Missing> { @Id long id; }",
                "@Entity class A { @Id long id; @Column(length = Missing.LENGTH) String x; }",
                "@Entity @Index(columns = Missing.NAME) class A { @Id long id; }",
                "@Entity class A { @Id long id; E e; } @Embeddable class E { Missing x; }",
            })
    void waitsForTypesThatDoNotExistYet(String source) {
        Reading reading = Reading.of(source);

        assertThat(reading.results.get("app.A").unresolved()).isTrue();
        assertThat(reading.results.get("app.A").entity()).isEmpty();
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void readsHintsWithTheirPlaces() {
        Reading reading = Reading.of("""
                @Entity @RenamedFrom("writer")
                @Dropped(value = {"nick", "age"}, tables = "old", reason = "unused")
                @Dropped("mail")
                class Author { @Id long id; @RenamedFrom("label") String name; @Embedded E e; }
                @Embeddable @Dropped("x") record E(int y) {}
                """, "@Package@dev.turnstone.annotations.Dropped(\"audit\") package app;");

        assertThat(reading.findings()).isEmpty();
        TableName author = TableName.of("author");
        assertThat(reading.schema().dropHints())
                .extracting(DropHint::table, DropHint::name, DropHint::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(author, "nick", "unused"),
                        org.assertj.core.groups.Tuple.tuple(author, "age", "unused"),
                        org.assertj.core.groups.Tuple.tuple(author, "mail", ""),
                        org.assertj.core.groups.Tuple.tuple(author, "e_x", ""),
                        org.assertj.core.groups.Tuple.tuple(null, "old", "unused"),
                        org.assertj.core.groups.Tuple.tuple(null, "audit", ""));
        assertThat(reading.schema().mapping().tables().get(0).renamedFrom()).isEqualTo("writer");
        assertThat(reading.schema()
                        .mapping()
                        .tables()
                        .get(0)
                        .column("name")
                        .orElseThrow()
                        .renamedFrom())
                .isEqualTo("label");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Index(columns = \"nam\") | \"nam\") class A",
                "@Index(columns = {\"id\", \"nam\"}) | \"nam\"}) class A",
                // javac has no place for the parts of a container that it wrote itself.
                "@Index(columns = \"nam\") @Index(columns = \"id\") | class A",
            })
    void findsTheNameThatIsWrong(String annotations, String place) {
        Reading reading = Reading.of("@Entity " + annotations + " class A { @Id long id; String name; }");

        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.text()).contains("no column or field 'nam'", "Did you mean 'name'?"));
        assertThat(reading.reported()).singleElement().asString().startsWith("TS-UNKNOWN-COLUMN | " + place);
    }

    @Test
    void keepsAnyTextAsItIs() {
        Reading reading = Reading.of("""
                @Entity(table = "order") @Comment("it's */ \\"quoted\\" \\\\u0041 \uD83D\uDE00")
                class A { @Id @Column(name = "va\\"l'ue \uD83D\uDE00") long id; @Default("a'b\\n") String user; }
                """);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.table("order").comment()).isEqualTo("it's */ \"quoted\" \\u0041 \uD83D\uDE00");
        assertThat(reading.columns("order")).contains("va\"l'ue \uD83D\uDE00 bigint not null");
        assertThat(reading.table("order")
                        .column("user")
                        .orElseThrow()
                        .defaultValue()
                        .toString())
                .contains("a'b\n");
    }
}
