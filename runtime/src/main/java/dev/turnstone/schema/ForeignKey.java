package dev.turnstone.schema;

import java.util.List;
import java.util.Objects;

/**
 * Columns whose values must exist as a key of another table, or of the same.
 *
 * @param name the constraint's name
 * @param columns the referencing columns
 * @param table the referenced table
 * @param references the referenced columns, as many as there are referencing ones, in their order
 * @param onDelete what happens when the referenced row is deleted
 * @param onUpdate what happens when the referenced key changes
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName table,
        List<String> references,
        ReferentialAction onDelete,
        ReferentialAction onUpdate)
        implements Constraint {

    /** Checks that the parts are given and both sides have as many columns. */
    public ForeignKey {
        Identifiers.requireName(name, "foreign key");
        columns = Identifiers.requireNames(columns, "foreign key");
        Objects.requireNonNull(table, "table");
        references = Identifiers.requireNames(references, "foreign key");
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        if (columns.size() != references.size()) {
            throw new IllegalArgumentException("The foreign key " + name + " has " + columns.size()
                    + " column(s) but references " + references.size() + ".");
        }
    }

    /**
     * This key with a rule for deleted rows.
     *
     * @param action the rule
     * @return a copy
     */
    public ForeignKey onDelete(ReferentialAction action) {
        return new ForeignKey(name, columns, table, references, action, onUpdate);
    }

    /**
     * This key with a rule for changed keys.
     *
     * @param action the rule
     * @return a copy
     */
    public ForeignKey onUpdate(ReferentialAction action) {
        return new ForeignKey(name, columns, table, references, onDelete, action);
    }

    /**
     * This key after the referenced table was renamed.
     *
     * @param newTable the referenced table's new name
     * @return a copy
     */
    public ForeignKey withTable(TableName newTable) {
        return new ForeignKey(name, columns, newTable, references, onDelete, onUpdate);
    }

    /**
     * This key after a column of the referenced table was renamed.
     *
     * @param from the column's old name
     * @param to the column's new name
     * @return a copy
     */
    public ForeignKey withReferenceRenamed(String from, String to) {
        return new ForeignKey(name, columns, table, Identifiers.replace(references, from, to), onDelete, onUpdate);
    }

    @Override
    public ForeignKey withName(String newName) {
        return new ForeignKey(newName, columns, table, references, onDelete, onUpdate);
    }

    @Override
    public ForeignKey withColumnRenamed(String from, String to) {
        return new ForeignKey(name, Identifiers.replace(columns, from, to), table, references, onDelete, onUpdate);
    }

    @Override
    public boolean mentions(String column) {
        return Identifiers.contains(columns, column);
    }

    @Override
    public <R> R accept(ConstraintVisitor<R> visitor) {
        return visitor.foreignKey(this);
    }
}
