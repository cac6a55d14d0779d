package dev.turnstone.migration;

/** A data migration threw an exception. What it did in its last transaction was rolled back. */
public final class DataStepFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** The migration set's name. */
    private final String set;

    /** The migration's id. */
    private final String id;

    /** The class. */
    private final String step;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param step the binary name of the data migration's class
     * @param undo whether it was to be taken back
     * @param ranges whether it is a backfill, of which ranges may be done
     * @param cause what it threw
     */
    public DataStepFailedException(String set, String id, String step, boolean undo, boolean ranges, Throwable cause) {
        super(
                "The data migration " + step + " failed" + (undo ? " to take itself back" : "") + ", in the migration "
                        + id + " of " + set + ": " + cause + "\n"
                        + (ranges
                                ? "What it did in the last range was rolled back; the ranges before are done and recorded. "
                                : "All that it did was rolled back. ")
                        + "Correct it or remove the cause, then call " + (undo ? "rollback()" : "apply()")
                        + (ranges ? ": it goes on with the range that failed" : ": it runs again")
                        + (undo ? "." : "; or call rollback() to take back what was done of the migration."),
                cause);
        this.set = set;
        this.id = id;
        this.step = step;
    }

    /**
     * The migration set's name.
     *
     * @return the name
     */
    public String set() {
        return set;
    }

    /**
     * The migration's id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The data migration.
     *
     * @return the binary name of its class
     */
    public String step() {
        return step;
    }
}
