package dev.turnstone.engine;

import static java.lang.System.Logger.Level.INFO;

import dev.turnstone.dialect.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries again what a lock of somebody else prevented. The pauses grow, and vary so that two that met do not meet again.
 * Between two tries no lock is waited for, so that the others' work goes on: a queue forms behind every lock that is waited
 * for.
 */
final class Retry {

    private static final System.Logger LOG = System.getLogger("dev.turnstone");
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    private final Meaning meaning;
    private final Duration patience;
    private final long longestPause;

    /** Says what an error means. */
    interface Meaning {
        Failure meaning(SQLException e);
    }

    /**
     * Tries for a time.
     *
     * @param meaning says what an error means
     * @param patience how long to go on trying
     * @param lease how long the holder of the migration lock may be silent
     */
    Retry(Meaning meaning, Duration patience, Duration lease) {
        this.meaning = meaning;
        this.patience = patience;
        this.longestPause = Math.min(LONGEST_PAUSE, lease.toMillis() / 4);
    }

    <T> T run(Database.Work<T> work) throws SQLException {
        long start = System.nanoTime();
        long pause = Math.min(FIRST_PAUSE, longestPause);
        while (true) {
            try {
                return work.run();
            } catch (SQLException e) {
                if (meaning.meaning(e) != Failure.BUSY || System.nanoTime() - start > patience.toNanos()) {
                    throw e;
                }
                LOG.log(INFO, "Trying again, as another session is in the way: {0}", e.getMessage());
                Waiting.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
                pause = Math.min(2 * pause, longestPause);
            }
        }
    }
}
