package dev.turnstone.operation;

import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the operations of a migration in the order in which they are written down.
 *
 * <pre>{@code
 * changes.table("author").createTable()
 *         .bigint("id").asIdentity()
 *         .primaryKey("pk_author", "id");
 * changes.table("author").addColumn(column("email", varchar(255)));
 * changes.table("post").renameColumn("text", "body");
 * }</pre>
 */
public final class Changes {

    private final List<Operation> operations = new ArrayList<>();
    private NewTable unfinished;

    /** Starts without any change. */
    public Changes() {}

    /**
     * What happens to a table in the connection's default schema.
     *
     * @param name the table's name at this point of the migration
     * @return the changes of that table
     */
    public TableChanges table(String name) {
        return new TableChanges(TableName.of(name), this);
    }

    /**
     * What happens to a table in a named schema.
     *
     * @param schema the database schema
     * @param name the table's name at this point of the migration
     * @return the changes of that table
     */
    public TableChanges table(String schema, String name) {
        return new TableChanges(new TableName(schema, name), this);
    }

    /**
     * New tables, many at once. Each line is one call on {@link NewTable}, in its words; the type of a column stands before its
     * name, as {@code ColumnType} writes it. A word with blanks or quotes stands in single quotes, with each of its single quotes
     * doubled. The actions of a foreign key stand last, {@code onDelete} before {@code onUpdate}.
     *
     * <pre>{@code
     * table post
     *   bigint id asIdentity
     *   varchar(40) title notNull withDefault 'no title'
     *   bigint author_id
     *   primaryKey pk_post id
     *   foreignKey fk_post_author author_id references author id onDelete CASCADE
     * }</pre>
     *
     * @param text the lines
     * @throws IllegalArgumentException if a line is no part of a table
     */
    public void tables(String text) {
        TableText.read(text, this);
    }

    /**
     * Tables of the connection's default schema go.
     *
     * @param names the tables' names
     */
    public void dropTables(String... names) {
        for (String name : names) {
            table(name).dropTable();
        }
    }

    /**
     * Writes down an operation that was made elsewhere.
     *
     * @param operation the operation
     */
    public void add(Operation operation) {
        finish();
        operations.add(operation);
    }

    /**
     * Statements that a person wrote run.
     *
     * @param name what the step is called
     * @return takes the statements
     */
    public SqlChanges sql(String name) {
        return new SqlChanges(name, this);
    }

    /**
     * A data migration runs.
     *
     * @param step the binary name of its class
     * @param reversible whether it has a {@code down}
     */
    public void data(String step, boolean reversible) {
        add(new RunData(step, false, reversible));
    }

    /**
     * A data migration is taken back.
     *
     * @param step the binary name of its class
     * @param reversible whether it has a {@code down}
     */
    public void undoData(String step, boolean reversible) {
        add(new RunData(step, true, reversible));
    }

    /**
     * A sequence comes, goes or changes.
     *
     * @param from the sequence as it was; null if it is new
     * @param to the sequence as it will be; null if it goes
     */
    public void sequence(Sequence from, Sequence to) {
        add(new ChangeSequence(from, to));
    }

    NewTable create(NewTable table) {
        finish();
        unfinished = table;
        return table;
    }

    void replaceLast(Operation operation) {
        operations.set(operations.size() - 1, operation);
    }

    /** A new table is complete when the next change begins. */
    private void finish() {
        if (unfinished != null) {
            operations.add(unfinished.operation());
            unfinished = null;
        }
    }

    /**
     * What was written down so far.
     *
     * @return the operations, in order
     */
    public List<Operation> operations() {
        finish();
        return List.copyOf(operations);
    }
}
