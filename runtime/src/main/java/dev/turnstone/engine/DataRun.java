package dev.turnstone.engine;

import dev.turnstone.data.Backfill;
import dev.turnstone.data.ColumnRef;
import dev.turnstone.data.DataContext;
import dev.turnstone.data.DataStep;
import dev.turnstone.data.TableRef;
import dev.turnstone.dialect.Step;
import dev.turnstone.migration.LockLostException;
import dev.turnstone.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a data migration. It begins in a transaction of the lock's holder, and stays there unless it is a backfill, which
 * ends that transaction, has one for each range, and leaves another one open for the record that all is done.
 */
final class DataRun implements DataContext {

    private static final String MIXED =
            " A data migration is either one transaction or backfills: make two data migrations of this one.";

    final Database database;
    private final Runner runner;
    private final Course course;
    private final Step step;
    private final Place at;
    private final Connection guarded;
    private Savepoint savepoint;
    private boolean used;
    private int backfills;

    /** How far the backfills came, by the history; null before the first. */
    private String position;

    DataRun(Runner runner, Database database, Course course, Step step, Place at) {
        this.runner = runner;
        this.database = database;
        this.course = course;
        this.step = step;
        this.at = at;
        this.guarded = Guard.of(database.connection());
    }

    /** Runs it in the open transaction. */
    void run(DataStep data) throws SQLException {
        savepoint = database.connection().setSavepoint();
        try {
            if (step.data().undo()) {
                data.down(this);
            } else {
                data.up(this);
            }
        } catch (LockLostException e) {
            throw e;
        } catch (RuntimeException e) {
            SQLException below = e.getCause() instanceof SQLException sql ? sql : new SQLException();
            throw new SQLException(e.toString(), below.getSQLState(), below.getErrorCode(), e);
        }
        if (position == null) {
            release();
        } else {
            runner.hold(course.row());
        }
    }

    /** A savepoint lives as long as its transaction. */
    private void release() throws SQLException {
        try {
            database.connection().releaseSavepoint(savepoint);
        } catch (SQLException e) {
            throw new SQLException(
                    "Its transaction did not last until it ended, as after a statement that commits, or a failed one whose"
                            + " exception was caught: " + e.getMessage(),
                    e.getSQLState(),
                    e.getErrorCode(),
                    e);
        }
    }

    @Override
    public Connection connection() {
        if (position != null) {
            throw new IllegalStateException("A backfill ran before." + MIXED);
        }
        used = true;
        return guarded;
    }

    @Override
    public int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            Database.bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    @Override
    public String dialect() {
        return database.dialect().name();
    }

    @Override
    public String name(TableRef table) {
        return database.quote(new TableName(table.schema(), table.name()));
    }

    @Override
    public String name(ColumnRef<?> column) {
        return database.dialect().quote(column.name());
    }

    @Override
    public Backfill backfill(TableRef table, ColumnRef<?>... key) {
        if (used) {
            throw new IllegalStateException("The connection was used before." + MIXED);
        }
        List<String> columns = new ArrayList<>();
        for (ColumnRef<?> column : key) {
            columns.add(name(column));
        }
        return new Ranges(this, name(table), columns, ++backfills);
    }

    /** How far the backfills came in an earlier run; empty if there was none. Ends the transaction with which this one began. */
    String position() throws SQLException {
        if (position == null) {
            String text = runner.history.backfill(course.row());
            String mine = step.sql() + "\n";
            position = text.startsWith(mine) ? text.substring(mine.length()) : "";
            database.commit();
            runner.written();
        }
        return position;
    }

    /** Runs something in a transaction of its own; tries again what a lock of somebody else prevented. */
    <T> T range(Database.Work<T> work) throws SQLException {
        T result = runner.retry.run(() -> database.part(() -> {
            runner.hold(course.row());
            if (!at.begun) {
                course.record(course.progress().starting(at.number));
            }
            savepoint = database.connection().setSavepoint();
            T found = work.run();
            release();
            return found;
        }));
        at.begun = true;
        course.recorded();
        return result;
    }

    void work(Backfill.Work work, String range) throws SQLException {
        work.run(guarded, range);
    }

    void execute(String sql) throws SQLException {
        database.execute(runner.lock.mark(sql));
    }

    /** To be called in the transaction of a range. */
    void record(String text) throws SQLException {
        runner.history.backfill(course.row(), step.sql() + "\n" + text);
    }

    @Override
    public String toString() {
        return step.data().step();
    }
}
