package dev.turnstone.migration;

import java.util.List;

/** The caller named a migration that is in several sets. */
public final class AmbiguousMigrationException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param id the id that the caller gave
     * @param sets the names of the sets that have it
     */
    public AmbiguousMigrationException(String id, List<String> sets) {
        super("The migration \"" + id + "\" is in several sets: " + String.join(", ", sets)
                + ". Name one: Migrator.builder(dataSource).sets(...).");
    }
}
