package dev.turnstone.schema;

import java.util.List;

/**
 * An index that is no constraint.
 *
 * @param name the index's name, unique within the database schema
 * @param columns the indexed columns, in the order of the index
 */
public record Index(String name, List<String> columns) implements TableElement, Named {

    /** Checks that there is a name and at least one column. */
    public Index {
        Identifiers.requireName(name, "index");
        columns = Identifiers.requireNames(columns, "index");
    }

    /**
     * The same index under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    public Index withName(String newName) {
        return new Index(newName, columns);
    }

    /**
     * The same index after a column was renamed.
     *
     * @param from the column's old name
     * @param to the column's new name
     * @return a copy
     */
    public Index withColumnRenamed(String from, String to) {
        return new Index(name, Identifiers.replace(columns, from, to));
    }
}
