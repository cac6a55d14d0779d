package dev.turnstone.migration;

/** The database needs a migration whose file was pruned after a checkpoint had replaced it. */
public final class MigrationPrunedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the id of the first migration that the database needs
     * @param last the id of the last migration that was pruned
     * @param checkpoint the id of the checkpoint that replaced it
     */
    public MigrationPrunedException(String set, String id, String last, String checkpoint) {
        super("The migration " + id + " of " + set + " is pending, but this version of the application does not have it"
                + " any more: " + checkpoint + " replaced everything up to " + last
                + ", and the old files were pruned. The checkpoint serves a database without any of them; this one has"
                + " some. Nothing was changed. Start a version of the application whose history still has the files "
                + id + ".json to " + last + ".json (before the commit that deleted them: git log --diff-filter=D -- '*/"
                + id + ".json') and let it apply up to " + last + "; then start this one again.");
    }
}
