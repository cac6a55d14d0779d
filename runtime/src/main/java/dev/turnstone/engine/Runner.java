package dev.turnstone.engine;

import static dev.turnstone.engine.HistoryRow.State.ROLLING_BACK;
import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import dev.turnstone.dialect.Step;
import dev.turnstone.engine.HistoryRow.Progress;
import dev.turnstone.migration.LockLostException;
import dev.turnstone.migration.MigrationReport.Executed;
import dev.turnstone.migration.StatementFailedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs statements and records them. A statement is recorded as started before it runs, and as done together with the
 * start of the next, so a process may be killed anywhere: at most one statement is uncertain, and it is asked about.
 */
final class Runner {

    private static final System.Logger LOG = System.getLogger("dev.turnstone");

    private final Database database;
    private final History history;
    private final MigrationLock lock;

    Runner(Database database, History history, MigrationLock lock) {
        this.database = database;
        this.history = history;
        this.lock = lock;
    }

    Executed apply(Script script, int batch) {
        long start = System.nanoTime();
        int total = script.steps().size();
        HistoryRow begun = script.pending().begun();
        HistoryRow row = begun != null ? begun : begin(script, batch);
        LOG.log(INFO, "Applying {0} of {1}: {2} statements", row.id(), row.set(), total - script.done());
        int ran = 0;
        for (int number = script.done() + 1; number <= total; number++) {
            Step step = script.steps().get(number - 1);
            if (row.progress().uncertain(number) && happened(row, step.doneQuery())) {
                continue;
            }
            Progress starting = row.progress().starting(number);
            record(row, () -> history.progress(row, HistoryRow.State.RUNNING, starting));
            try {
                run(step.sql());
            } catch (SQLException e) {
                throw failed(row, false, starting, step.sql(), e, start);
            }
            ran++;
        }
        long millis = millisSince(start);
        record(
                row,
                () -> history.finish(
                        row, HistoryRow.State.APPLIED, row.progress().completed(total), millis));
        return new Executed(row.set(), row.id(), ran, Duration.ofMillis(millis));
    }

    private HistoryRow begin(Script script, int batch) {
        HistoryRow row = new HistoryRow(
                script.set().name(),
                script.entry().id(),
                script.entry().fingerprint(),
                script.pending().position(),
                batch,
                HistoryRow.State.RUNNING,
                Progress.none(script.steps().size()),
                Progress.none(script.undo().statements().size()),
                Instant.now(),
                Who.user());
        record(row, () -> history.insert(row, script.set().toolVersion(), script.undo()));
        return row;
    }

    Executed rollBack(HistoryRow row) {
        long start = System.nanoTime();
        List<UndoScript.Statement> statements = history.undoScript(row).begun(row.progress(), row.undo());
        Progress progress =
                new Progress(statements.size(), row.undo().started(), row.undo().done());
        LOG.log(
                INFO,
                "Rolling back {0} of {1}: {2} statements",
                row.id(),
                row.set(),
                statements.size() - progress.done());
        int ran = 0;
        for (int number = progress.done() + 1; number <= statements.size(); number++) {
            UndoScript.Statement statement = statements.get(number - 1);
            boolean halfApplied = row.progress().done() < statement.last();
            if ((halfApplied || progress.uncertain(number)) && happened(row, statement.doneQuery())) {
                continue;
            }
            Progress starting = progress.starting(number);
            record(row, () -> history.undoProgress(row, ROLLING_BACK, starting));
            try {
                run(statement.sql());
            } catch (SQLException e) {
                throw failed(row, true, starting, statement.sql(), e, start);
            }
            ran++;
        }
        record(row, () -> history.delete(row));
        return new Executed(row.set(), row.id(), ran, Duration.ofMillis(millisSince(start)));
    }

    private void run(String sql) throws SQLException {
        LOG.log(DEBUG, sql);
        database.execute(sql);
    }

    private boolean happened(HistoryRow row, String doneQuery) {
        return !doneQuery.isEmpty()
                && Database.access(
                        "was looking for the effect of an interrupted statement of " + row.id(),
                        () -> database.hasRow(doneQuery));
    }

    /** The database said that the statement did not happen, so it is not uncertain; unless the connection broke. */
    private StatementFailedException failed(
            HistoryRow row, boolean undo, Progress starting, String sql, SQLException cause, long start) {
        StatementFailedException failure = new StatementFailedException(
                row.set(), row.id(), undo, starting.started(), starting.total(), sql, cause);
        Progress before = broken(cause) ? starting : starting.completed(starting.done());
        try {
            record(row, () -> {
                if (undo) {
                    // What a rollback has not touched stays as it was, or nothing but that rollback could ever follow.
                    history.undoProgress(row, before.started() == 0 ? row.stateBeforeRollback() : ROLLING_BACK, before);
                } else {
                    history.finish(row, HistoryRow.State.FAILED, before, millisSince(start));
                }
            });
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private static boolean broken(SQLException e) {
        return e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException;
    }

    private void record(HistoryRow row, MigrationLock.Write write) {
        boolean held = Database.access("was recording the progress of " + row.id(), () -> lock.write(write));
        if (!held) {
            throw new LockLostException(row.set(), row.id());
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
