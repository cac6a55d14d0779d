package dev.turnstone.migration;

/** A migration that stopped half way cannot be continued, as it renders to other statements now. */
public final class ResumeImpossibleException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param before how many statements it had when it began
     * @param now how many it has now
     */
    public ResumeImpossibleException(String set, String id, int before, int now) {
        super("The migration " + id + " of " + set + " stopped half way when it had " + before
                + " statements; this version makes "
                + now
                + " of it, so where to continue is unknown. Take it back with rollback(), which uses the statements kept in"
                + " the history table, then apply again; or continue with the version that began it.");
    }
}
