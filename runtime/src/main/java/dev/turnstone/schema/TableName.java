package dev.turnstone.schema;

import java.util.Objects;

/**
 * The name of a table, with the database schema that it lives in.
 *
 * @param schema the database schema as written in the source; empty for the connection's default schema, never null
 * @param name the table's name as written in the source, never empty
 */
public record TableName(String schema, String name) implements Comparable<TableName> {

    /** Checks that both parts are given. */
    public TableName {
        Objects.requireNonNull(schema, "schema");
        Identifiers.requireName(name, "table");
    }

    /**
     * A table in the connection's default schema.
     *
     * @param name the table's name
     * @return its name without a schema
     */
    public static TableName of(String name) {
        return new TableName("", name);
    }

    /**
     * Tells whether a database takes both names for the same table: letter case does not count.
     *
     * @param other another name
     * @return true if both denote one table
     */
    public boolean same(TableName other) {
        return compareTo(other) == 0;
    }

    /**
     * The same schema with another table name.
     *
     * @param newName the other table's name
     * @return a name in this schema
     */
    public TableName sibling(String newName) {
        return new TableName(schema, newName);
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.equals(other.schema) ? 0 : Identifiers.ORDER.compare(schema, other.schema);
        return bySchema != 0 ? bySchema : Identifiers.ORDER.compare(name, other.name);
    }

    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
