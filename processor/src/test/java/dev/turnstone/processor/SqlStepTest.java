package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL that a person writes, from an annotation into the history. */
class SqlStepTest {

    private static final String VIEW =
            "@SqlStep(name = \"names\", sql = @SqlStep.Text(up = \"CREATE VIEW v AS SELECT 1;\", down = \"DROP VIEW v\"))";
    private static final String AUTHOR = " @Entity class Author { @Id long id; }";

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = new TestProject(folder).source("com.acme.Author", AUTHOR);
        assertThat(project.compile("-Aturnstone.save=initial").errors()).isEmpty();
    }

    @Test
    void isFrozenUnderItsNameAndMayStay() {
        project.source("com.acme.Author", VIEW + AUTHOR);
        Compiled saved = project.compile("-Aturnstone.save");
        assertThat(saved.errors()).isEmpty();
        assertThat(saved.operations(1))
                .containsExactly(new RunSql(
                        "names",
                        List.of(new RunSql.Text("", List.of("CREATE VIEW v AS SELECT 1"), List.of("DROP VIEW v")))));
        assertThat(saved.set().entries().get(1).id()).isEqualTo("0002_names");
        assertThat(project.compile("-Aturnstone.check").diagnostics()).isEmpty();
        project.source("com.acme.Author", AUTHOR);
        assertThat(project.compile("-Aturnstone.check").diagnostics()).isEmpty();
    }

    @Test
    void anotherTextUnderAFrozenNameIsAnErrorThatOffersANewName() {
        project.source("com.acme.Author", VIEW + AUTHOR);
        project.compile("-Aturnstone.save");
        project.source("com.acme.Author", VIEW.replace("SELECT 1", "SELECT 2") + AUTHOR);
        Compiled changed = project.compile();
        assertThat(changed.errorTags()).containsExactly("TS-SQL-STEP-CHANGED");
        assertThat(changed.errors().get(0).line()).startsWith("@SqlStep(name = \"names\"");
        assertThat(changed.errors().get(0).text()).contains("0002_names", "name = \"names_2\"");
        project.source(
                "com.acme.Author", VIEW.replace("SELECT 1", "SELECT 2").replace("\"names\"", "\"names_2\"") + AUTHOR);
        assertThat(project.compile().newest()).hasSize(1);
    }

    @Test
    void standsOnPackagesAndSeveralTimes() {
        project.write(
                "src/main/java/com/acme/package-info.java",
                VIEW.replace("@SqlStep", "@dev.turnstone.annotations.SqlStep") + "\n"
                        + VIEW.replace("@SqlStep", "@dev.turnstone.annotations.SqlStep")
                                .replace("\"names\"", "\"early\", first = true")
                        + "\npackage com.acme;\n");
        project.source("com.acme.Author", AUTHOR.replace("id;", "id; String name;"));
        Compiled compiled = project.compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.operations(1).stream().map(SqlStepTest::title))
                .containsExactly("early", "AddColumn", "names");
        assertThat(project.compileOnly(List.of("com.acme.Author")).newest()).isEqualTo(compiled.newest());
    }

    private static String title(Operation operation) {
        return operation instanceof RunSql run
                ? run.name()
                : operation.getClass().getSimpleName();
    }

    @Test
    void theirOrderIsTheirNumberThenTheirName() {
        project.source(
                "com.acme.Author",
                VIEW.replace("\"names\"", "\"b\"")
                        + VIEW.replace("\"names\"", "\"a\"")
                        + VIEW.replace("\"names\"", "\"z\", order = -1")
                        + AUTHOR);
        assertThat(project.compile().operations(1).stream().map(SqlStepTest::title))
                .containsExactly("z", "a", "b");
    }

    @Test
    void twoOfOneNameAreAnError() {
        project.source("com.acme.Author", VIEW + "\n" + VIEW + AUTHOR);
        assertThat(project.compile().errorTags()).containsExactly("TS-DUPLICATE-NAME");
    }

    @Test
    void aMissingWayBackIsAllowedButSaid() {
        project.source("com.acme.Author", VIEW.replace(", down = \"DROP VIEW v\"", "") + AUTHOR);
        Compiled compiled = project.compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.noteTags()).containsExactlyInAnyOrder("TS-NO-DOWN", "TS-UNSAVED");
        assertThat(project.compile("-Aturnstone.save=x").errors()).isEmpty();
        assertThat(project.compile().diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BEGIN",
                "begin transaction",
                "COMMIT;",
                "START TRANSACTION READ ONLY",
                "ROLLBACK TO SAVEPOINT x",
                "SAVEPOINT x",
                "SET autocommit = 0",
                "BEGIN; DELETE FROM author; COMMIT",
                "DELETE FROM author; -- done\\n COMMIT",
            })
    void aTransactionOfItsOwnIsAnErrorAtTheStatement(String statement) {
        project.source(
                "com.acme.Author",
                "@SqlStep(name = \"x\", sql = @SqlStep.Text(up = {\n\"" + statement + "\"\n}, down = \"DROP VIEW v\"))"
                        + AUTHOR);
        Compiled compiled = project.compile();
        assertThat(compiled.errorTags()).containsExactly("TS-SQL-STEP");
        assertThat(compiled.errors().get(0).line()).isEqualTo("\"" + statement + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW BEGIN DELETE FROM b; END",
                "CREATE FUNCTION f() RETURNS int AS $$ BEGIN; COMMIT; END $$ LANGUAGE plpgsql",
                "CREATE PROCEDURE p() BEGIN START TRANSACTION; DELETE FROM b; COMMIT; END",
                "DO $x$ BEGIN COMMIT; END $x$",
                "INSERT INTO a VALUES ('; COMMIT;')",
                "GRANT SELECT ON a TO commit_reader",
            })
    void whatOnlyLooksLikeOneIsTaken(String statement) {
        project.source(
                "com.acme.Author",
                "@SqlStep(name = \"x\", sql = @SqlStep.Text(up = \"" + statement + "\", down = \"x\"))" + AUTHOR);
        assertThat(project.compile().errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@SqlStep(name = \"x\", sql = {})|no statement",
                "@SqlStep(name = \"x\", sql = @SqlStep.Text(up = \" ; \"))|is empty",
                "@SqlStep(name = \" \", sql = @SqlStep.Text(up = \"x\", down = \"y\"))|blank",
                "@SqlStep(name = \"x\", sql = @SqlStep.Text(dialect = \"postgres\", up = \"x\"))|Did you mean 'postgresql'?",
                "@SqlStep(name = \"x\", sql = {@SqlStep.Text(up = \"x\"), @SqlStep.Text(up = \"y\")})|two texts",
            })
    void whatIsIncompleteIsAnErrorAtTheAnnotation(String annotation, String problem) {
        project.source("com.acme.Author", annotation + AUTHOR);
        Compiled compiled = project.compile();
        assertThat(compiled.errors()).hasSize(1);
        assertThat(compiled.errors().get(0).text()).contains(problem);
        assertThat(compiled.errors().get(0).line()).startsWith("@SqlStep");
    }
}
