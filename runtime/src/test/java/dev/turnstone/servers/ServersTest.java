package dev.turnstone.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each database starts, is empty, serves two connections, outlives a crash, and goes. */
class ServersTest {

    private static boolean hasTable(Connection connection, String table) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, null, null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(table)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM author")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachDatabaseIsEmptyAndItsOwn(TestDatabases kind) throws SQLException {
        try (FreshDatabase first = kind.fresh();
                FreshDatabase second = kind.fresh()) {
            first.execute("CREATE TABLE author (id INTEGER)");
            try (Connection one = first.dataSource().getConnection();
                    Connection other = second.dataSource().getConnection()) {
                assertThat(hasTable(one, "author")).isTrue();
                assertThat(hasTable(other, "author")).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoConnectionsAreTwoSessions(TestDatabases kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE author (id INTEGER)");
            try (Connection one = database.dataSource().getConnection();
                    Connection other = database.dataSource().getConnection();
                    Statement statement = one.createStatement()) {
                one.setAutoCommit(false);
                statement.execute("INSERT INTO author VALUES (1)");
                assertThat(count(other)).isZero();
                one.commit();
                assertThat(count(other)).isOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void openTransactionsAreLeftoversUntilTheyEnd(TestDatabases kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE author (id INTEGER)");
            assertThat(database.leftovers()).isEmpty();
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO author VALUES (1)");
                assertThat(Leftovers.now(database)).anyMatch(line -> line.contains("lock"));
                connection.rollback();
            }
            assertThat(database.leftovers()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aKilledServerComesBackWithWhatWasCommitted(TestDatabases kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            Server server = database.server().orElseThrow();
            database.execute("CREATE TABLE author (id INTEGER)", "INSERT INTO author VALUES (1)");
            try (Connection before = database.dataSource().getConnection()) {
                server.kill();
                assertThatThrownBy(() -> count(before)).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> database.dataSource().getConnection()).isInstanceOf(SQLException.class);
            }
            server.start();
            try (Connection after = database.dataSource().getConnection()) {
                assertThat(count(after)).isOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aClosedDatabaseIsGoneAlsoWhenSessionsUseIt(TestDatabases kind) throws SQLException {
        FreshDatabase database = kind.fresh();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE author (id INTEGER)");
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO author VALUES (1)");
            database.close();
            assertThatThrownBy(() -> count(connection)).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> database.dataSource().getConnection()).isInstanceOf(SQLException.class);
    }
}
