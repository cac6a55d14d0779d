package dev.turnstone.operation;

import dev.turnstone.schema.DefaultValue;

/** Writes down what becomes of the rows when a column changes; see {@link TableChanges#alterColumn}. */
public final class ColumnChange {

    private final Changes changes;
    private AlterColumn operation;

    ColumnChange(AlterColumn operation, Changes changes) {
        this.operation = operation;
        this.changes = changes;
        changes.add(operation);
    }

    /**
     * Rows that hold NULL get a value before the column becomes NOT NULL.
     *
     * @param value the value
     * @return this
     */
    public ColumnChange fill(DefaultValue value) {
        return rows(new Conversion(value, operation.rows().using()));
    }

    /**
     * Rows get their value of the new type from an expression.
     *
     * @param expression an SQL expression over the columns of the row as they were
     * @return this
     */
    public ColumnChange using(String expression) {
        return rows(new Conversion(operation.rows().fill(), expression));
    }

    /**
     * When the change is taken back, rows that hold NULL get a value before the column becomes NOT NULL again.
     *
     * @param value the value
     * @return this
     */
    public ColumnChange fillBack(DefaultValue value) {
        return rowsBack(new Conversion(value, operation.rowsBack().using()));
    }

    /**
     * When the change is taken back, rows get their value of the old type from an expression.
     *
     * @param expression an SQL expression over the columns of the row as they are after the change
     * @return this
     */
    public ColumnChange usingBack(String expression) {
        return rowsBack(new Conversion(operation.rowsBack().fill(), expression));
    }

    private ColumnChange rows(Conversion rows) {
        return replace(
                new AlterColumn(operation.table(), operation.from(), operation.to(), rows, operation.rowsBack()));
    }

    private ColumnChange rowsBack(Conversion rows) {
        return replace(new AlterColumn(operation.table(), operation.from(), operation.to(), operation.rows(), rows));
    }

    private ColumnChange replace(AlterColumn changed) {
        operation = changed;
        changes.replaceLast(changed);
        return this;
    }
}
