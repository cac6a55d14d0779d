package dev.turnstone.migration;

/** A migration was applied that the set lacks, although the set has newer ones that were applied too. */
public final class MigrationMissingException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param newer the id of a newer migration that both have
     */
    public MigrationMissingException(String set, String id, String newer) {
        super("The migration " + id + " of " + set + " was applied to the database but is not in the set, although "
                + newer
                + ", which came after it, is. Its file was deleted or renamed: restore it from version control.");
    }
}
