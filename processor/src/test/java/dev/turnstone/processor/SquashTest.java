package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryStore;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Squash and prune as a user sees them: commands, files, generated classes, databases. */
class SquashTest {

    private static final String FILL = "@DataMigration public class Fill implements dev.turnstone.data.DataStep {"
            + " @Override public void up(dev.turnstone.data.DataContext context) {} }";

    @TempDir
    Path temp;

    private TestProject project;

    @BeforeEach
    void saveThree() {
        project = new TestProject(temp);
        save("initial", "");
        save("add_email", "String email;");
        save("add_age", "String email; int age;");
    }

    private void entity(String fields, String... hints) {
        project.source(
                "acme.Author",
                String.join(" ", hints) + " @Entity class Author { @Id long id; @Default(\"x\") String name; "
                        + fields.replace("int age", "@Default(\"0\") int age") + " }");
    }

    private Compiled save(String name, String fields, String... hints) {
        entity(fields, hints);
        return done("-Aturnstone.save=" + name);
    }

    private Compiled done(String... options) {
        Compiled compiled = project.compile(options);
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.success()).isTrue();
        return compiled;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(project.committed())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static List<String> apply(JdbcDataSource database, Compiled compiled) {
        return Migrator.builder(database).sets(compiled.set()).build().apply().applied().stream()
                .map(each -> each.id())
                .toList();
    }

    private static Object catalogue(JdbcDataSource database, Compiled compiled) {
        return Migrator.builder(database).sets(compiled.set()).build().introspect();
    }

    @Test
    void aHistoryIsSquashedPrunedContinuedAndSquashedAgain() throws IOException {
        JdbcDataSource old = database();
        JdbcDataSource half = database();
        apply(old, done());
        Migrator.builder(half).sets(done().set()).build().applyTo("0001_initial");

        Compiled squashed = done("-Aturnstone.squash=0003_add_age");
        assertThat(files())
                .containsExactly(
                        "0001_initial.json",
                        "0002_add_email.json",
                        "0003_add_age.json",
                        "0003_checkpoint.json",
                        "schema.json");
        JdbcDataSource fresh = database();
        assertThat(apply(fresh, squashed)).containsExactly("0003_checkpoint");
        assertThat(apply(old, squashed)).isEmpty();
        assertThat(apply(half, squashed)).containsExactly("0002_add_email", "0003_add_age");
        assertThat(catalogue(fresh, squashed)).isEqualTo(catalogue(old, squashed));

        Compiled next = save("add_born", "String email; int age; Integer born;");
        assertThat(files()).contains("0004_add_born.json");
        assertThat(apply(fresh, next)).containsExactly("0004_add_born");
        assertThat(apply(database(), next)).containsExactly("0003_checkpoint", "0004_add_born");

        Compiled pruned = done("-Aturnstone.prune");
        assertThat(files()).containsExactly("0003_checkpoint.json", "0004_add_born.json", "schema.json");
        assertThat(done("-Aturnstone.check").notes()).isEmpty();
        assertThat(apply(fresh, pruned)).isEmpty();
        assertThat(apply(old, pruned)).containsExactly("0004_add_born");
        assertThat(apply(database(), pruned)).containsExactly("0003_checkpoint", "0004_add_born");

        Compiled later = save("add_died", "String email; int age; Integer born; Integer died;");
        assertThat(apply(old, later)).containsExactly("0005_add_died");
        done("-Aturnstone.squash=0005_add_died");
        Compiled all = done("-Aturnstone.prune");
        assertThat(files()).containsExactly("0005_checkpoint.json", "schema.json");
        JdbcDataSource last = database();
        assertThat(apply(last, all)).containsExactly("0005_checkpoint");
        assertThat(apply(old, all)).isEmpty();
        assertThat(catalogue(last, all)).isEqualTo(catalogue(old, all));
        Compiled end = save("add_last", "String email; int age; Integer born; Integer died; Integer last;");
        assertThat(apply(last, end)).containsExactly("0006_add_last");
        assertThat(apply(database(), end)).containsExactly("0005_checkpoint", "0006_add_last");
    }

    @Test
    void aPruneThatWasKilledIsFinishedByTheSameCommand() throws IOException {
        done("-Aturnstone.squash=0003_add_age");
        Files.delete(project.committed().resolve("0003_add_age.json"));

        assertThat(project.compile().errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text())
                        .contains("only some are there: 0001_initial, 0002_add_email")
                        .contains("-Aturnstone.prune"));
        done("-Aturnstone.prune");

        assertThat(files()).containsExactly("0003_checkpoint.json", "schema.json");
    }

    @Test
    void nothingIsPrunedWithoutACheckpoint() throws IOException {
        Compiled compiled = project.compile("-Aturnstone.prune");

        assertThat(compiled.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text())
                        .contains("There is no checkpoint")
                        .contains("-Aturnstone.squash=0003_add_age"));
        assertThat(files()).hasSize(4);
    }

    @Test
    void anIdThatIsNotThereIsNamed() {
        assertThat(project.compile("-Aturnstone.squash=0009_none").errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text())
                        .contains("names no saved migration")
                        .contains("0001_initial, 0002_add_email, 0003_add_age"));
    }

    @Test
    void thereMustBeSomethingToSquash() throws IOException {
        assertThat(done("-Aturnstone.squash=0001_initial").notes())
                .anySatisfy(
                        note -> assertThat(note.text()).contains("0001_initial alone is what a new database begins"));
        done("-Aturnstone.squash=0003_add_age");
        assertThat(done("-Aturnstone.squash=0002_add_email").notes())
                .anySatisfy(note -> assertThat(note.text()).contains("0003_checkpoint reaches as far already"));
        assertThat(files()).hasSize(5);
    }

    @Test
    void theOldFilesMustBeThoseThatTheCheckpointReplaces() throws IOException {
        done("-Aturnstone.squash=0003_add_age");
        Path file = project.committed().resolve("0003_checkpoint.json");
        Files.writeString(file, Files.readString(file).replace("\"id\": \"0002_add_email\"", "\"id\": \"0002_other\""));

        assertThat(project.compile().errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.text()).contains("0003_checkpoint.json was changed after it was saved"));
    }

    @Test
    void aDataMigrationIsABarrierUntilTheSourceSaysThatItIsNot() throws IOException {
        History history = HistoryStore.load(project.committed()).history().orElseThrow();
        List<Operation> data = List.of(new RunData("acme.Fill", false, false));
        HistoryStore.save(
                project.committed(),
                history,
                "fill",
                data,
                List.of(),
                history.baseline().mapping(),
                Instant.now());
        project.source("acme.Fill", FILL);

        assertThat(project.compile("-Aturnstone.squash=0004_fill").errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text())
                        .contains("[TS-SQUASH-BARRIER] The step acme.Fill of 0004_fill cannot be squashed")
                        .contains("Squash up to 0003_add_age at most")
                        .contains("@Accept(value = \"TS-SQUASH-BARRIER\", reason = \"...\")"));
        assertThat(files()).doesNotContain("0004_checkpoint.json");

        project.source(
                "acme.Fill",
                "@Accept(value = \"TS-SQUASH-BARRIER\", reason = \"New databases have no rows.\") " + FILL);
        done("-Aturnstone.squash=0004_fill");
        assertThat(Files.readString(project.committed().resolve("0004_checkpoint.json")))
                .contains("New databases have no rows.")
                .doesNotContain("run_data");

        for (String command : List.of("-Aturnstone.prune", "-Aturnstone.check")) {
            assertThat(done(command).notes())
                    .anySatisfy(note -> assertThat(note.text())
                            .contains(
                                    "[TS-HINT-DONE] The data migration acme.Fill never runs again: 0004_checkpoint left it out")
                            .contains("Delete it from the source"));
        }
        save("add_born", "String email; int age; Integer born;");
        done("-Aturnstone.squash=0005_add_born");
        done("-Aturnstone.prune");
        assertThat(done("-Aturnstone.check").notes())
                .anySatisfy(note -> assertThat(note.text()).contains("acme.Fill never runs again: 0005_checkpoint"));
        assertThat(done("-Aturnstone.lint=TS-HINT-DONE=off").notes()).isEmpty();

        project.delete("acme.Fill");
        assertThat(done("-Aturnstone.check").notes()).isEmpty();
    }

    @Test
    void aSqlStepOfAPrunedMigrationIsNoDraft() {
        String step = "@dev.turnstone.annotations.SqlStep(name = \"v\", sql = @dev.turnstone.annotations.SqlStep.Text("
                + "up = \"CREATE VIEW v AS SELECT name FROM author\", down = \"DROP VIEW v\")) class Step {}";
        project.source("acme.Step", step);
        done("-Aturnstone.save=view");
        done("-Aturnstone.squash=0004_view");
        done("-Aturnstone.prune");

        assertThat(done("-Aturnstone.check").notes()).isEmpty();
        project.source("acme.Step", step.replace("SELECT name", "SELECT id"));
        assertThat(project.compile().errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(error.text()).contains("The SQL step v is not what 0004_checkpoint has"));
    }

    @Test
    void aDataMigrationThatFollowsAPrunedCheckpointFindsTheTablesOfItsTime() {
        done("-Aturnstone.squash=0003_add_age");
        done("-Aturnstone.prune");
        project.source(
                "acme.Fill",
                FILL.replace(
                        "DataContext context) {",
                        "DataContext context) throws java.sql.SQLException {"
                                + " context.update(\"UPDATE author SET email = ''\" + (FillTables.AUTHOR.EMAIL == null));"));
        done("-Aturnstone.save=fill");
        save("drop_email", "int age;", "@Dropped(value = \"email\", reason = \"old\")");

        done("-Aturnstone.check");
    }

    @Test
    void aCheckpointIsNeitherAmendedNorRebuilt() throws IOException {
        done("-Aturnstone.squash=0003_add_age");
        for (String pruned : List.of("false", "true")) {
            done("-Aturnstone.prune=" + pruned);
            entity("String email; int age; Integer born;");
            List<String> before = files();
            for (String command : List.of("amend", "rebuild")) {
                assertThat(project.compile("-Aturnstone." + command).errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.text())
                                .contains("[TS-HISTORY-COMMAND]")
                                .contains("checkpoint")
                                .contains("-Aturnstone.save=add_author_born"));
            }
            assertThat(files()).isEqualTo(before);
            entity("String email; int age;");
        }
    }
}
