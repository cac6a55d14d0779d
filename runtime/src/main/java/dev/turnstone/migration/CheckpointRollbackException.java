package dev.turnstone.migration;

/** A migration cannot be taken back by itself: a checkpoint did it at once with others. */
public final class CheckpointRollbackException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param origin the checkpoint's id, and the last migration that it replaces
     */
    public CheckpointRollbackException(String set, String id, String origin) {
        super("The migration " + id + " of " + set
                + " cannot be taken back: this database got it at once with others from "
                + origin + ". Nothing was changed. What was applied after that can be taken back: rollbackTo(\""
                + origin.substring(origin.lastIndexOf(' ') + 1)
                + "\"). To have nothing of the set at all, begin with an empty database.");
    }
}
