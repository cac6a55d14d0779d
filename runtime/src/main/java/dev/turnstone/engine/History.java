package dev.turnstone.engine;

import dev.turnstone.dialect.Failure;
import dev.turnstone.migration.CheckpointRollbackException;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Definitions;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The history table: what was applied to a database, and how it is taken back. */
final class History {

    private static final String COLUMNS =
            "set_name, id, fingerprint, position, batch, state, statements, started, done,"
                    + " undo_statements, undo_started, undo_done, started_at, finished_at, applied_by";

    /** Stands where the statements would that take a migration back. */
    private static final String FROM_CHECKPOINT = "-- came at once from ";

    private static final String FROM_BEFORE = "-- was there before";

    /** The batch of what was there before: whatever was applied is taken back first. */
    private static final int BEFORE_ALL = 0;

    private final Database database;
    private final TableName name;
    private final TableName lock;
    private final String table;
    private final Retry retry;

    History(Database database, Settings settings) {
        this.database = database;
        this.name = settings.history();
        this.lock = settings.lock();
        this.table = database.quote(name);
        this.retry = new Retry(database, settings.lockTimeout(), settings.lease());
    }

    static Table definition(TableName name) {
        return Table.of(
                name,
                List.<TableElement>of(
                        required("set_name", 200),
                        required("id", 200),
                        required("fingerprint", 64),
                        count("position"),
                        count("batch"),
                        required("state", 20),
                        count("statements"),
                        count("started"),
                        count("done"),
                        count("undo_statements"),
                        count("undo_started"),
                        count("undo_done"),
                        required("started_at", 30),
                        Column.of("finished_at", Definitions.varchar(30)),
                        Column.of("duration_ms", Definitions.bigint()).notNull(),
                        required("applied_by", 200),
                        required("tool_version", 40),
                        Column.of("undo_sql", Definitions.text()).notNull(),
                        Column.of("backfill", Definitions.text()),
                        Definitions.primaryKey("pk_" + name.name(), "set_name", "id")));
    }

    private static Column required(String column, int length) {
        return Column.of(column, Definitions.varchar(length)).notNull();
    }

    private static Column count(String column) {
        return Column.of(column, Definitions.integer()).notNull();
    }

    /** Makes the table where it is missing, and in the same transaction that of the lock, which will be needed next. */
    void create() {
        Bookkeeping.create(database, List.of(definition(name), MigrationLock.definition(lock)));
    }

    /** All migrations of all sets, oldest first in each; empty if there is no history table yet. */
    Optional<List<HistoryRow>> rows() {
        try {
            return Optional.of(retry.run(() -> database.query(
                    this::row, "SELECT " + COLUMNS + " FROM " + table + " ORDER BY set_name, position, id")));
        } catch (SQLException e) {
            if (database.meaning(e) == Failure.NO_SUCH_TABLE) {
                return Optional.empty();
            }
            throw new DatabaseAccessException("was reading the history", e);
        }
    }

    private HistoryRow row(ResultSet row) throws SQLException {
        try {
            return read(row);
        } catch (IllegalArgumentException e) {
            throw new MigrationException(
                    "The row of the migration " + row.getString("id") + " of " + row.getString("set_name") + " in "
                            + table + " was changed by hand and cannot be understood: " + e.getMessage()
                            + " Restore it from a backup of the database, or correct it by hand.",
                    e);
        }
    }

    private static HistoryRow read(ResultSet row) throws SQLException {
        String finished = row.getString("finished_at");
        return new HistoryRow(
                row.getString("set_name"),
                row.getString("id"),
                row.getString("fingerprint"),
                row.getInt("position"),
                row.getInt("batch"),
                HistoryRow.State.named(row.getString("state")),
                new HistoryRow.Progress(row.getInt("statements"), row.getInt("started"), row.getInt("done")),
                new HistoryRow.Progress(
                        row.getInt("undo_statements"), row.getInt("undo_started"), row.getInt("undo_done")),
                instant(finished == null ? row.getString("started_at") : finished),
                row.getString("applied_by"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("it has the time \"" + text + "\".", e);
        }
    }

    UndoScript undoScript(HistoryRow row) {
        return Database.access("was reading the undo statements of " + row.id(), () -> {
            String undo = database.query(
                            text -> text.getString(1),
                            "SELECT undo_sql FROM " + table + " WHERE set_name = ? AND id = ?",
                            row.set(),
                            row.id())
                    .get(0);
            if (undo.startsWith(FROM_CHECKPOINT)) {
                throw new CheckpointRollbackException(row.set(), row.id(), undo.substring(FROM_CHECKPOINT.length()));
            }
            if (undo.equals(FROM_BEFORE)) {
                throw new MigrationException("The migration " + row.id() + " of " + row.set()
                        + " cannot be taken back: what it does was in the database before Turnstone was, and baseline()"
                        + " recorded it. Nothing was changed.");
            }
            return UndoScript.parse(undo);
        });
    }

    /** How far the backfills of a data migration came; empty if none was begun. */
    String backfill(HistoryRow row) throws SQLException {
        List<String> found = database.query(
                text -> text.getString(1),
                "SELECT COALESCE(backfill, '') FROM " + table + " WHERE set_name = ? AND id = ?",
                row.set(),
                row.id());
        return found.isEmpty() ? "" : found.get(0);
    }

    void backfill(HistoryRow row, String position) throws SQLException {
        change(row, "backfill = ?", position);
    }

    void insert(HistoryRow row, HistoryRow.State state, HistoryRow.Progress progress, Long millis, Script script)
            throws SQLException {
        insert(List.<Object[]>of(
                values(row, state, progress, millis, script.set(), script.undo().format())));
    }

    /** Several migrations that are done, in as few round trips as the driver can. */
    void insert(List<Object[]> rows) throws SQLException {
        database.updateAll(
                "INSERT INTO " + table + " (" + COLUMNS + ", duration_ms, tool_version, undo_sql)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The rows of a migration that is done: its own, or those of all that the checkpoint replaces. */
    List<Object[]> done(HistoryRow row, long millis, Script script) {
        HistoryRow.Progress all = HistoryRow.Progress.all(script.total());
        if (!script.pending().checkpoint()) {
            return List.<Object[]>of(values(
                    row,
                    HistoryRow.State.APPLIED,
                    all,
                    millis,
                    script.set(),
                    script.undo().format()));
        }
        List<MigrationSet.Entry> entries = script.set().entries();
        int last = script.pending().position();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            String undo = FROM_CHECKPOINT + row.id() + ", which ends with "
                    + entries.get(last).id();
            Object[] values = values(row, HistoryRow.State.APPLIED, all, i == last ? millis : 0, script.set(), undo);
            values[1] = entries.get(i).id();
            values[2] = entries.get(i).fingerprint();
            values[3] = i;
            values[9] = 0;
            rows.add(values);
        }
        return rows;
    }

    /** Records the first migrations of a set, up to a place, as applied: the database has what they do. */
    void insert(MigrationSet set, int last) throws SQLException {
        HistoryRow.Progress none = HistoryRow.Progress.none(0);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            MigrationSet.Entry entry = set.entries().get(i);
            HistoryRow row = new HistoryRow(
                    set.name(),
                    entry.id(),
                    entry.fingerprint(),
                    i,
                    BEFORE_ALL,
                    HistoryRow.State.APPLIED,
                    none,
                    none,
                    Instant.now(),
                    Who.user());
            rows.add(values(row, row.state(), none, 0L, set, FROM_BEFORE));
        }
        insert(rows);
    }

    private static Object[] values(
            HistoryRow row,
            HistoryRow.State state,
            HistoryRow.Progress progress,
            Long millis,
            MigrationSet set,
            String undo) {
        return new Object[] {
            row.set(),
            row.id(),
            row.fingerprint(),
            row.position(),
            row.batch(),
            state.name(),
            progress.total(),
            progress.started(),
            progress.done(),
            row.undo().total(),
            row.undo().started(),
            row.undo().done(),
            text(row.since()),
            millis == null ? null : now(),
            row.by(),
            millis == null ? 0L : millis,
            set.toolVersion(),
            undo
        };
    }

    /** How far a migration is; with a duration it has come to an end for now. */
    void progress(HistoryRow row, HistoryRow.State state, HistoryRow.Progress progress, Long millis)
            throws SQLException {
        change(
                row,
                "state = ?, started = ?, done = ?, finished_at = ?, duration_ms = duration_ms + ?",
                state.name(),
                progress.started(),
                progress.done(),
                millis == null ? null : now(),
                millis == null ? 0L : millis);
    }

    void undoProgress(HistoryRow row, HistoryRow.State state, HistoryRow.Progress progress) throws SQLException {
        change(
                row,
                "state = ?, undo_started = ?, undo_done = ?, finished_at = ?",
                state.name(),
                progress.started(),
                progress.done(),
                now());
    }

    private void change(HistoryRow row, String assignments, Object... values) throws SQLException {
        Object[] parameters = Arrays.copyOf(values, values.length + 2);
        parameters[values.length] = row.set();
        parameters[values.length + 1] = row.id();
        database.update("UPDATE " + table + " SET " + assignments + " WHERE set_name = ? AND id = ?", parameters);
    }

    void delete(HistoryRow row) throws SQLException {
        database.update("DELETE FROM " + table + " WHERE set_name = ? AND id = ?", row.set(), row.id());
    }

    private static String now() {
        return text(Instant.now());
    }

    /** Milliseconds always have three digits, so that texts sort as times do. */
    private static String text(Instant time) {
        String text = time.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.indexOf('.') < 0 ? text.replace("Z", ".000Z") : text;
    }
}
