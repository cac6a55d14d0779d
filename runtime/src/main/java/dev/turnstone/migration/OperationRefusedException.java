package dev.turnstone.migration;

/** The database cannot do what a migration asks for; nothing was changed. */
public final class OperationRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param dialect the dialect's name
     * @param reason why, and what to do instead; sentences
     */
    public OperationRefusedException(String set, String id, String dialect, String reason) {
        super("The migration " + id + " of " + set + " cannot be applied to " + dialect + ": " + reason
                + " Nothing was changed.");
    }
}
