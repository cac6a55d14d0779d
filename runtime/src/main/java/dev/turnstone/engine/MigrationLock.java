package dev.turnstone.engine;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.turnstone.migration.LockTimeoutException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Definitions;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets one process migrate at a time: one row of a table in the same database, which says who holds the lock. No
 * transaction is open while it is held or waited for, as DDL would end it, and one connection is enough. A process that
 * was killed leaves its row behind; the next one sees that its session is gone and takes over.
 */
final class MigrationLock implements AutoCloseable {

    /** For databases that do not tell whether a session lives: a holder that renewed nothing for so long is gone. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger("dev.turnstone");
    private static final Set<String> BUSY = Set.of("HYT00", "40001");
    private static final int ATTEMPTS_TO_FREE = 10;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 500;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Database database;
    private final String table;
    private final SessionProbe sessions;
    private final String token = UUID.randomUUID().toString();
    private final String holder = Who.process();

    private MigrationLock(Database database, TableName name) {
        this.database = database;
        this.table = database.quote(name);
        this.sessions = SessionProbe.of(database);
    }

    private record Held(
            String token,
            String holder,
            String session,
            OffsetDateTime since,
            OffsetDateTime renewed,
            OffsetDateTime now) {}

    static Table definition(TableName name) {
        return Table.of(
                name,
                List.<TableElement>of(
                        Column.of("id", Definitions.integer()).notNull(),
                        Column.of("token", Definitions.varchar(36)),
                        Column.of("holder", Definitions.varchar(200)),
                        Column.of("session", Definitions.varchar(100)),
                        Column.of("since", Definitions.timestampWithTimeZone(6)),
                        Column.of("renewed_at", Definitions.timestampWithTimeZone(6)),
                        Definitions.primaryKey("pk_" + name.name(), "id"),
                        Definitions.comment("Who migrates this database now, if a token is set.")));
    }

    /** Waits for the lock; makes its table where it is missing. */
    static MigrationLock acquire(Database database, TableName name, Duration timeout) {
        Bookkeeping.create(database, definition(name));
        MigrationLock lock = new MigrationLock(database, name);
        Database.access("was taking the migration lock", () -> {
            lock.createRow();
            lock.await(timeout);
            return null;
        });
        return lock;
    }

    private void createRow() throws SQLException {
        if (rowMissing()) {
            try {
                database.update("INSERT INTO " + table + " (id) VALUES (1)");
            } catch (SQLException e) {
                if (rowMissing()) {
                    throw e;
                }
            }
        }
    }

    private boolean rowMissing() throws SQLException {
        return !database.hasRow("SELECT 1 FROM " + table + " WHERE id = 1");
    }

    private void await(Duration timeout) throws SQLException {
        long start = System.nanoTime();
        long spokeAt = start - SILENCE.toNanos();
        long pause = FIRST_PAUSE;
        while (!take("token IS NULL")) {
            Held held = held();
            boolean free = held.token() == null;
            if (!free && takeOver(held)) {
                return;
            }
            long now = System.nanoTime();
            if (now - start > timeout.toNanos()) {
                throw free
                        ? new LockTimeoutException(timeout, table)
                        : new LockTimeoutException(held.holder(), held.since().toInstant(), timeout, table);
            }
            if (!free && now - spokeAt >= SILENCE.toNanos()) {
                LOG.log(INFO, "Waiting for the migration lock, held by {0} since {1}", held.holder(), held.since());
                spokeAt = now;
            }
            Waiting.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private boolean take(String condition, Object... parameters) throws SQLException {
        Object[] all = new Object[parameters.length + 3];
        all[0] = token;
        all[1] = holder;
        all[2] = sessions.identity();
        System.arraycopy(parameters, 0, all, 3, parameters.length);
        try {
            return database.update(
                            "UPDATE " + table + " SET token = ?, holder = ?, session = ?, since = CURRENT_TIMESTAMP,"
                                    + " renewed_at = CURRENT_TIMESTAMP WHERE id = 1 AND " + condition,
                            all)
                    == 1;
        } catch (SQLException e) {
            if (BUSY.contains(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private boolean takeOver(Held held) throws SQLException {
        SessionProbe.Life life = sessions.life(held.session());
        boolean expired = held.renewed().plus(LEASE).isBefore(held.now());
        if (life == SessionProbe.Life.ALIVE || (life == SessionProbe.Life.UNKNOWN && !expired)) {
            return false;
        }
        boolean taken = take("token = ? AND renewed_at = ?", held.token(), held.renewed());
        if (taken) {
            LOG.log(WARNING, "Took the migration lock over from {0}, whose session is gone", held.holder());
        }
        return taken;
    }

    private Held held() throws SQLException {
        return database.query(
                        row -> new Held(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class),
                                row.getObject(5, OffsetDateTime.class),
                                row.getObject(6, OffsetDateTime.class)),
                        "SELECT token, holder, session, since, renewed_at, CURRENT_TIMESTAMP FROM " + table
                                + " WHERE id = 1")
                .get(0);
    }

    /**
     * Writes to the history, if the lock is still held; renews it. The lock's row stays locked until the write is
     * committed, so nobody can take over in between.
     *
     * @return false if somebody else has the lock now; then nothing was written
     */
    boolean write(Write write) throws SQLException {
        String session = sessions.identity();
        return database.together(() -> {
            int renewed = database.update(
                    "UPDATE " + table + " SET session = ?, renewed_at = CURRENT_TIMESTAMP WHERE id = 1 AND token = ?",
                    session,
                    token);
            if (renewed == 1) {
                write.run();
            }
            return renewed == 1;
        });
    }

    /** A change of the history. */
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
            LOG.log(WARNING, "The migration lock could not be freed", e);
        }
    }

    /** A pool may keep this session alive for days, so the lock is not left behind for a row that is busy for a moment. */
    private boolean free(boolean mayFail) throws SQLException {
        try {
            database.update(
                    "UPDATE " + table
                            + " SET token = NULL, holder = NULL, session = NULL, since = NULL, renewed_at = NULL"
                            + " WHERE token = ?",
                    token);
            return true;
        } catch (SQLException e) {
            if (mayFail && BUSY.contains(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
