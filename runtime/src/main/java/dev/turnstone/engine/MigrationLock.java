package dev.turnstone.engine;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.turnstone.dialect.Failure;
import dev.turnstone.dialect.Sessions;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.LockTimeoutException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Definitions;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets one process migrate at a time: one row of a table in the same database, which says who holds the lock. It is taken by
 * one conditional update that commits at once, which has one winner on a cluster, too, and needs no session of its own, so
 * that poolers may stand between. No transaction is open while it is waited for. A process that was killed leaves its row
 * behind; the next one sees that its session is gone, or that it was silent for the lease, and takes over. Each write of the
 * holder is made on condition that it still holds the lock.
 */
final class MigrationLock implements AutoCloseable {

    /** Where a database cannot tell whether the holder is at work, its lease is so many times as long. */
    private static final int BLIND = 4;

    private static final System.Logger LOG = System.getLogger("dev.turnstone");
    private static final int ATTEMPTS_TO_FREE = 10;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 500;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Database database;
    private final Settings settings;
    private final String table;
    private final Sessions sessions;
    private final String token = UUID.randomUUID().toString();
    private final String session;
    private final String now;
    private long provenAt;
    private String asleep = "";
    private long asleepSince;
    private String ended = "";

    private MigrationLock(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
        this.table = database.quote(settings.lock());
        this.sessions = database.dialect().sessions();
        this.session = sessions.identity().isEmpty() ? "?" : "(" + sessions.identity() + ")";
        this.now = sessions.now();
    }

    private record Held(String token, String holder, String session, long since, long renewed, long now) {}

    static Table definition(TableName name) {
        return Table.of(
                name,
                List.<TableElement>of(
                        Column.of("id", Definitions.integer()).notNull(),
                        Column.of("token", Definitions.varchar(36)),
                        Column.of("holder", Definitions.varchar(200)),
                        Column.of("session_id", Definitions.varchar(250)),
                        Column.of("since_ms", Definitions.bigint()),
                        Column.of("renewed_ms", Definitions.bigint()),
                        Definitions.primaryKey("pk_" + name.name(), "id")));
    }

    /** Waits for the lock; makes its table where it is missing. */
    static MigrationLock acquire(Database database, Settings settings, long start) {
        Bookkeeping.create(database, List.of(definition(settings.lock())));
        MigrationLock lock = new MigrationLock(database, settings);
        try {
            lock.await(start);
        } catch (SQLException e) {
            throw new DatabaseAccessException("was taking the migration lock", e);
        }
        return lock;
    }

    /** The first one ever; others may be making the same row. */
    private boolean begin() throws SQLException {
        try {
            database.update(
                    "INSERT INTO " + table + " (id, token, holder, session_id, since_ms, renewed_ms) VALUES (1, ?, ?, "
                            + session + ", " + now + ", " + now + ")",
                    identity());
            return true;
        } catch (SQLException e) {
            if (rows().isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    /** What the row keeps of the holder; the session's own identity is an expression of the database's, where it knows one. */
    private Object[] identity() {
        return sessions.identity().isEmpty()
                ? new Object[] {token, Who.process(), Who.identity()}
                : new Object[] {token, Who.process()};
    }

    /** Looks before it tries: a try can wait for a row that the holder's transaction keeps, and a look never does. */
    private void await(long start) throws SQLException {
        long spokeAt = System.nanoTime() - SILENCE.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            long before = System.nanoTime();
            Held held = null;
            try {
                List<Held> rows = rows();
                held = rows.isEmpty() ? null : rows.get(0);
                if (held == null ? begin() : isTaken(held)) {
                    provenAt = before;
                    return;
                }
            } catch (SQLException e) {
                if (!mayPass(e)) {
                    throw e;
                }
            }
            long time = System.nanoTime();
            boolean free = held == null || held.token() == null;
            if (time - start > settings.lockTimeout().toNanos()) {
                throw free
                        ? new LockTimeoutException(settings.lockTimeout(), table)
                        : new LockTimeoutException(held.holder(), since(held), settings.lockTimeout(), table);
            }
            if (!free && time - spokeAt >= SILENCE.toNanos()) {
                LOG.log(INFO, "Waiting for the migration lock, held by {0} since {1}", held.holder(), since(held));
                spokeAt = time;
            }
            Waiting.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private boolean isTaken(Held held) throws SQLException {
        return token.equals(held.token()) || (held.token() == null ? take("token IS NULL") : takeOver(held));
    }

    private static Instant since(Held held) {
        return Instant.ofEpochMilli(held.since());
    }

    private boolean take(String condition, Object... parameters) throws SQLException {
        return change(
                        "UPDATE " + table + " SET token = ?, holder = ?, session_id = " + session + ", since_ms = "
                                + now + ", renewed_ms = " + now + " WHERE id = 1 AND " + condition,
                        joined(identity(), parameters))
                == 1;
    }

    private List<String> prologue() {
        return database.dialect().prologue(settings.tableLockWait(), settings.lease());
    }

    /** Changes the row, and commits at once; does not wait for it longer than for a table, where the database can. */
    private int change(String sql, Object... parameters) throws SQLException {
        List<String> prologue = prologue();
        if (prologue.isEmpty()) {
            return database.update(sql, parameters);
        }
        return database.together(() -> {
            database.executeAll(prologue);
            return database.update(sql, parameters);
        });
    }

    /** Whether the next look may find other circumstances; a connection that is lost does not come back. */
    private boolean mayPass(SQLException e) throws SQLException {
        return switch (database.meaning(e)) {
            case BUSY -> true;
            case UNCERTAIN -> database.alive();
            default -> false;
        };
    }

    private static Object[] joined(Object[] first, Object[] second) {
        Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private boolean takeOver(Held held) throws SQLException {
        Sessions.Life life = life(held);
        if (life != Sessions.Life.IDLE) {
            asleep = "";
        }
        long silent = held.now() - held.renewed();
        long lease = settings.lease().toMillis();
        boolean gone = switch (life) {
            case BUSY -> false;
            case GONE -> true;
            case IDLE -> sleeps(held) && silent > lease;
            case UNKNOWN -> silent > BLIND * lease;
        };
        if (!gone) {
            return false;
        }
        if (life == Sessions.Life.IDLE && !ended.equals(held.token())) {
            // The next look shows whether the session is gone.
            ended = held.token();
            end(held);
            return false;
        }
        boolean taken = take("token = ? AND renewed_ms = ?", held.token(), held.renewed());
        if (taken) {
            LOG.log(
                    WARNING,
                    "Took the migration lock over from {0}, which is gone or was silent for {1} ms",
                    held.holder(),
                    silent);
        }
        return taken;
    }

    /** Between two statements the holder is idle, too; so it must be seen idle for a while. */
    private boolean sleeps(Held held) {
        String seen = held.token() + held.renewed();
        long time = System.nanoTime();
        if (!seen.equals(asleep)) {
            asleep = seen;
            asleepSince = time;
        }
        return time - asleepSince > settings.lease().toNanos() / 4;
    }

    private Sessions.Life life(Held held) throws SQLException {
        if (sessions.identity().isEmpty()) {
            return Who.life(held.session());
        }
        String question = sessions.life(held.session(), held.token());
        return question.isEmpty()
                ? Sessions.Life.UNKNOWN
                : Sessions.Life.valueOf(database.texts(question).get(0));
    }

    /** A holder that sleeps loses its session, so that nothing of what it was about to do reaches the database. */
    private void end(Held held) {
        String statement = sessions.identity().isEmpty() ? "" : sessions.end(held.session());
        if (!statement.isEmpty()) {
            try {
                database.execute(statement);
            } catch (SQLException e) {
                LOG.log(INFO, "The session of {0} could not be ended: {1}", held.holder(), e.getMessage());
            }
        }
    }

    private List<Held> rows() throws SQLException {
        return database.query(
                row -> new Held(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                "SELECT token, holder, session_id, since_ms, renewed_ms, " + now + " FROM " + table + " WHERE id = 1");
    }

    /** A statement with a comment by which others see who runs it, even if a pooler stands between. */
    String mark(String sql) {
        return "/* turnstone " + token + " */ " + sql;
    }

    /** Whether this process was silent for long, and finds its session ended. */
    boolean lost() {
        return !fresh() && !database.alive();
    }

    /** Whether the lock was proven so lately that nobody can have taken it over. */
    boolean fresh() {
        return System.nanoTime() - provenAt < settings.lease().toNanos() / 2;
    }

    /**
     * Writes, if the lock is still held; renews it. The lock's row stays locked until the write is committed, so nobody can
     * take over in between.
     *
     * @return false if somebody else has the lock now; then nothing was written
     */
    boolean write(Write write) throws SQLException {
        long before = System.nanoTime();
        boolean held = database.together(() -> {
            boolean renewed = renew();
            if (renewed) {
                write.run();
            }
            return renewed;
        });
        if (held) {
            provenAt = before;
        }
        return held;
    }

    /** Begins a transaction of the holder: renews the lock in it, if it is still held. */
    boolean renew() throws SQLException {
        // A pooler, or a driver that connects again, may have gone on with another session; a process stays the same.
        String update =
                "UPDATE " + table + " SET " + (sessions.identity().isEmpty() ? "" : "session_id = " + session + ", ")
                        + "renewed_ms = " + now + " WHERE id = 1 AND token = '" + token + "'";
        List<String> statements = new ArrayList<>(prologue());
        if (statements.isEmpty()) {
            return database.executeUpdate(update) == 1;
        }
        statements.add(update);
        int[] counts = database.executeAll(statements);
        return counts[counts.length - 1] == 1;
    }

    /** A change of the database. */
    interface Write {
        void run() throws SQLException;
    }

    @Override
    public void close() {
        try {
            for (int attempt = 1; !free(attempt < ATTEMPTS_TO_FREE); attempt++) {
                Waiting.sleep(FIRST_PAUSE);
            }
        } catch (SQLException | MigrationException e) {
            // Whoever comes next sees that the session is gone; what the caller gets to know matters more.
            LOG.log(WARNING, "The migration lock could not be freed: {0}", e.getMessage());
        }
    }

    /** A pool may keep this session alive for days, so the lock is not left behind for a row that is busy for a moment. */
    private boolean free(boolean mayFail) throws SQLException {
        try {
            change(
                    "UPDATE " + table
                            + " SET token = NULL, holder = NULL, session_id = NULL, since_ms = NULL, renewed_ms = NULL"
                            + " WHERE token = ?",
                    token);
            return true;
        } catch (SQLException e) {
            if (mayFail && database.meaning(e) == Failure.BUSY) {
                return false;
            }
            throw e;
        }
    }
}
