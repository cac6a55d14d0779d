package dev.turnstone.schema;

/**
 * One method for each kind of constraint, so that a new kind breaks every place that must know it.
 *
 * @param <R> what comes of a visit
 */
public interface ConstraintVisitor<R> {
    /**
     * Visits a primary key.
     *
     * @param key the constraint
     * @return the result
     */
    R primaryKey(PrimaryKey key);

    /**
     * Visits a unique constraint.
     *
     * @param unique the constraint
     * @return the result
     */
    R unique(Unique unique);

    /**
     * Visits a foreign key.
     *
     * @param key the constraint
     * @return the result
     */
    R foreignKey(ForeignKey key);

    /**
     * Visits a check.
     *
     * @param check the constraint
     * @return the result
     */
    R check(Check check);
}
