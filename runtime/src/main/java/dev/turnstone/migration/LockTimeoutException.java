package dev.turnstone.migration;

import java.time.Duration;
import java.time.Instant;

/** Another process holds the lock for longer than this one may wait. */
public final class LockTimeoutException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param holder who holds it
     * @param since since when
     * @param waited how long this process waited
     * @param table the lock table's name
     */
    public LockTimeoutException(String holder, Instant since, Duration waited, String table) {
        super("The migration lock is held by " + holder + " since " + since + "; gave up after waiting "
                + waited.toSeconds()
                + " s. Wait until it has finished and start again, or wait longer: Migrator.builder(dataSource).lockTimeout(...)."
                + " Only if you know that the holder is gone, free the lock by hand: UPDATE " + table
                + " SET token = NULL");
    }

    /**
     * Makes the exception for a lock that is free but cannot be taken, as another transaction keeps its row.
     *
     * @param waited how long this process waited
     * @param table the lock table's name
     */
    public LockTimeoutException(Duration waited, String table) {
        super("The migration lock is free, but another session's open transaction keeps the row of " + table
                + " locked; gave up after waiting "
                + waited.toSeconds()
                + " s. Look for a session that changed that table without a commit, such as a database console with"
                + " auto-commit off; commit or end it, then start again.");
    }
}
