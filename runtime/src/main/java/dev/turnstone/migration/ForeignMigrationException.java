package dev.turnstone.migration;

/** The database and the set went different ways: each has a migration that the other lacks at the same place. */
public final class ForeignMigrationException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the id that only the database has
     * @param pending the id that the set has at the same place
     */
    public ForeignMigrationException(String set, String id, String pending) {
        super(
                "The database has the migration " + id + " of " + set
                        + ", which the set does not have; at its place the set has "
                        + pending
                        + ", which is pending. The two were made on different branches. Bring both into one line: take the"
                        + " file of " + id + " into this branch and save your change again after it; or, if " + id
                        + " was a mistake or was rebuilt into another migration, roll it back with rollback(), then apply again.");
    }

    /**
     * Makes the exception for a migration that was applied before a rebase gave it another place.
     *
     * @param set the migration set's name
     * @param id the id under which the database has it
     * @param pending the id that the set has at the same place
     * @param rebased the id under which the set has it now
     * @param common the id of the newest migration that both have at the same place; empty if there is none
     */
    public ForeignMigrationException(String set, String id, String pending, String rebased, String common) {
        super("The database has the migration " + id + " of " + set + " in the form that it had before it was rebased: "
                + "the set has it as " + rebased + " now, and at its old place " + pending
                + ", which is pending. Nothing was changed. Take the old form back with "
                + (common.isEmpty() ? "rollback()" : "rollbackTo(\"" + common + "\")")
                + ", which loses what was written into new tables and columns since, then call apply(): it applies "
                + pending + " and then " + rebased + ".");
    }
}
