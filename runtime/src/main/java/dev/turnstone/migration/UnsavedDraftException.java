package dev.turnstone.migration;

/** The set's newest migration is a draft, which nobody has saved; it may still change, so it is not applied. */
public final class UnsavedDraftException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     */
    public UnsavedDraftException(String set, String id) {
        super("The newest migration of " + set + ", " + id
                + ", is a draft: the entities changed, and nobody has saved the change as"
                + " a migration. A draft is never applied, as it may still change. Save it: compile with"
                + " -Aturnstone.save=NAME (if Maven finds nothing to compile, put \"clean\" before), commit the new file,"
                + " and start again.");
    }
}
