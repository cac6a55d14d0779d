package dev.turnstone.processor.testing;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The kinds of databases that random changes are tried on, and what is special in each. */
public enum TripDatabase {
    /** H2. */
    H2(
            TestDatabases.H2_MEMORY,
            500,
            "SET REFERENTIAL_INTEGRITY FALSE",
            "SET REFERENTIAL_INTEGRITY TRUE",
            "SELECT 'DROP ALL OBJECTS'"),
    /** SQLite. */
    SQLITE(
            TestDatabases.SQLITE,
            200,
            "PRAGMA foreign_keys = OFF",
            "PRAGMA foreign_keys = ON",
            "SELECT 'DROP TABLE \"' || name || '\"' FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence'"),
    /** MariaDB. */
    MARIADB(
            TestDatabases.MARIADB,
            200,
            "SET SESSION foreign_key_checks = 0",
            "SET SESSION foreign_key_checks = 1",
            "SELECT CONCAT('DROP TABLE `', TABLE_NAME, '`') FROM information_schema.TABLES"
                    + " WHERE TABLE_SCHEMA = DATABASE()") {
        @Override
        String moment(String local, String offset) {
            // It keeps no offset, and takes none.
            return "'" + local + "'";
        }
    },
    /** PostgreSQL. */
    POSTGRESQL(
            TestDatabases.POSTGRESQL,
            200,
            "SET session_replication_role = replica",
            "SET session_replication_role = origin",
            "SELECT format('DROP TABLE %I CASCADE', tablename) FROM pg_tables WHERE schemaname = 'public'") {
        @Override
        String bytes(String hexadecimal) {
            return "'\\x" + hexadecimal + "'";
        }
    };

    private final TestDatabases kind;
    private final int pairs;
    private final String keysOff;
    private final String keysOn;
    private final String emptying;

    /**
     * A kind of database.
     *
     * @param kind gives one
     * @param pairs how many pairs the test command tries on it
     * @param keysOff lets the session write rows against foreign keys
     * @param keysOn ends that
     * @param emptying a query for the statements that drop all tables
     */
    TripDatabase(TestDatabases kind, int pairs, String keysOff, String keysOn, String emptying) {
        this.kind = kind;
        this.pairs = pairs;
        this.keysOff = keysOff;
        this.keysOn = keysOn;
        this.emptying = emptying;
    }

    /** The name of its dialect. */
    public String dialect() {
        return kind.dialect();
    }

    /** How many pairs the test command tries. */
    public int pairs() {
        return pairs;
    }

    /** Makes one, and starts the server where it does not run yet. */
    public FreshDatabase open() {
        return kind.fresh();
    }

    /** A connection that may write rows against foreign keys; {@link #keysOn} ends that. */
    Connection keysOff(FreshDatabase database) throws SQLException {
        Connection connection = database.administration().getConnection();
        run(connection, keysOff);
        return connection;
    }

    void keysOn(Connection connection) throws SQLException {
        run(connection, keysOn);
    }

    /** Bytes, as a constant. */
    String bytes(String hexadecimal) {
        return "X'" + hexadecimal + "'";
    }

    /** A point in time, as a constant. */
    String moment(String local, String offset) {
        return "'" + local + offset + "'";
    }

    /** Drops all tables. */
    public void empty(FreshDatabase database) throws SQLException {
        try (Connection connection = keysOff(database)) {
            List<String> statements = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(emptying)) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
            connection.setAutoCommit(false);
            for (String sql : statements) {
                run(connection, sql);
            }
            connection.setAutoCommit(true);
            keysOn(connection);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
