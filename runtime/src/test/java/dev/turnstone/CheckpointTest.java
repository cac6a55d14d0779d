package dev.turnstone;

import static dev.turnstone.Blog.ADD_EMAIL;
import static dev.turnstone.Blog.AUTHOR;
import static dev.turnstone.Blog.SET;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.CheckpointRollbackException;
import dev.turnstone.migration.ForeignMigrationException;
import dev.turnstone.migration.MigrationChangedException;
import dev.turnstone.migration.MigrationPrunedException;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.MigrationStatus;
import dev.turnstone.migration.StatementFailedException;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint in the set: new databases begin with it, all others do not see it. */
class CheckpointTest {

    private static final Operation AT_ONCE = new CreateTable(Table.of(
            AUTHOR,
            List.of(
                    column("id", bigint()).asIdentity(),
                    column("title", varchar(40)).notNull(),
                    column("email", varchar(80)).notNull().withDefault("none"),
                    primaryKey("pk_author", "id"),
                    index("ix_author_name", "title"))));
    private static final TestSet CHAIN =
            SET.with("0004_add_born", new AddColumn(AUTHOR, column("born", bigint()), null));
    private static final TestSet SQUASHED = CHAIN.withCheckpoint("0003_checkpoint", 3, 0, AT_ONCE);
    private static final TestSet PRUNED = CHAIN.withCheckpoint("0003_checkpoint", 3, 3, AT_ONCE);
    /** Fails while there is no table helper. */
    private static final ForeignKey TO_HELPER = new ForeignKey(
            "fk_helper",
            List.of("id"),
            TableName.of("helper"),
            List.of("id"),
            ReferentialAction.NO_ACTION,
            ReferentialAction.NO_ACTION);

    /** These fail while there is no table helper. */
    private static final Operation BROKEN = new AddConstraint(AUTHOR, TO_HELPER);

    private static final Operation NOTE = new CreateTable(
            Table.of(TableName.of("note"), List.of(column("id", bigint()).notNull(), TO_HELPER)));
    private static final TestSet FAILING = CHAIN.withCheckpoint("0003_checkpoint", 3, 0, AT_ONCE, BROKEN);

    private final TestDatabase database = TestDatabase.inMemory();

    private Migrator migrator(MigrationSet set) {
        return Migrator.builder(database).sets(set).build();
    }

    private List<String> columns() {
        return database.rows("SELECT column_name, data_type, is_nullable FROM information_schema.columns"
                + " WHERE table_name = 'AUTHOR' ORDER BY 1");
    }

    private List<String> history() {
        return database.rows("SELECT position, id, fingerprint, state FROM turnstone_history ORDER BY position");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNewDatabaseRunsTheCheckpointAndRecordsAllThatItReplaces(boolean pruned) {
        TestDatabase chained = TestDatabase.inMemory();
        Migrator.builder(chained).sets(CHAIN).build().apply();

        assertThat(migrator(pruned ? PRUNED : SQUASHED).apply().applied().stream()
                        .map(each -> each.id()))
                .containsExactly("0003_checkpoint", "0004_add_born");

        assertThat(columns())
                .isEqualTo(chained.rows("SELECT column_name, data_type, is_nullable FROM information_schema.columns"
                        + " WHERE table_name = 'AUTHOR' ORDER BY 1"))
                .hasSize(4);
        assertThat(history())
                .isEqualTo(chained.rows(
                        "SELECT position, id, fingerprint, state FROM turnstone_history ORDER BY position"));
        assertThat(migrator(SQUASHED).status()).allMatch(each -> each.state() == MigrationStatus.State.APPLIED);
    }

    @Test
    void theDryRunShowsTheCheckpoint() {
        assertThat(migrator(PRUNED).plan().toString()).startsWith("-- 0003_checkpoint (com.acme.blog)\nCREATE TABLE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMigratedDatabaseSeesByOneStatementThatNothingIsToDo(boolean pruned) {
        migrator(CHAIN).apply();
        database.statements();

        assertThat(migrator(pruned ? PRUNED : SQUASHED).apply().applied()).isEmpty();

        assertThat(database.statements()).singleElement().asString().contains("position >= 3");
    }

    @Test
    void aMigratedDatabaseGoesOnBehindTheCheckpoint() {
        migrator(SET).apply();
        assertThat(migrator(PRUNED).apply().applied())
                .singleElement()
                .hasFieldOrPropertyWithValue("id", "0004_add_born");
        assertThat(columns()).hasSize(4);
    }

    @Test
    void aPartlyMigratedDatabaseGoesOnWithTheOldOnes() {
        migrator(SET.first(1)).apply();
        assertThat(migrator(SQUASHED).apply().applied()).hasSize(3);
        assertThat(columns()).hasSize(4);
        migrator(SQUASHED).rollbackTo("0001_initial");
        assertThat(columns()).hasSize(2);
    }

    @Test
    void aHalfFailedMigrationIsContinued() {
        TestSet chain = TestSet.named(Blog.NAME)
                .with("0001_initial", Blog.CREATE)
                .with("0002_two", ADD_EMAIL, NOTE)
                .with("0003_three", Blog.RENAME);
        assertThatThrownBy(() -> migrator(chain).apply()).isInstanceOf(StatementFailedException.class);
        database.execute("CREATE TABLE helper (id BIGINT PRIMARY KEY)");

        assertThat(migrator(chain.withCheckpoint("0003_checkpoint", 3, 0, AT_ONCE))
                        .apply()
                        .applied())
                .hasSize(2);

        assertThat(columns()).hasSize(3);
    }

    @Test
    void aDatabaseThatIsTooOldIsToldWhichHistoryItNeeds() {
        migrator(SET.first(1)).apply();

        assertThatThrownBy(() -> migrator(PRUNED).apply())
                .isInstanceOf(MigrationPrunedException.class)
                .hasMessage(
                        "The migration 0002_add_email of com.acme.blog is pending, but this version of the application"
                                + " does not have it any more: 0003_checkpoint replaced everything up to 0003_rename_name, and the old"
                                + " files were pruned. The checkpoint serves a database without any of them; this one has some."
                                + " Nothing was changed. Start a version of the application whose history still has the files"
                                + " 0002_add_email.json to 0003_rename_name.json (before the commit that deleted them: git log"
                                + " --diff-filter=D -- '*/0002_add_email.json') and let it apply up to 0003_rename_name; then start"
                                + " this one again.");
        assertThat(columns()).hasSize(2);
        migrator(CHAIN).apply();
        assertThat(migrator(PRUNED).apply().applied()).isEmpty();
    }

    @Test
    void theOldApplicationFindsItsMigrationsWhereTheNewOneRanTheCheckpoint() {
        migrator(SQUASHED).apply();
        database.statements();
        assertThat(migrator(SET).apply().unknown()).hasSize(1);
        assertThat(migrator(CHAIN).apply().applied()).isEmpty();
        assertThat(migrator(PRUNED).apply().applied()).isEmpty();
    }

    @Test
    void theNewApplicationFollowsTheOldOne() {
        migrator(SET.first(2)).apply();
        migrator(SQUASHED).apply();
        assertThat(migrator(SET.first(2)).apply().unknown()).hasSize(2);
        assertThat(migrator(PRUNED).apply().applied()).isEmpty();
    }

    @Test
    void aCheckpointThatStoppedHalfWayIsContinuedOrTakenBack() {
        assertThatThrownBy(() -> migrator(FAILING).apply()).isInstanceOf(StatementFailedException.class);
        assertThat(migrator(FAILING).status())
                .anyMatch(each -> each.id().equals("0003_checkpoint") && each.state() == MigrationStatus.State.FAILED);
        assertThatThrownBy(() -> migrator(CHAIN).apply())
                .as("a version without the checkpoint")
                .isInstanceOf(ForeignMigrationException.class)
                .hasMessageContaining("The database has the migration 0003_checkpoint")
                .hasMessageContaining("roll it back with rollback()");
        assertThatThrownBy(() -> migrator(CHAIN.withCheckpoint("0003_checkpoint", 3, 0, AT_ONCE))
                        .apply())
                .isInstanceOf(MigrationChangedException.class);

        migrator(CHAIN).rollback();
        assertThat(columns()).isEmpty();
        assertThatThrownBy(() -> migrator(FAILING).apply()).isInstanceOf(StatementFailedException.class);
        database.execute("CREATE TABLE helper (id BIGINT PRIMARY KEY)");
        migrator(FAILING).apply();

        assertThat(history()).hasSize(4).allMatch(row -> row.endsWith("|APPLIED"));
        assertThat(columns()).hasSize(4);
    }

    @Test
    void whatACheckpointDidAtOnceIsNotTakenBackOneByOne() {
        migrator(PRUNED).apply();

        assertThatThrownBy(() -> migrator(PRUNED).rollbackTo("0001_initial"))
                .isInstanceOf(CheckpointRollbackException.class)
                .hasMessage(
                        "The migration 0003_rename_name of com.acme.blog cannot be taken back: this database got it at"
                                + " once with others from 0003_checkpoint, which ends with 0003_rename_name. Nothing was changed."
                                + " What was applied after that can be taken back: rollbackTo(\"0003_rename_name\"). To have"
                                + " nothing of the set at all, begin with an empty database.");
        assertThat(columns()).as("not even what came after it").hasSize(4);

        migrator(PRUNED).rollbackTo("0003_rename_name");
        assertThat(columns()).hasSize(3);
        assertThatThrownBy(() -> migrator(SET).rollback()).isInstanceOf(CheckpointRollbackException.class);
    }

    @Test
    void aPrunedDataMigrationIsNotTakenBack() {
        TestSet set = SET.first(1).with("0002_data", new RunData("com.acme.Mend", false, true));
        set.doing("com.acme.Mend", () -> context -> {});
        migrator(set).apply();
        assertThatThrownBy(() -> migrator(set.withCheckpoint("0002_checkpoint", 2, 2, AT_ONCE))
                        .rollback())
                .hasMessageContaining("does not know the migration, or its file was pruned");
        assertThat(history()).hasSize(2);
    }

    @Test
    void aTargetThatWasPrunedIsRefused() {
        assertThatThrownBy(() -> migrator(PRUNED).applyTo("0002_add_email"))
                .isInstanceOf(MigrationPrunedException.class)
                .hasMessageContaining(
                        "goes further than the target at once. Nothing was changed. Name a later target,");
    }

    @Test
    void aTargetInsideTheRangeIsReachedByTheOldOnes() {
        assertThat(migrator(SQUASHED).applyTo("0002_add_email").applied()).hasSize(2);
        assertThatThrownBy(() -> migrator(PRUNED).apply()).isInstanceOf(MigrationPrunedException.class);
    }

    @Test
    void aTargetAtItsEndIsReachedByTheCheckpoint() {
        assertThat(migrator(PRUNED).applyTo("0003_rename_name").applied()).hasSize(1);
        assertThat(history()).hasSize(3);
    }

    @Test
    void aRebasedMigrationThatWasAppliedInItsOldFormIsExplained() {
        migrator(SET.first(1).with("0002_add_born", Blog.add("born"))).apply();

        assertThatThrownBy(() -> migrator(SET.first(2).with("0003_add_born", Blog.add("born")))
                        .apply())
                .isInstanceOf(ForeignMigrationException.class)
                .hasMessageContaining(
                        "in the form that it had before it was rebased: the set has it as 0003_add_born now")
                .hasMessageContaining("rollbackTo(\"0001_initial\")");

        migrator(SET).rollbackTo("0001_initial");
        migrator(SET.first(2).with("0003_add_born", Blog.add("born"))).apply();
        assertThat(columns()).hasSize(4);
    }
}
