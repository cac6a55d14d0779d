package dev.turnstone.migration;

/** A pending migration lies before one that was applied. */
public final class MigrationOutOfOrderException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the pending migration's id
     * @param applied the id of an applied migration after it
     */
    public MigrationOutOfOrderException(String set, String id, String applied) {
        super("The migration " + id + " of " + set + " is pending but lies before " + applied
                + ", which was applied. Migrations are"
                + " applied in order only. Move it to the end: delete its file, restore the snapshot, and save the change again;"
                + " or roll back with rollback() until " + applied + " is undone, then apply again.");
    }
}
