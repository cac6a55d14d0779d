package dev.turnstone.schema;

/** A named rule about the rows of a table. */
public sealed interface Constraint extends TableElement, Named permits PrimaryKey, Unique, ForeignKey, Check {

    /**
     * The constraint's name, unique within the database schema.
     *
     * @return the name
     */
    @Override
    String name();

    /**
     * The same constraint under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    Constraint withName(String newName);

    /**
     * The same constraint after a column of its own table was renamed.
     *
     * @param from the column's old name
     * @param to the column's new name
     * @return a copy, or this if the column does not occur
     */
    Constraint withColumnRenamed(String from, String to);

    /**
     * Tells whether the constraint names a column of its own table. An SQL condition is not looked into.
     *
     * @param column a column's name
     * @return true if it does
     */
    boolean mentions(String column);

    /**
     * Calls the visitor's method for this kind of constraint.
     *
     * @param visitor what to do
     * @param <R> what comes of it
     * @return the visitor's result
     */
    <R> R accept(ConstraintVisitor<R> visitor);
}
