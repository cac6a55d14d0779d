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
     * @param before the id of the migration before it; empty if it is the first
     */
    public MigrationChangedException(String set, String id, String applied, String now, String before) {
        super("The migration " + id + " of " + set
                + " was changed after it had been applied: the database has its fingerprint "
                + applied + ", the set has " + now + ". If it was amended or rebuilt, take the old form back with "
                + (before.isEmpty() ? "rollback()" : "rollbackTo(\"" + before + "\")")
                + ", which runs the statements that the database kept and loses what was written into its new tables and"
                + " columns since, then call apply(). If the database must keep it, restore its file, and those before it,"
                + " as they were when it was applied (see the log of your version control), and put further changes into a"
                + " new migration.");
    }
}
