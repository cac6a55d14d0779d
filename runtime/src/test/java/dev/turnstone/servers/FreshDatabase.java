package dev.turnstone.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A database for one test: empty when it is given, gone when it is closed.
 *
 * @param dialect the name of its dialect
 * @param url where it is, with user and password: all that another process needs to connect
 * @param user the owner of the database, who is neither superuser nor owner of anything else (where there are users)
 * @param dataSource opens a new connection of that user, each time
 * @param administration opens a new connection of somebody who may see and do everything, to the same database
 * @param server the server that it lives in, empty where the database is a part of the process
 * @param drop makes it go away
 */
public record FreshDatabase(
        String dialect,
        String url,
        String user,
        DataSource dataSource,
        DataSource administration,
        Optional<Server> server,
        Drop drop)
        implements AutoCloseable {

    /** How a database goes away. */
    @FunctionalInterface
    public interface Drop {
        /**
         * Drops the database, also when sessions still use it.
         *
         * @throws SQLException when it stays
         */
        void run() throws SQLException;
    }

    /**
     * Runs statements as the owner, each in a transaction of its own.
     *
     * @param sql the statements
     * @throws SQLException when one fails
     */
    public void execute(String... sql) throws SQLException {
        execute(dataSource, sql);
    }

    static void execute(DataSource where, String... sql) throws SQLException {
        try (Connection connection = where.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    /**
     * What the database still holds of sessions, once they had a short time to end.
     *
     * @return one line for each session, transaction, lock or file that is left, empty after a clean test
     * @throws SQLException when the database cannot be asked
     */
    public List<String> leftovers() throws SQLException {
        return Leftovers.in(this);
    }

    @Override
    public void close() throws SQLException {
        drop.run();
    }
}
