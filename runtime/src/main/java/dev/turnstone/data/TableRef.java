package dev.turnstone.data;

import java.util.Objects;

/**
 * A table as it is called at a point of the history.
 *
 * @param schema the database schema; empty for the connection's default
 * @param name the table's name
 */
public record TableRef(String schema, String name) {

    /** Checks that both are given. */
    public TableRef {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }
}
