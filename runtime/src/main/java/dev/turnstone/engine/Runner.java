package dev.turnstone.engine;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import dev.turnstone.dialect.Failure;
import dev.turnstone.dialect.Step;
import dev.turnstone.engine.HistoryRow.Progress;
import dev.turnstone.migration.DataStepFailedException;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.LockLostException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationReport.Executed;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.StatementFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs statements and records them. What runs in a transaction is recorded in it. A statement that runs on its own is
 * recorded as started before it runs, and as done together with the start of the next; so a process may be killed
 * anywhere: at most one statement is uncertain, and the database is asked about it.
 */
final class Runner {

    private static final System.Logger LOG = System.getLogger("dev.turnstone");
    private static final MigrationLock.Write NOTHING = () -> {};

    final History history;
    final MigrationLock lock;
    final Retry retry;
    final Steps steps;
    private final Database database;
    private MigrationLock.Write unwritten = NOTHING;

    Runner(List<MigrationSet> sets, Database database, History history, MigrationLock lock, Retry retry) {
        this.database = database;
        this.history = history;
        this.lock = lock;
        this.retry = retry;
        this.steps = new Steps(this, sets, database);
    }

    Executed apply(Script script, int batch) {
        if (!script.begun() && !script.preconditions().isEmpty()) {
            // Whoever took the lock over may be changing what the preconditions look at.
            if (unwritten != NOTHING || !lock.fresh()) {
                settle(script.set().name(), script.entry().id());
            }
            Preconditions.check(script, database, lock::mark);
        }
        return run(new Course.There(history, script, batch));
    }

    Executed rollBack(HistoryRow row) {
        Executed executed = run(new Course.Back(history, row));
        flush(row.set(), row.id());
        return executed;
    }

    /** Applies migrations in one transaction, all or none; each of them must have nothing but transactional blocks. */
    List<Executed> applyTogether(List<Script> scripts, int batch) {
        long start = System.nanoTime();
        LOG.log(INFO, "Applying {0} migrations in one transaction", scripts.size());
        List<String> statements = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Script script : scripts) {
            statements.addAll(marked(script.blocks()));
        }
        Script last = scripts.get(scripts.size() - 1);
        try {
            retry.run(() -> {
                rows.clear();
                write(last.set().name(), last.entry().id(), () -> {
                    database.executeAll(statements);
                    long millis = millisSince(start) / scripts.size();
                    for (Script script : scripts) {
                        rows.addAll(history.done(HistoryRow.of(script, batch), millis, script));
                    }
                    history.insert(rows);
                });
                return null;
            });
        } catch (SQLException e) {
            if (cancelled(e)) {
                throw new DatabaseAccessException(
                        "was applying " + scripts.size() + " migrations in one transaction", e);
            }
            // One after the other shows which statement fails, and leaves what comes before it applied.
            List<Executed> executed = new ArrayList<>();
            scripts.forEach(script -> executed.add(apply(script, batch)));
            return executed;
        }
        Duration each = Duration.ofMillis(millisSince(start) / scripts.size());
        List<Executed> executed = new ArrayList<>();
        for (Script script : scripts) {
            executed.add(new Executed(script.set().name(), script.entry().id(), script.total(), each));
        }
        return executed;
    }

    private Executed run(Course course) {
        long start = System.nanoTime();
        HistoryRow row = course.row();
        List<Block> blocks = course.blocks();
        Progress progress = course.progress();
        LOG.log(
                INFO,
                course.undo() ? "Rolling back {0} of {1}: {2} statements" : "Applying {0} of {1}: {2} statements",
                row.id(),
                row.set(),
                progress.total() - progress.done());
        steps.requireClasses(course);
        int ran = 0;
        boolean finished = false;
        for (Block block : blocks) {
            if (block.number() <= progress.done()) {
                continue;
            }
            boolean last = block.last() == progress.total();
            if (block.transactional()) {
                ran += together(course, block, last, start);
                finished = last;
            } else if (!course.doubtful(block)
                    || !steps.happened(row, block.steps().get(0))) {
                alone(course, block, start);
                ran++;
            }
        }
        if (!finished) {
            // Written together with what comes next.
            long millis = millisSince(start);
            MigrationLock.Write before = unwritten;
            unwritten = () -> {
                before.run();
                course.finish(millis);
            };
        }
        return new Executed(row.set(), row.id(), ran, Duration.ofMillis(millisSince(start)));
    }

    /** Records what was not recorded yet. */
    void flush(String set, String id) {
        if (unwritten != NOTHING) {
            settle(set, id);
        }
    }

    /** Records what was not recorded yet, and shows that the lock is still held. */
    private void settle(String set, String id) {
        Database.access(
                "was recording the progress of " + id,
                () -> retry.run(() -> {
                    write(set, id, NOTHING);
                    return null;
                }));
    }

    /** Gives the number of statements that ran. */
    private int together(Course course, Block block, boolean last, long start) {
        Place at = new Place(block);
        at.begun = course.progress().uncertain(block.number());
        try {
            return retry.run(() -> {
                renew(course.row());
                int ran = atOnce(course, block, last, start, at)
                        ? block.steps().size()
                        : transaction(course, block, last, start, at);
                course.recorded();
                return ran;
            });
        } catch (SQLException e) {
            throw failed(course, at, block.number() - 1, e, start);
        }
    }

    /**
     * Several statements travel together; false if they must go one by one, be it that one of them fails. Where a statement
     * may outlive its transaction, it would happen twice.
     */
    private boolean atOnce(Course course, Block block, boolean last, long start, Place at) throws SQLException {
        boolean several = block.steps().size() > 1 && block.plain();
        if (!several
                || at.apart
                || course.doubtful(block)
                || !database.dialect().transactional()) {
            return false;
        }
        List<String> statements = marked(List.of(block));
        try {
            write(course.row().set(), course.row().id(), () -> {
                database.executeAll(statements);
                record(course, block, last, start);
            });
            return true;
        } catch (SQLException e) {
            if (cancelled(e) || database.meaning(e) == Failure.UNCERTAIN) {
                at.find(block, statements, e);
                throw e;
            }
            at.apart = true;
            return false;
        }
    }

    /** Whether somebody, or a limit of time, ended the statement: it must not run again unasked. */
    private static boolean cancelled(SQLException e) {
        return "57014".equals(e.getSQLState());
    }

    private List<String> marked(List<Block> blocks) {
        List<String> statements = new ArrayList<>();
        for (String sql : Block.sqlAfter(blocks, 0)) {
            LOG.log(DEBUG, sql);
            statements.add(lock.mark(sql));
        }
        return statements;
    }

    private int transaction(Course course, Block block, boolean last, long start, Place at) throws SQLException {
        int[] ran = {0};
        write(course.row().set(), course.row().id(), () -> {
            boolean doubtful = course.doubtful(block);
            for (int i = 0; i < block.steps().size(); i++) {
                Step step = block.steps().get(i);
                at.number = block.number() + i;
                at.step = step;
                if (!doubtful || !steps.happened(course.row(), step)) {
                    steps.perform(course, at, step, NOTHING);
                    ran[0]++;
                }
            }
            record(course, block, last, start);
        });
        return ran[0];
    }

    private static void record(Course course, Block block, boolean last, long start) throws SQLException {
        if (last) {
            course.finish(millisSince(start));
        } else {
            course.record(Progress.upTo(course.progress().total(), block.last()));
        }
    }

    private void alone(Course course, Block block, long start) {
        Step step = block.steps().get(0);
        HistoryRow row = course.row();
        Progress starting = course.progress().starting(block.number());
        Database.access(
                "was recording the progress of " + row.id(),
                () -> retry.run(() -> {
                    write(row.set(), row.id(), () -> course.record(starting));
                    course.recorded();
                    return null;
                }));
        try {
            retry.run(() -> {
                renew(row);
                steps.perform(course, new Place(block), step, () -> renew(row));
                return null;
            });
        } catch (SQLException e) {
            // The database said that the statement did not happen, so it is not uncertain; unless the connection broke.
            int done = -1;
            if (database.meaning(e) != Failure.UNCERTAIN) {
                done = starting.done();
                try {
                    renew(row);
                    steps.executeEach(step.leftovers(), NOTHING);
                } catch (SQLException uncleared) {
                    e.addSuppressed(uncleared);
                }
            }
            boolean repeated = course.doubtful(block) && step.doneQuery().isEmpty();
            throw failed(course, new Place(block), done, repeated ? repeated(e) : e, start);
        }
    }

    private static SQLException repeated(SQLException cause) {
        return new SQLException(
                cause.getMessage()
                        + "\nAn earlier run was broken off at this statement, so it may have happened already. If it has, take"
                        + " its effect away by hand before you go on.",
                cause.getSQLState(),
                cause.getErrorCode(),
                cause);
    }

    /** Shows that this process is alive, before its lease comes to an end. */
    private void renew(HistoryRow row) throws SQLException {
        if (!lock.fresh()) {
            write(row.set(), row.id(), NOTHING);
        }
    }

    /** What is done is known, unless it is below zero. */
    private MigrationException failed(Course course, Place at, int done, SQLException cause, long start) {
        HistoryRow row = course.row();
        int total = course.progress().total();
        MigrationException failure = at.step.kind() == Step.Kind.DATA
                ? new DataStepFailedException(
                        row.set(),
                        row.id(),
                        at.step.data().step(),
                        course.undo(),
                        at.begun,
                        cause.getCause() instanceof RuntimeException thrown ? thrown : cause)
                : new StatementFailedException(
                        row.set(), row.id(), course.undo(), at.number, total, done, at.step.sql(), cause);
        Progress before = done < 0 || at.begun ? course.progress().starting(at.number) : Progress.upTo(total, done);
        try {
            retry.run(() -> {
                write(row.set(), row.id(), () -> course.fail(before, millisSince(start)));
                return null;
            });
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void write(String set, String id, MigrationLock.Write write) throws SQLException {
        MigrationLock.Write before = unwritten;
        boolean held = lock.write(() -> {
            before.run();
            write.run();
        });
        if (!held) {
            throw new LockLostException(set, id);
        }
        written();
    }

    /** What was not recorded before is recorded now. */
    void written() {
        unwritten = NOTHING;
    }

    /** Begins a further transaction of the lock's holder. */
    void hold(HistoryRow row) throws SQLException {
        if (!lock.renew()) {
            throw new LockLostException(row.set(), row.id());
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
