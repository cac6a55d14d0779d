package dev.turnstone.migration;

/** A migration was applied in another form than the one in the set. */
public final class MigrationChangedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param applied the fingerprint that the database has
     * @param now the fingerprint that the set has
     */
    public MigrationChangedException(String set, String id, String applied, String now) {
        super("The migration " + id + " of " + set
                + " was changed after it had been applied: the database has its fingerprint "
                + applied + ", the set has " + now + ". Restore its file, and those before it, as they were when it was"
                + " applied (see the log of your version control), and put further changes into a new migration.");
    }
}
