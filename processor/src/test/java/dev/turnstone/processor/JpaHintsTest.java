package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turnstone's hints on JPA entities. */
class JpaHintsTest {

    private static final String HEAD = """
            import jakarta.persistence.Entity;
            import jakarta.persistence.Embeddable;
            import jakarta.persistence.Embedded;
            import jakarta.persistence.Id;
            """;

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void save() {
        project = new TestProject(folder);
        author("@Id long id; String name; @jakarta.persistence.Column(length = 40) String born;");
        assertThat(compile("-Aturnstone.save=initial").errors()).isEmpty();
    }

    private void author(String members) {
        entity("@Entity public class Author { " + members + " }");
    }

    private void entity(String source) {
        project.source("com.acme.Author", HEAD + source);
    }

    private Compiled compile(String... options) {
        String[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "-Aturnstone.naming=spring";
        all[options.length + 1] = "-Aturnstone.targets=h2";
        return project.compile(all);
    }

    private List<String> newest() {
        Compiled compiled = compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.noteTags()).startsWith("TS-UNSAVED");
        return compiled.newest();
    }

    @Test
    void renamedFromRenamesAColumn() {
        author("""
                @Id long id;
                @RenamedFrom("name") String fullName;
                @jakarta.persistence.Column(length = 40) String born;""");
        assertThat(newest()).containsExactly("rename column author.name to full_name");
    }

    @Test
    void renamedFromRenamesATable() {
        project.delete("com.acme.Author");
        project.source("com.acme.Writer", HEAD + """
                @Entity @RenamedFrom("author") public class Writer {
                    @Id long id; String name; @jakarta.persistence.Column(length = 40) String born;
                }""");
        assertThat(newest()).first().isEqualTo("rename table author to writer");
    }

    @Test
    void droppedDropsAColumn() {
        entity("""
                @Entity @Dropped(value = "born", reason = "never asked for") public class Author { @Id long id; String name; }""");
        assertThat(newest()).containsExactly("drop column author.born, with its values");
    }

    @Test
    void withoutTheHintNothingIsDropped() {
        author("@Id long id; String name;");
        assertThat(compile().errorTags()).containsExactly("TS-DROP-COLUMN");
    }

    @Test
    void fillAndConvertReachTheRows() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Migrator.builder(database).sets(compile().set()).build().apply();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO author (id, name, born) VALUES (1, 'Ada', 'in 1815')");
            author("""
                    @Id long id;
                    String name;
                    @Convert(using = "substring(born from 4)", back = "concat('in ', born)")
                    @Accept(value = "TS-TYPE-REWRITE", reason = "a small table")
                    Integer born;
                    @Fill("draft") @jakarta.persistence.Column(nullable = false, length = 10) String state;
                    @Fill(sql = "id + 1") int rank;""");
            Compiled compiled = compile("-Aturnstone.save=more");
            assertThat(compiled.errors()).isEmpty();
            Migrator.builder(database).sets(compiled.set()).build().apply();
            try (ResultSet row = statement.executeQuery("SELECT born, state, rank FROM author")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1815);
                assertThat(row.getString(2)).isEqualTo("draft");
                assertThat(row.getInt(3)).isEqualTo(2);
            }
            Migrator.builder(database).sets(compiled.set()).build().rollback();
            try (ResultSet row = statement.executeQuery("SELECT born FROM author")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("in 1815");
            }
        }
    }

    @Test
    void aHintOnTheFieldCountsWhereGettersArePersistent() {
        author("""
                long id; String name; String born; @Fill("0") int rank;
                @Id public long getId() { return id; }
                public String getName() { return name; }
                @jakarta.persistence.Column(length = 40) public String getBorn() { return born; }
                public int getRank() { return rank; }""");
        assertThat(newest()).containsExactly("add column author.rank integer not null, rows that exist get '0'");
    }

    @Test
    void hintsOnFieldsAndOnGettersCountWhereGettersArePersistent() {
        author("""
                long id;
                @RenamedFrom("name") String fullName;
                @Accept(value = "TS-TYPE-NARROW", reason = "none is longer") String born;
                int rank;
                Integer age;
                @Id public long getId() { return id; }
                public String getFullName() { return fullName; }
                @jakarta.persistence.Column(length = 20) public String getBorn() { return born; }
                @Fill("0") public int getRank() { return rank; }
                @Fill(sql = "id") @jakarta.persistence.Column(nullable = false) public Integer getAge() { return age; }""");
        assertThat(newest())
                .containsExactlyInAnyOrder(
                        "rename column author.name to full_name",
                        "change column author.born: type from varchar(40) to varchar(20)",
                        "add column author.age integer not null, rows that exist get id",
                        "add column author.rank integer not null, rows that exist get '0'");
    }

    @Test
    void hintsOnGettersCountWhereFieldsArePersistent() {
        author("""
                @Id long id;
                String fullName;
                @jakarta.persistence.Column(length = 20) String born;
                @RenamedFrom("name") public String getFullName() { return fullName; }
                @Accept(value = "TS-TYPE-NARROW", reason = "none is longer") public String getBorn() { return born; }""");
        assertThat(newest())
                .containsExactlyInAnyOrder(
                        "rename column author.name to full_name",
                        "change column author.born: type from varchar(40) to varchar(20)");
    }

    @Test
    void aHintOnAMethodThatIsNoGetterIsRefused() {
        author("""
                @Id long id; String name; String mail;
                @jakarta.persistence.Column(length = 40) String born;
                @RenamedFrom("name") public void setMail(String mail) { this.mail = mail; }
                @Fill("none") public String post() { return mail; }
                @Fill("other") public String getMail(java.util.Locale locale) { return mail; }
                @Convert(using = "born") public void getBorn() {}
                @Accept(value = "TS-TYPE-NARROW", reason = "x") public static String getName() { return ""; }""");
        Compiled compiled = compile();
        assertThat(compiled.errorTags())
                .containsExactly(
                        "TS-INVALID-VALUE",
                        "TS-INVALID-VALUE",
                        "TS-INVALID-VALUE",
                        "TS-INVALID-VALUE",
                        "TS-INVALID-VALUE");
        assertThat(compiled.errors())
                .extracting(Compiled.Message::line)
                .first()
                .asString()
                .startsWith("@RenamedFrom(\"name\") public void setMail");
        assertThat(compiled.errors())
                .allSatisfy(error -> assertThat(error.text()).contains("no getter"));
    }

    @Test
    void aHintOnOneSetterAloneIsRefused() {
        author("""
                @Id long id; String name; @jakarta.persistence.Column(length = 40) String born;
                @Fill("x") public void setName(String name) { this.name = name; }""");
        assertThat(compile().errorTags()).containsExactly("TS-INVALID-VALUE");
    }

    @Test
    void aHintOnAComponentOfAnEmbeddableRecordIsNoneOnAMethod() {
        author("""
                @Id long id; String name; @jakarta.persistence.Column(length = 40) String born;
                @Embedded Home home;""");
        project.source(
                "com.acme.Home",
                HEAD
                        + "@Embeddable public record Home(\n@jakarta.persistence.Column(nullable = false) @Fill(\"0\") int rank) {}");
        assertThat(compile().errors()).isEmpty();
    }

    @Test
    void contradictingHintsOnAFieldAndItsGetterAreRefused() {
        author("""
                @Id long id; @RenamedFrom("name") String fullName;
                @Convert(using = "born") @jakarta.persistence.Column(length = 40) String born;
                @Fill("1") int rank;
                @Fill("1") int place;
                @RenamedFrom("born") public String getFullName() { return fullName; }
                @Convert(using = "born", back = "name") public String getBorn() { return born; }
                @Fill("2") public int getRank() { return rank; }
                @Fill("1") public int getPlace() { return place; }""");
        Compiled compiled = compile();
        assertThat(compiled.errors())
                .extracting(Compiled.Message::line)
                .containsExactly(
                        "@RenamedFrom(\"born\") public String getFullName() { return fullName; }",
                        "@Convert(using = \"born\", back = \"name\") public String getBorn() { return born; }",
                        "@Fill(\"2\") public int getRank() { return rank; }");
        assertThat(compiled.errorTags()).containsExactly("TS-INVALID-VALUE", "TS-INVALID-VALUE", "TS-INVALID-VALUE");
        assertThat(compiled.errors().get(0).text()).contains("contradict", "RenamedFrom(\"name\")");
    }

    @Test
    void aHintOnAMethodOfATurnstoneEntityIsRefused() {
        project.source("com.acme.Note", """
                @Entity public class Note {
                    @Id long id;
                    String text;
                    @RenamedFrom("body") public String getText() { return text; }
                }""");
        assertThat(compile().errorTags()).containsExactly("TS-INVALID-VALUE");
    }

    @Test
    void aHintOnAComponentOfARecordIsNoneOnAMethod() {
        project.source("com.acme.Note", "@Entity public record Note(@Id long id) {}");
        assertThat(compile("-Aturnstone.save=note").errors()).isEmpty();
        project.source("com.acme.Note", "@Entity public record Note(@Id long id, @Fill(\"0\") int rank) {}");
        assertThat(compile().errors()).isEmpty();
    }

    @Test
    void aFillThatDoesNotFitIsRefusedAtItsValue() {
        author("""
                @Id long id;
                String name;
                @jakarta.persistence.Column(length = 40) String born;
                @Fill("many") int rank;
                @Fill("") String nothing;
                @Fill("x") @Embedded Home home;""");
        project.source("com.acme.Home", HEAD + "@Embeddable public class Home { String street; String town; }");
        Compiled compiled = compile();
        assertThat(compiled.errorTags()).containsExactly("TS-INVALID-VALUE", "TS-INVALID-VALUE");
        assertThat(compiled.errors())
                .extracting(Compiled.Message::line)
                .containsExactly("@Fill(\"many\") int rank;", "@Fill(\"x\") @Embedded Home home; }");
    }

    @Test
    void acceptSilencesWhatIsSaidOfTheAttribute() {
        String name = "@jakarta.persistence.Column(length = 20) String name;";
        String born = "@jakarta.persistence.Column(length = 40) String born;";
        author("@Id long id; " + name + born);
        assertThat(compile().errorTags()).containsExactly("TS-TYPE-NARROW");
        author("@Id long id; @Accept(value = \"TS-TYPE-NARROW\", reason = \"none is longer\") " + name + born);
        assertThat(newest()).hasSize(1);
    }

    @Test
    void anAcceptWithNothingToAcceptIsSaidToBeDone() {
        author("@Id long id; @Accept(value = \"TS-TYPE-NARROW\", reason = \"x\") String name;"
                + "@jakarta.persistence.Column(length = 40) String born;");
        assertThat(compile().noteTags()).containsExactly("TS-ACCEPT-DONE");
    }

    @Test
    void aDefaultIsAdvisedInHibernatesWords() {
        author("""
                @Id long id; String name; @jakarta.persistence.Column(length = 40) String born;
                int rank; @jakarta.persistence.Column(nullable = false) String state;""");
        assertThat(compile().errors())
                .extracting(Compiled.Message::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("@org.hibernate.annotations.ColumnDefault(\"0\")"),
                        text -> assertThat(text)
                                .contains("@org.hibernate.annotations.ColumnDefault(\"'...'\")")
                                .doesNotContain("@Default"));
    }

    @Test
    void aHintThatHadItsEffectIsNotedThoughNothingElseChanges() {
        author("""
                @Id long id; @RenamedFrom("name") String fullName;
                @jakarta.persistence.Column(length = 40) String born;""");
        assertThat(compile("-Aturnstone.save=rename").errors()).isEmpty();
        assertThat(compile().noteTags()).containsExactly("TS-HINT-DONE");
    }
}
