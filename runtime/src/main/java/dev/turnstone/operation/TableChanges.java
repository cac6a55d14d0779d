package dev.turnstone.operation;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.List;

/** Writes down what happens to one table; see {@link Changes}. */
public final class TableChanges {

    private final TableName table;
    private final List<Operation> operations;

    TableChanges(TableName table, List<Operation> operations) {
        this.table = table;
        this.operations = operations;
    }

    /**
     * Creates the table.
     *
     * @param elements its columns, constraints, indexes and comment
     */
    public void createTable(TableElement... elements) {
        operations.add(new CreateTable(Table.of(table, List.of(elements))));
    }

    /**
     * Drops the table.
     *
     * @param elements what it consists of, so that the change can be taken back; nothing where it need not be, as in {@code down}
     */
    public void dropTable(TableElement... elements) {
        operations.add(new DropTable(Table.of(table, List.of(elements))));
    }

    /**
     * Renames the table within its schema.
     *
     * @param newName the new name
     */
    public void rename(String newName) {
        operations.add(new RenameTable(table, table.sibling(newName)));
    }

    /**
     * Moves the table to another schema or name.
     *
     * @param newName the new name
     */
    public void rename(TableName newName) {
        operations.add(new RenameTable(table, newName));
    }

    /**
     * Changes the table's comment.
     *
     * @param from the old comment; empty for none
     * @param to the new comment; empty for none
     */
    public void comment(String from, String to) {
        operations.add(new AlterTableComment(table, from, to));
    }

    /**
     * Adds a column.
     *
     * @param column the column
     */
    public void addColumn(Column column) {
        operations.add(new AddColumn(table, column, null));
    }

    /**
     * Adds a column and gives the rows that exist a value.
     *
     * @param column the column
     * @param fill what those rows get; it is no default of the column
     */
    public void addColumn(Column column, DefaultValue fill) {
        operations.add(new AddColumn(table, column, fill));
    }

    /**
     * Drops a column.
     *
     * @param column the column as it is, so that the change can be taken back
     */
    public void dropColumn(Column column) {
        operations.add(new DropColumn(table, column, null));
    }

    /**
     * Drops a column whose lost values need a stand-in when the change is taken back.
     *
     * @param column the column as it is, so that the change can be taken back
     * @param refill what the rows get then
     */
    public void dropColumn(Column column, DefaultValue refill) {
        operations.add(new DropColumn(table, column, refill));
    }

    /**
     * Renames a column.
     *
     * @param from the old name
     * @param to the new name
     */
    public void renameColumn(String from, String to) {
        operations.add(new RenameColumn(table, from, to));
    }

    /**
     * Changes a column.
     *
     * @param from the column as it is
     * @param to the column as it will be, of the same name
     */
    public void alterColumn(Column from, Column to) {
        operations.add(new AlterColumn(table, from, to));
    }

    /**
     * Adds a constraint.
     *
     * @param constraint the constraint
     */
    public void add(Constraint constraint) {
        operations.add(new AddConstraint(table, constraint));
    }

    /**
     * Drops a constraint.
     *
     * @param constraint the constraint as it is, so that the change can be taken back
     */
    public void drop(Constraint constraint) {
        operations.add(new DropConstraint(table, constraint));
    }

    /**
     * Renames a constraint.
     *
     * @param from the old name
     * @param to the new name
     */
    public void renameConstraint(String from, String to) {
        operations.add(new RenameConstraint(table, from, to));
    }

    /**
     * Adds an index.
     *
     * @param index the index
     */
    public void add(Index index) {
        operations.add(new AddIndex(table, index));
    }

    /**
     * Drops an index.
     *
     * @param index the index as it is, so that the change can be taken back
     */
    public void drop(Index index) {
        operations.add(new DropIndex(table, index));
    }

    /**
     * Renames an index.
     *
     * @param from the old name
     * @param to the new name
     */
    public void renameIndex(String from, String to) {
        operations.add(new RenameIndex(table, from, to));
    }
}
