package dev.turnstone.data;

import java.util.Objects;

/**
 * A column as it is called at a point of the history.
 *
 * @param table its table
 * @param name the column's name
 * @param type the Java type of its values
 * @param <T> that type
 */
public record ColumnRef<T>(TableRef table, String name, Class<T> type) {

    /** Checks that all are given. */
    public ColumnRef {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
