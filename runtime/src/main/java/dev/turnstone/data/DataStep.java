package dev.turnstone.data;

import java.sql.SQLException;

/**
 * A step of a migration that changes rows, written by a person. It needs a constructor without parameters.
 *
 * <pre>{@code
 * public final class SeedCountries implements DataStep {
 *     @Override
 *     public void up(DataContext context) throws SQLException {
 *         context.update("INSERT INTO country (code, name) VALUES (?, ?)", "is", "Iceland");
 *     }
 * }
 * }</pre>
 *
 * <p>A step runs in one transaction together with its record in the history, so it happens exactly once. Where another
 * session was in the way, it is rolled back and runs again with a new instance: it should change nothing but the database. It
 * must not run DDL, which ends the transaction on H2, MariaDB and MySQL. A step that changes more rows than one transaction
 * should use {@link DataContext#backfill} for all of it.
 */
public interface DataStep {

    /**
     * Changes the rows.
     *
     * @param context gives access to the database, as the schema is at this point of the migration
     * @throws SQLException if a statement fails; what the step did is rolled back then
     */
    void up(DataContext context) throws SQLException;

    /**
     * Takes the change back. Without it, to take back the step changes nothing. After an interrupted backfill it meets rows, too,
     * that {@link #up} did not come to.
     *
     * @param context gives access to the database, as the schema was right after {@link #up}
     * @throws SQLException if a statement fails; what the step did is rolled back then
     */
    default void down(DataContext context) throws SQLException {}
}
