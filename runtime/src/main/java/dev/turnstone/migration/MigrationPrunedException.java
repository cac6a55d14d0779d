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
     * @param empty whether the database has none of the set, and only the target is too old
     */
    public MigrationPrunedException(String set, String id, String last, String checkpoint, boolean empty) {
        super("The migration " + id + " of " + set + " is pending, but this version of the application does not have it"
                + " any more: " + checkpoint + " replaced everything up to " + last
                + ", and the old files were pruned. "
                + (empty
                        ? "The checkpoint goes further than the target at once. Nothing was changed. Name a later target, or call"
                                + " apply(). For a state in between start"
                        : "The checkpoint serves a database without any of them; this one has some. Nothing was changed. Start")
                + " a version of the application whose history still has the files " + id + ".json to " + last
                + ".json (before the commit that deleted them: git log --diff-filter=D -- '*/" + id + ".json')"
                + (empty ? "." : " and let it apply up to " + last + "; then start this one again."));
    }

    /**
     * Makes the exception for a database that cannot be compared with what a migration leaves.
     *
     * @param set the migration set's name
     * @param id the id of the migration
     * @param last the id of the last migration that was pruned
     * @param checkpoint the id of the checkpoint that replaced it
     */
    public MigrationPrunedException(String set, String id, String last, String checkpoint) {
        super("The database has tables of " + set + " and no history, but what " + id
                + " leaves cannot be compared with them any more: " + checkpoint + " replaced everything up to " + last
                + ", and the old files were pruned. Nothing was recorded. Where the database has what " + last
                + " makes, call baseline(\"" + last
                + "\"). Else start a version of the application whose history still has "
                + id + ".json to " + last + ".json (before the commit that deleted them: git log --diff-filter=D -- '*/"
                + id
                + ".json') and let it call baseline(\"" + id + "\") and apply(); then start this one again.");
    }
}
