package dev.turnstone.engine;

import dev.turnstone.migration.MigrationException;

/** Sleeps that an interrupt ends. */
final class Waiting {

    private Waiting() {}

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    "The thread was interrupted while it waited for the database. Start again.", e);
        }
    }
}
