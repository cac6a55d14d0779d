package dev.turnstone;

import static dev.turnstone.Blog.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.MigrationPlan;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.MigrationStatus;
import dev.turnstone.migration.ResumeImpossibleException;
import dev.turnstone.migration.StatementFailedException;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.schema.Definitions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrations that stopped half way: by a failing statement, or because their process was killed. */
class ResumeTest {

    private static final Operation UNIQUE = new AddConstraint(AUTHOR, Definitions.unique("uq_name", "name"));
    private static final TestSet FIRST = TestSet.named(Blog.NAME).with("0001_initial", Blog.CREATE);

    /** Statement 2 fails while another table has a constraint of its name. */
    private static final TestSet SET = FIRST.with("0002_more", Blog.add("a"), UNIQUE, Blog.add("b"));

    private static final String TAKE_THE_NAME = "CREATE TABLE other (id INTEGER CONSTRAINT uq_name UNIQUE)";

    private final TestDatabase database = TestDatabase.inMemory();
    private final Migrator migrator = Migrator.builder(database).sets(SET).build();

    @BeforeEach
    void createAuthor() {
        Migrator.builder(database).sets(FIRST).build().apply();
    }

    private void failAtStatement2() {
        database.execute("INSERT INTO author (name) VALUES ('Ada')", TAKE_THE_NAME);
        assertThatThrownBy(migrator::apply).isInstanceOf(StatementFailedException.class);
    }

    /** As a process leaves the history that is killed while a statement runs. */
    private void pretendKilled(int started, int done) {
        database.execute("UPDATE turnstone_history SET state = 'RUNNING', started = " + started + ", done = " + done
                + " WHERE id = '0002_more'");
    }

    private List<String> columns() {
        return database.rows(
                "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'AUTHOR' ORDER BY 1");
    }

    private String progress() {
        return database.rows("SELECT state, started, done, undo_started, undo_done FROM turnstone_history"
                        + " WHERE id = '0002_more'")
                .toString();
    }

    @Test
    void saysWhatFailedAndRecordsWhatWasDone() {
        database.execute(TAKE_THE_NAME);
        assertThatThrownBy(migrator::apply)
                .isInstanceOfSatisfying(StatementFailedException.class, e -> {
                    assertThat(e.set()).isEqualTo(Blog.NAME);
                    assertThat(e.id()).isEqualTo("0002_more");
                    assertThat(e.number()).isEqualTo(2);
                    assertThat(e.count()).isEqualTo(3);
                    assertThat(e.sql()).isEqualTo("ALTER TABLE author ADD CONSTRAINT uq_name UNIQUE (name)");
                    assertThat(e.getCause()).isInstanceOf(java.sql.SQLException.class);
                })
                .hasMessageStartingWith(
                        "Statement 2 of 3 of the migration 0002_more of com.acme.blog failed: Constraint")
                .hasMessageEndingWith("""

                        The statement was:
                            ALTER TABLE author ADD CONSTRAINT uq_name UNIQUE (name)
                        Statement 1 was done and is recorded. Remove the cause, then call apply(): it continues with \
                        statement 2; or call rollback() to take back what was done.""");
        assertThat(progress()).isEqualTo("[FAILED|1|1|0|0]");
        assertThat(migrator.status().get(1).state()).isEqualTo(MigrationStatus.State.FAILED);
    }

    @Test
    void continuesAfterTheLastFinishedStatement() {
        failAtStatement2();
        database.execute("DROP TABLE other");
        assertThat(migrator.plan().pending()).singleElement().satisfies(pending -> {
            assertThat(pending.action()).isEqualTo(MigrationPlan.Action.CONTINUE);
            assertThat(pending.statements()).hasSize(2);
        });
        assertThat(migrator.apply().applied())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(2);
        assertThat(database.rows("SELECT name, a, b FROM author")).containsExactly("Ada|none|none");
        assertThat(progress()).isEqualTo("[APPLIED|3|3|0|0]");
    }

    @Test
    void takesBackOnlyWhatWasDone() {
        failAtStatement2();
        assertThat(migrator.rollback().rolledBack())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(1);
        assertThat(columns()).containsExactly("ID", "NAME");
        assertThat(database.rows("SELECT name FROM author")).containsExactly("Ada");
    }

    @Test
    void asksTheCatalogueAboutAStatementThatRanUnrecorded() {
        migrator.apply();
        pretendKilled(3, 2);
        assertThat(migrator.status().get(1).state()).isEqualTo(MigrationStatus.State.RUNNING);
        assertThat(migrator.apply().applied())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(0);
        assertThat(progress()).isEqualTo("[APPLIED|3|3|0|0]");
    }

    @Test
    void runsAStatementAgainThatWasRecordedButDidNotRun() {
        migrator.apply();
        database.execute("ALTER TABLE author DROP COLUMN b");
        pretendKilled(3, 2);
        assertThat(migrator.apply().applied())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(1);
        assertThat(columns()).containsExactly("A", "B", "ID", "NAME");
    }

    @Test
    void continuesAMigrationThatWasKilledBeforeItsFirstStatement() {
        migrator.apply();
        migrator.rollback();
        failAtStatement2();
        database.execute("ALTER TABLE author DROP COLUMN a", "DROP TABLE other");
        pretendKilled(0, 0);
        assertThat(migrator.apply().applied())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(3);
    }

    @Test
    void takesBackAStatementOfUnknownFate() {
        migrator.apply();
        pretendKilled(3, 2);
        assertThat(migrator.rollback().rolledBack().get(0).statements()).isEqualTo(3);
        migrator.apply();
        database.execute("ALTER TABLE author DROP COLUMN b");
        pretendKilled(3, 2);
        assertThat(migrator.rollback().rolledBack().get(0).statements()).isEqualTo(2);
        assertThat(columns()).containsExactly("ID", "NAME");
    }

    @Test
    void finishesAnInterruptedRollbackBeforeItAppliesAgain() {
        migrator.apply();
        database.execute("ALTER TABLE author DROP COLUMN b");
        database.execute(
                "UPDATE turnstone_history SET state = 'ROLLING_BACK', undo_started = 1 WHERE id = '0002_more'");
        assertThat(migrator.plan().pending().get(0).action()).isEqualTo(MigrationPlan.Action.FINISH_ROLLBACK);
        assertThat(migrator.plan().pending().get(0).statements()).hasSize(3);
        MigrationReport report = migrator.apply();
        assertThat(report.rolledBack())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(2);
        assertThat(report.applied())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(3);
        assertThat(columns()).containsExactly("A", "B", "ID", "NAME");
    }

    @Test
    void continuesARollbackThatFailed() {
        migrator.apply();
        database.execute("ALTER TABLE author RENAME CONSTRAINT uq_name TO moved");
        assertThatThrownBy(migrator::rollback)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageStartingWith(
                        "Statement 2 of 3 that takes back the migration 0002_more of com.acme.blog failed")
                .hasMessageEndingWith(
                        "Statement 1 was done and is recorded. Remove the cause, then call rollback() or apply():"
                                + " either continues with statement 2 first.");
        assertThat(progress()).isEqualTo("[ROLLING_BACK|3|3|1|1]");
        assertThat(migrator.status().get(1).state()).isEqualTo(MigrationStatus.State.ROLLING_BACK);
        database.execute("ALTER TABLE author RENAME CONSTRAINT moved TO uq_name");
        assertThat(migrator.rollback().rolledBack())
                .singleElement()
                .extracting(MigrationReport.Executed::statements)
                .isEqualTo(2);
        assertThat(columns()).containsExactly("ID", "NAME");
    }

    @Test
    void takesAMigrationBackAsAWholeIfItsDownIsNotTheInverseOfItsUp() {
        List<Operation> up = List.of(Blog.add("a"), UNIQUE);
        List<Operation> down =
                List.of(Operations.inverse(List.of(Blog.add("a"))).get(0));
        Migrator other = Migrator.builder(database)
                .sets(FIRST.with("0002_more", up, down))
                .build();
        database.execute(TAKE_THE_NAME);
        assertThatThrownBy(other::apply).isInstanceOf(StatementFailedException.class);
        other.rollback();
        assertThat(columns()).containsExactly("ID", "NAME");
    }

    @Test
    void refusesToContinueWithOtherStatements() {
        failAtStatement2();
        database.execute("UPDATE turnstone_history SET statements = 4 WHERE id = '0002_more'");
        assertThatThrownBy(migrator::apply)
                .isInstanceOf(ResumeImpossibleException.class)
                .hasMessage(
                        "The migration 0002_more of com.acme.blog stopped half way when it had 4 statements; this version"
                                + " makes 3 of it, so where to continue is unknown. Take it back with rollback(), which uses the"
                                + " statements kept in the history table, then apply again; or continue with the version that began it.");
    }

    /** Or the only way on would be a rollback that cannot be done. */
    @Test
    void aRollbackThatFailsAtItsFirstStatementChangesNothing() {
        migrator.apply();
        database.execute("ALTER TABLE author ALTER COLUMN b RENAME TO moved");
        assertThatThrownBy(migrator::rollback)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageEndingWith("Nothing was taken back: the migration counts as it did before. Remove the cause,"
                        + " then call rollback() again; or leave the migration as it is.");
        assertThat(progress()).isEqualTo("[APPLIED|3|3|0|0]");
        assertThat(migrator.apply().toString()).isEqualTo("Nothing to do.");
        database.execute("ALTER TABLE author ALTER COLUMN moved RENAME TO b");
        migrator.rollback();
        failAtStatement2();
        database.execute("ALTER TABLE author ALTER COLUMN a RENAME TO moved");
        assertThatThrownBy(migrator::rollback).isInstanceOf(StatementFailedException.class);
        assertThat(progress()).isEqualTo("[FAILED|1|1|0|0]");
    }
}
