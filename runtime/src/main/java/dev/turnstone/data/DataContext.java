package dev.turnstone.data;

import java.sql.Connection;
import java.sql.SQLException;

/** What a {@link DataStep} has to work with. It is of use only while the step runs. */
public interface DataContext {

    /**
     * The connection of the migration, in the transaction of the step. It refuses what would end the transaction; it must not be
     * closed.
     *
     * @return the connection
     * @throws IllegalStateException if the step ran a backfill before
     */
    Connection connection();

    /**
     * Runs one statement in the transaction of the step.
     *
     * @param sql an INSERT, UPDATE, DELETE or MERGE
     * @param parameters the values for its question marks, in order
     * @return how many rows it changed
     * @throws SQLException if it fails
     * @throws IllegalStateException if the step ran a backfill before
     */
    int update(String sql, Object... parameters) throws SQLException;

    /**
     * The database's dialect.
     *
     * @return such as {@code postgresql}
     */
    String dialect();

    /**
     * Spells the name of a table.
     *
     * @param table the table
     * @return its name as it stands in a statement, quoted where this database needs it
     */
    String name(TableRef table);

    /**
     * Spells the name of a column, without its table.
     *
     * @param column the column
     * @return its name as it stands in a statement, quoted where this database needs it
     */
    String name(ColumnRef<?> column);

    /**
     * Changes a large table in many small transactions. A step with a backfill does nothing else but further backfills, one
     * after the other; their order must be the same each time.
     *
     * @param table the table
     * @param key the columns by whose order the table is walked through: none of them null, together unique, and the first
     *     columns of an index; normally the primary key
     * @return what is to be done with the rows
     * @throws IllegalStateException if the step used {@link #connection} or {@link #update} before
     */
    Backfill backfill(TableRef table, ColumnRef<?>... key);
}
