package dev.turnstone.migration;

/** Another process took the lock over while this one was migrating, so this one stopped. */
public final class LockLostException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     */
    public LockLostException(String set, String id) {
        super("While the migration " + id + " of " + set
                + " was running, another process took the lock over: the database had lost"
                + " this one's session, or a statement took longer than the lock's lease. This process stopped; the other one goes"
                + " on. Look at status(), then start again.");
    }

    /**
     * Makes the exception for a process that finds its session ended after a long silence.
     *
     * @param cause what failed then
     */
    public LockLostException(MigrationException cause) {
        super(
                "This process did nothing for longer than the lease of the migration lock, as one that was stopped does, and"
                        + " its session was ended, so that another process could take the lock over. What failed: "
                        + cause.getMessage() + " Look at status(), then start again.",
                cause);
    }
}
