package dev.turnstone.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Walks through a large table by its key, range by range.
 *
 * <pre>{@code
 * context.backfill(AUTHOR.TABLE, AUTHOR.ID)
 *         .batch(5_000)
 *         .pause(Duration.ofMillis(50))
 *         .update("full_name = first_name || ' ' || last_name");
 * }</pre>
 *
 * <p>Each range has a transaction of its own, in which the history also keeps how far it is: after a crash it goes on behind
 * the last finished range, and no row is done twice. Others may change the table meanwhile; rows that they insert behind the
 * position are not seen, so the application must already write them as they should be.
 */
public interface Backfill {

    /**
     * Sets how many rows make a range.
     *
     * @param rows a number from 1; 10,000 unless this is called
     * @return this
     */
    Backfill batch(int rows);

    /**
     * Sets how long to rest between two ranges, with no transaction open.
     *
     * @param pause no time at all unless this is called; shorter than the lease of the migration lock
     * @return this
     */
    Backfill pause(Duration pause);

    /**
     * Leaves out some of the rows.
     *
     * @param condition SQL that holds for the rows to change
     * @return this
     */
    Backfill where(String condition);

    /**
     * Changes the rows of the table itself.
     *
     * @param assignments what stands behind SET in an UPDATE
     * @throws SQLException if a statement fails; the ranges before are done and recorded then
     */
    void update(String assignments) throws SQLException;

    /**
     * Does anything else with each range.
     *
     * @param work is called in a transaction for each range
     * @throws SQLException if a statement fails; the ranges before are done and recorded then
     */
    void forEach(Work work) throws SQLException;

    /** What is done with a range of rows. */
    @FunctionalInterface
    interface Work {

        /**
         * Changes what belongs to a range.
         *
         * @param connection in the transaction of the range; it refuses what would end that, and must not be closed
         * @param range an SQL condition on the table, such as {@code id > 5000 AND id <= 10000}, with names that have no table
         *     before them
         * @throws SQLException if a statement fails
         */
        void run(Connection connection, String range) throws SQLException;
    }
}
