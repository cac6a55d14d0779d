package dev.turnstone.migration;

import java.util.List;

/** The caller named a migration that is not there. */
public final class UnknownMigrationException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param id the id that the caller gave
     * @param reason the rest of the sentence that begins with the id
     * @param known the ids that are there
     */
    public UnknownMigrationException(String id, String reason, List<String> known) {
        super("The migration \"" + id + "\" " + reason + ". "
                + (known.isEmpty() ? "There is none." : "There are: " + String.join(", ", known) + "."));
    }
}
