package dev.turnstone;

import static dev.turnstone.Blog.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.AmbiguousMigrationException;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.ForeignMigrationException;
import dev.turnstone.migration.MigrationChangedException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationMissingException;
import dev.turnstone.migration.MigrationOutOfOrderException;
import dev.turnstone.migration.NoMigrationSetException;
import dev.turnstone.migration.OperationRefusedException;
import dev.turnstone.migration.StatementFailedException;
import dev.turnstone.migration.UnknownMigrationException;
import dev.turnstone.migration.UnsavedDraftException;
import dev.turnstone.migration.UnsupportedDatabaseException;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.TableName;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before the first statement, and in which words. */
class RefusalTest {

    private final TestDatabase database = TestDatabase.inMemory();

    private Migrator migrator(TestSet... sets) {
        return Migrator.builder(database).sets(sets).build();
    }

    private AbstractThrowableAssert<?, ?> refused(TestSet set, Class<? extends MigrationException> type) {
        List<String> before = database.rows("SELECT * FROM turnstone_history ORDER BY position");
        assertThatThrownBy(migrator(set)::plan).isInstanceOf(type);
        AbstractThrowableAssert<?, ?> refusal =
                assertThatThrownBy(migrator(set)::apply).isInstanceOf(type);
        assertThat(database.rows("SELECT * FROM turnstone_history ORDER BY position"))
                .isEqualTo(before);
        return refusal;
    }

    @Test
    void aMigrationThatWasChangedAfterItWasApplied() {
        migrator(SET).apply();
        TestSet changed = SET.first(1).with("0002_add_email", Blog.add("mail")).with("0003_rename_name", Blog.RENAME);
        refused(changed, MigrationChangedException.class)
                .hasMessage(
                        "The migration 0002_add_email of com.acme.blog was changed after it had been applied: the database"
                                + " has its fingerprint " + SET.entries().get(1).fingerprint() + ", the set has "
                                + changed.entries().get(1).fingerprint()
                                + ". If it was amended or rebuilt, take the old form back with rollbackTo(\"0001_initial\"),"
                                + " which runs the statements that the database kept and loses what was written into its"
                                + " new tables and columns since, then call apply(). If the database must keep it, restore"
                                + " its file, and those before it, as they were when it was applied (see the log of your"
                                + " version control), and put further changes into a new migration.");
        assertThat(migrator(changed).status().get(1).toString()).startsWith("CHANGED");
    }

    @Test
    void anAppliedMigrationThatTheSetLacks() {
        migrator(SET).apply();
        refused(SET.without(1), MigrationMissingException.class)
                .hasMessage(
                        "The migration 0002_add_email of com.acme.blog was applied to the database but is not in the set,"
                                + " although 0003_rename_name, which came after it, is. Its file was deleted or renamed: restore it"
                                + " from version control.");
    }

    @Test
    void aMigrationOfAnotherBranch() {
        migrator(SET.first(2)).apply();
        refused(SET.first(1).with("0002_add_phone", Blog.add("phone")), ForeignMigrationException.class)
                .hasMessageStartingWith(
                        "The database has the migration 0002_add_email of com.acme.blog, which the set does not"
                                + " have; at its place the set has 0002_add_phone, which is pending.")
                .hasMessageContaining("roll it back with rollback(), then apply again");
    }

    @Test
    void aPendingMigrationBeforeAnAppliedOne() {
        migrator(SET.without(1)).apply();
        database.execute("UPDATE turnstone_history SET fingerprint = '"
                + SET.entries().get(2).fingerprint() + "' WHERE id = '0003_rename_name'");
        refused(SET, MigrationOutOfOrderException.class)
                .hasMessage(
                        "The migration 0002_add_email of com.acme.blog is pending but lies before 0003_rename_name, which"
                                + " was applied. Migrations are applied in order only. Move it to the end: delete its file, restore"
                                + " the snapshot, and save the change again; or roll back with rollback() until 0003_rename_name is"
                                + " undone, then apply again.");
    }

    @Test
    void aDraft() {
        assertThatThrownBy(migrator(SET.withDraft())::apply)
                .isInstanceOf(UnsavedDraftException.class)
                .hasMessage(
                        "The newest migration of com.acme.blog, 0003_rename_name, is a draft: the entities changed, and"
                                + " nobody has saved the change as a migration. A draft is never applied, as it may still change. Save"
                                + " it: compile with -Aturnstone.save=NAME (if Maven finds nothing to compile, put \"clean\" before),"
                                + " commit the new file, and start again.");
        assertThatThrownBy(() -> migrator(SET.withDraft()).applyTo("0001_initial"))
                .isInstanceOf(UnsavedDraftException.class);
        assertThat(database.opened()).isZero();
    }

    @Test
    void anIdThatIsNotThere() {
        assertThatThrownBy(() -> migrator(SET).applyTo("0004"))
                .isInstanceOf(UnknownMigrationException.class)
                .hasMessage("The migration \"0004\" is in no migration set of this version. There are: 0001_initial,"
                        + " 0002_add_email, 0003_rename_name.");
        assertThatThrownBy(() -> migrator(SET).rollbackTo("0001_initial"))
                .isInstanceOf(UnknownMigrationException.class)
                .hasMessage("The migration \"0001_initial\" was not applied. There is none.");
    }

    @Test
    void anIdThatIsNotFinished() {
        TestSet set = SET.first(1).with("0002_broken", Blog.ADD_EMAIL, Blog.ADD_EMAIL);
        assertThatThrownBy(migrator(set)::apply).isInstanceOf(StatementFailedException.class);
        assertThatThrownBy(() -> migrator(set).rollbackTo("0002_broken"))
                .isInstanceOf(UnknownMigrationException.class)
                .hasMessage("The migration \"0002_broken\" was begun and is not finished, so it cannot be what stays."
                        + " Finish it with apply(), take it back with rollback(), or name one that is applied. There"
                        + " are: 0001_initial.");
    }

    /** The name of the key is taken, and no other try would change that. */
    @Test
    void aTableOfOursThatCannotBeCreated() {
        database.execute("CREATE TABLE mine (id INT NOT NULL, CONSTRAINT pk_turnstone_history PRIMARY KEY (id))");
        assertThatThrownBy(migrator(SET)::apply)
                .isInstanceOf(DatabaseAccessException.class)
                .hasMessageStartingWith("The database failed while Turnstone was creating the table turnstone_history");
        assertThat(database.statements())
                .filteredOn(sql -> sql.startsWith("CREATE TABLE"))
                .hasSize(3);
    }

    @Test
    void anIdThatIsInTwoSets() {
        TestSet other = TestSet.named("com.acme.shop").with("0001_initial", Blog.add("shop"));
        assertThatThrownBy(() -> migrator(SET, other).applyTo("0001_initial"))
                .isInstanceOf(AmbiguousMigrationException.class)
                .hasMessage("The migration \"0001_initial\" is in several sets: com.acme.blog, com.acme.shop. Name one:"
                        + " Migrator.builder(dataSource).sets(...).");
        migrator(SET.first(1), other).apply();
        assertThatThrownBy(() -> migrator(SET, other).rollbackTo("0001_initial"))
                .isInstanceOf(AmbiguousMigrationException.class);
    }

    @Test
    void whatTheDatabaseCannotDo() {
        TestSet set = SET.with("0004_move", new RenameTable(Blog.AUTHOR, new TableName("app", "author")));
        assertThatThrownBy(migrator(set)::apply)
                .isInstanceOf(OperationRefusedException.class)
                .hasMessageStartingWith(
                        "The migration 0004_move of com.acme.blog cannot be applied to h2: H2 cannot move the"
                                + " table author to another schema")
                .hasMessageEndingWith("Nothing was changed.");
        assertThat(database.rows("SELECT * FROM turnstone_history")).isEmpty();
    }

    @Test
    void noMigrationSet() {
        for (Migrator migrator : List.of(Migrator.of(database), migrator())) {
            assertThatThrownBy(migrator::apply)
                    .isInstanceOf(NoMigrationSetException.class)
                    .hasMessageContaining(
                            "1. The annotation processor did not run. From JDK 23 on, javac runs none unless told")
                    .hasMessageContaining("<annotationProcessorPaths>")
                    .hasMessageContaining(
                            "provides dev.turnstone.migration.MigrationSet with <package>.<GeneratedSet>;")
                    .hasMessageContaining("mvn clean compile");
        }
        assertThatThrownBy(migrator()::status).isInstanceOf(NoMigrationSetException.class);
        assertThatThrownBy(migrator()::plan).isInstanceOf(NoMigrationSetException.class);
        assertThatThrownBy(migrator()::rollback).isInstanceOf(NoMigrationSetException.class);
    }

    @Test
    void twoSetsOfOneName() {
        assertThatThrownBy(() -> migrator(SET, SET))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Two migration sets are named com.acme.blog.");
    }

    @Test
    void aDatabaseWithoutADialect() {
        TestDatabase other = TestDatabase.callingItself("Oracle");
        assertThatThrownBy(Migrator.builder(other).sets(SET).build()::apply)
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageStartingWith(
                        "No dialect serves the database \"Oracle\". There are dialects for: h2, mariadb, mysql,"
                                + " postgresql, sqlite.");
        assertThat(other.open()).isZero();
        assertThat(Migrator.builder(other)
                        .sets(SET)
                        .dialect(new dev.turnstone.dialect.H2Dialect())
                        .build()
                        .apply()
                        .applied())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev.turnstone.migration.MigrationSet | A migration set cannot be loaded: | compile again from scratch",
                "dev.turnstone.dialect.Dialect | A dialect cannot be loaded: | remove it from the class path.",
            })
    void aServiceThatCannotBeMade(String service, String what, String fix, @TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(service), "com.acme.Missing");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThatThrownBy(
                            () -> Migrator.builder(database).classLoader(loader).build())
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith(what)
                    .hasMessageContaining("com.acme.Missing")
                    .hasMessageContaining(fix);
        }
    }
}
