package dev.turnstone.migration;

import java.util.List;

/** No dialect serves the database. */
public final class UnsupportedDatabaseException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param product what the database calls itself
     * @param dialects the names of the dialects that are there
     */
    public UnsupportedDatabaseException(String product, List<String> dialects) {
        super("No dialect serves the database \"" + product + "\". There are dialects for: "
                + String.join(", ", dialects)
                + ". Supply one as a service of dev.turnstone.dialect.Dialect, or name one:"
                + " Migrator.builder(dataSource).dialect(...).");
    }
}
