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
    private final Changes changes;

    TableChanges(TableName table, Changes changes) {
        this.table = table;
        this.changes = changes;
    }

    /**
     * Creates the table. What it consists of is either given here or named by the calls that follow.
     *
     * @param elements columns, constraints, indexes and a comment
     * @return takes more of them
     */
    public NewTable createTable(TableElement... elements) {
        return changes.create(new NewTable(table).with(elements));
    }

    /**
     * Drops the table.
     *
     * @param elements what it consists of, so that the change can be taken back; nothing where it need not be, as in {@code down}
     */
    public void dropTable(TableElement... elements) {
        changes.add(new DropTable(Table.of(table, List.of(elements))));
    }

    /**
     * Renames the table within its schema.
     *
     * @param newName the new name
     */
    public void rename(String newName) {
        changes.add(new RenameTable(table, table.sibling(newName)));
    }

    /**
     * Moves the table to another schema or name.
     *
     * @param newName the new name
     */
    public void rename(TableName newName) {
        changes.add(new RenameTable(table, newName));
    }

    /**
     * Changes the table's comment.
     *
     * @param from the old comment; empty for none
     * @param to the new comment; empty for none
     */
    public void comment(String from, String to) {
        changes.add(new AlterTableComment(table, from, to));
    }

    /**
     * Adds a column.
     *
     * @param column the column
     */
    public void addColumn(Column column) {
        changes.add(new AddColumn(table, column, null));
    }

    /**
     * Adds a column and gives the rows that exist a value.
     *
     * @param column the column
     * @param fill what those rows get; it is no default of the column
     */
    public void addColumn(Column column, DefaultValue fill) {
        changes.add(new AddColumn(table, column, fill));
    }

    /**
     * Drops a column.
     *
     * @param column the column as it is, so that the change can be taken back
     */
    public void dropColumn(Column column) {
        changes.add(new DropColumn(table, column, null));
    }

    /**
     * Drops a column whose lost values need a stand-in when the change is taken back.
     *
     * @param column the column as it is, so that the change can be taken back
     * @param refill what the rows get then
     */
    public void dropColumn(Column column, DefaultValue refill) {
        changes.add(new DropColumn(table, column, refill));
    }

    /**
     * Renames a column.
     *
     * @param from the old name
     * @param to the new name
     */
    public void renameColumn(String from, String to) {
        changes.add(new RenameColumn(table, from, to));
    }

    /**
     * Changes a column.
     *
     * @param from the column as it is
     * @param to the column as it will be, of the same name
     * @return takes what becomes of the rows
     */
    public ColumnChange alterColumn(Column from, Column to) {
        return new ColumnChange(new AlterColumn(table, from, to), changes);
    }

    /**
     * Adds a constraint.
     *
     * @param constraint the constraint
     */
    public void add(Constraint constraint) {
        changes.add(new AddConstraint(table, constraint));
    }

    /**
     * Drops a constraint.
     *
     * @param constraint the constraint as it is, so that the change can be taken back
     */
    public void drop(Constraint constraint) {
        changes.add(new DropConstraint(table, constraint));
    }

    /**
     * Renames a constraint.
     *
     * @param from the old name
     * @param to the new name
     */
    public void renameConstraint(String from, String to) {
        changes.add(new RenameConstraint(table, from, to));
    }

    /**
     * Adds an index.
     *
     * @param index the index
     */
    public void add(Index index) {
        changes.add(new AddIndex(table, index));
    }

    /**
     * Drops an index.
     *
     * @param index the index as it is, so that the change can be taken back
     */
    public void drop(Index index) {
        changes.add(new DropIndex(table, index));
    }

    /**
     * Renames an index.
     *
     * @param from the old name
     * @param to the new name
     */
    public void renameIndex(String from, String to) {
        changes.add(new RenameIndex(table, from, to));
    }
}
