package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.ID;
import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.TITLE;
import static dev.turnstone.processor.diff.Blog.author;
import static dev.turnstone.processor.diff.Blog.fk;
import static dev.turnstone.processor.diff.Blog.ref;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.bool;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.date;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.uuid;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.TableElement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked about what vanished, where, and with which answers: one line for each question and for each answer. */
class RenameQuestionsTest {

    private static final Column X = column("x", text());
    private static final Column Y = column("y", text());

    static Stream<Arguments> columns() {
        Column a = column("a", text());
        Column b = column("b", text());
        return Stream.of(
                asks(
                        "Django lacks 2: two dropped, one added: each is asked about once",
                        author(a, b),
                        author(X),
                        "RENAME-AMBIGUOUS app.author.x",
                        "x: @RenamedFrom(\"a\")",
                        "author: @Dropped(value = \"a\", reason = \"why it may go\")",
                        "RENAME-AMBIGUOUS app.author.x",
                        "x: @RenamedFrom(\"b\")",
                        "author: @Dropped(value = \"b\", reason = \"why it may go\")"),
                asks(
                        "Django lacks 2: two dropped, two added: a new one for each, the other as well",
                        author(a, b),
                        author(X, Y),
                        "RENAME-AMBIGUOUS app.author.x",
                        "x: @RenamedFrom(\"a\")",
                        "y: @RenamedFrom(\"a\")",
                        "author: @Dropped(value = \"a\", reason = \"why it may go\")",
                        "RENAME-AMBIGUOUS app.author.y",
                        "y: @RenamedFrom(\"b\")",
                        "x: @RenamedFrom(\"b\")",
                        "author: @Dropped(value = \"b\", reason = \"why it may go\")"),
                asks(
                        "the same type goes before a near name, and that before the same kind of type",
                        author(column("title", varchar(40))),
                        author(column("aaa", varchar(9)), column("titel", integer()), column("zzz", varchar(40))),
                        "RENAME-AMBIGUOUS app.author.zzz",
                        "zzz: @RenamedFrom(\"title\")",
                        "titel: @RenamedFrom(\"title\")",
                        "aaa: @RenamedFrom(\"title\")",
                        "author: @Dropped(value = \"title\", reason = \"why it may go\")"),
                asks(
                        "of the same type, what has the same reference or index goes first",
                        author(ref("boss"), fk("author", "boss", "author"), NAME, index("ix_author_name", "name")),
                        author(
                                ref("aaa"),
                                ref("chief"),
                                fk("author", "chief", "author"),
                                column("bbb", varchar(40)),
                                column("zzz", varchar(40)),
                                index("ix_author_zzz", "zzz")),
                        "RENAME-AMBIGUOUS app.author.chief",
                        "chief: @RenamedFrom(\"boss\")",
                        "aaa: @RenamedFrom(\"boss\")",
                        "author: @Dropped(value = \"boss\", reason = \"why it may go\")",
                        "RENAME-AMBIGUOUS app.author.zzz",
                        "zzz: @RenamedFrom(\"name\")",
                        "bbb: @RenamedFrom(\"name\")",
                        "author: @Dropped(value = \"name\", reason = \"why it may go\")"),
                asks(
                        "types that have nothing in common",
                        author(NAME, column("nr", integer())),
                        author(column("at", date()), column("done", bool()), column("key", uuid())),
                        "DROP-COLUMN app.author",
                        "field: @RenamedFrom(\"name\")",
                        "class: @Dropped(value = \"name\", reason = \"why it may go\")",
                        "DROP-COLUMN app.author",
                        "field: @RenamedFrom(\"nr\")",
                        "class: @Dropped(value = \"nr\", reason = \"why it may go\")"),
                asks(
                        "the same field with another column of another type",
                        author(NAME).field("author", "name", "by"),
                        author(column("by_id", bigint()), column("other", varchar(40)))
                                .field("author", "by_id", "by"),
                        "RENAME-AMBIGUOUS app.author.by",
                        "by_id: @RenamedFrom(\"name\")",
                        "other: @RenamedFrom(\"name\")",
                        "author: @Dropped(value = \"name\", reason = \"why it may go\")"),
                asks(
                        "a new column whose old one may go is new",
                        author(a, b),
                        author(X).droppedColumn("author", "a").droppedColumn("author", "b")),
                asks(
                        "an answer for one leaves the question about the other",
                        author(a, b),
                        author(X, Y).renamed("author", "x", "b"),
                        "RENAME-AMBIGUOUS app.author.y",
                        "y: @RenamedFrom(\"a\")",
                        "author: @Dropped(value = \"a\", reason = \"why it may go\")"));
    }

    static Stream<Arguments> paths() {
        TableElement[] key = {
            column("p", bigint()).notNull(), column("q", bigint()).notNull(), primaryKey("pk_area", "p", "q")
        };
        return Stream.of(
                asks(
                        "the columns of a reference to a composite key are one question, by the field's name",
                        author(ref("home_p"), ref("home_q"), area("home"))
                                .field("author", "home_p", "home")
                                .field("author", "home_q", "home")
                                .table("area", key),
                        author(ref("base_p"), ref("base_q"), area("base"))
                                .field("author", "base_p", "base")
                                .field("author", "base_q", "base")
                                .table("area", key),
                        "RENAME-AMBIGUOUS app.author.base",
                        "base: @RenamedFrom(\"home\")",
                        "author: @Dropped(value = {\"home_p\", \"home_q\"}, reason = \"why it may go\")"),
                asks(
                        "the columns of an embedded object are one question, at the field that embeds it",
                        author(column("home_city", text()), column("home_zip", integer()))
                                .field("author", "home_city", "home.city")
                                .field("author", "home_zip", "home.zip"),
                        author(column("base_city", text()), column("base_zip", integer()))
                                .field("author", "base_city", "base.city")
                                .field("author", "base_zip", "base.zip"),
                        "RENAME-AMBIGUOUS app.author",
                        "base: @RenamedFrom(\"home\")",
                        "author: @Dropped(value = {\"home_city\", \"home_zip\"}, reason = \"why it may go\")"),
                asks(
                        "a field of an embeddable, by the field's name there",
                        author(column("home_city", text())).field("author", "home_city", "home.city"),
                        author(column("home_town", text())).field("author", "home_town", "home.town"),
                        "RENAME-AMBIGUOUS app.author.home.town",
                        "home_town: @RenamedFrom(\"city\")",
                        "author: @Dropped(value = \"home_city\", reason = \"why it may go\")"),
                asks(
                        "a column that moves into an embeddable cannot be hinted",
                        author(column("city", text())),
                        author(column("home_city", text())).field("author", "home_city", "home.city"),
                        "DROP-COLUMN app.author",
                        "If it moved into home.city, rename it first: put the old field back with"
                                + " @Column(name = \"home_city\"), save, and then move the field",
                        "class: @Dropped(value = \"city\", reason = \"why it may go\")"));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                asks(
                        "Django lacks 4: two new tables of the shape",
                        author(NAME),
                        new Entities().table("poet", with("poet", NAME)).table("writer", with("writer", NAME)),
                        "RENAME-AMBIGUOUS app.poet",
                        "poet: @RenamedFrom(\"author\")",
                        "writer: @RenamedFrom(\"author\")",
                        "entity: @Dropped(tables = \"author\", reason = \"why it may go\")"),
                asks(
                        "two vanish and two come: more columns in common decide, then what refers to them",
                        new Entities()
                                .table("a", with("a", NAME))
                                .table("b", with("b", NAME, TITLE))
                                .table("post", with("post", ref("by"), fk("post", "by", "a"))),
                        new Entities()
                                .table("k", with("k", NAME, TITLE))
                                .table("m", with("m", NAME))
                                .table("z", with("z", NAME))
                                .table("post", with("post", ref("by"), fk("post", "by", "z"))),
                        "RENAME-AMBIGUOUS app.z",
                        "z: @RenamedFrom(\"a\")",
                        "m: @RenamedFrom(\"a\")",
                        "k: @RenamedFrom(\"a\")",
                        "entity: @Dropped(tables = \"a\", reason = \"why it may go\")",
                        "RENAME-AMBIGUOUS app.k",
                        "k: @RenamedFrom(\"b\")",
                        "m: @RenamedFrom(\"b\")",
                        "z: @RenamedFrom(\"b\")",
                        "entity: @Dropped(tables = \"b\", reason = \"why it may go\")"),
                asks(
                        "a near name is enough",
                        new Entities().table("customer", ID, primaryKey("pk_customer", "id"), NAME, TITLE, X),
                        new Entities().table("customers", column("nr", integer())),
                        "RENAME-AMBIGUOUS app.customers",
                        "customers: @RenamedFrom(\"customer\")",
                        "entity: @Dropped(tables = \"customer\", reason = \"why it may go\")"),
                asks(
                        "tables that have nothing in common",
                        author(NAME, TITLE, unique("uk_author_name", "name")),
                        new Entities().table("day", column("at", date())),
                        "DROP-TABLE app.day",
                        "class: @RenamedFrom(\"author\")",
                        "entity: @Dropped(tables = \"author\", reason = \"why it may go\")"));
    }

    private static TableElement area(String field) {
        return foreignKey("fk_author_" + field, List.of(field + "_p", field + "_q"), table("area"), List.of("p", "q"));
    }

    private static Arguments asks(String name, Entities before, Entities after, String... expected) {
        return arguments(name, before, after, List.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"columns", "paths", "tables"})
    void asksOnceAndOffersTheAnswers(String name, Entities before, Entities after, List<String> expected) {
        Baseline baseline = DiffCase.saved(Baseline.EMPTY, before);
        List<Finding> findings = SchemaDiffer.diff(baseline, after.declared()).findings();

        assertThat(findings.stream().flatMap(RenameQuestionsTest::lines)).containsExactlyElementsOf(expected);
        assertThat(SchemaDiffer.diff(baseline, after.reversed().declared()).findings())
                .isEqualTo(findings);
    }

    private static Stream<String> lines(Finding finding) {
        return Stream.concat(
                Stream.of(finding.tag().toString().replace("TS-", "") + " " + finding.place()),
                finding.fix()
                        .lines()
                        .takeWhile(line -> !line.startsWith("If its values are to go into"))
                        .map(line -> line.replaceFirst("If it is called (\\S+) now,[^:]*:", "$1:")
                                .replaceFirst("If.*(class|entity|field|author):", "$1:")));
    }
}
