package dev.turnstone.schema;

import java.util.List;

/**
 * The columns that identify a row.
 *
 * @param name the constraint's name
 * @param columns the columns, in the order of the key
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {

    /** Checks that there is a name and at least one column. */
    public PrimaryKey {
        Identifiers.requireName(name, "primary key");
        columns = Identifiers.requireNames(columns, "primary key");
    }

    @Override
    public PrimaryKey withName(String newName) {
        return new PrimaryKey(newName, columns);
    }

    @Override
    public PrimaryKey withColumnRenamed(String from, String to) {
        return new PrimaryKey(name, Identifiers.replace(columns, from, to));
    }

    @Override
    public boolean mentions(String column) {
        return Identifiers.contains(columns, column);
    }

    @Override
    public <R> R accept(ConstraintVisitor<R> visitor) {
        return visitor.primaryKey(this);
    }
}
