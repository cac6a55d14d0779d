package dev.turnstone.schema;

import java.util.List;

/**
 * A combination of columns that no two rows may share.
 *
 * @param name the constraint's name
 * @param columns the columns, in the order of the key
 */
public record Unique(String name, List<String> columns) implements Constraint {

    /** Checks that there is a name and at least one column. */
    public Unique {
        Identifiers.requireName(name, "unique constraint");
        columns = Identifiers.requireNames(columns, "unique constraint");
    }

    @Override
    public Unique withName(String newName) {
        return new Unique(newName, columns);
    }

    @Override
    public Unique withColumnRenamed(String from, String to) {
        return new Unique(name, Identifiers.replace(columns, from, to));
    }

    @Override
    public boolean mentions(String column) {
        return Identifiers.contains(columns, column);
    }

    @Override
    public <R> R accept(ConstraintVisitor<R> visitor) {
        return visitor.unique(this);
    }
}
