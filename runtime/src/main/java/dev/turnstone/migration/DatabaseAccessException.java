package dev.turnstone.migration;

/** The database failed outside of a migration's own statements. */
public final class DatabaseAccessException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param what what was tried, as in "read the history"
     * @param cause what the driver said
     */
    public DatabaseAccessException(String what, Throwable cause) {
        super(
                "The database failed while Turnstone " + what + ": " + cause.getMessage()
                        + "\nSee to the cause, then start again; what was done so far is recorded.",
                cause);
    }
}
