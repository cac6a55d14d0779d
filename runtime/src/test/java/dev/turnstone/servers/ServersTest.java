package dev.turnstone.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
        return number(connection, "SELECT count(*) FROM author");
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
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

    @Test
    void thePoolChangesSessionsBetweenTransactions() throws SQLException {
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh();
                PgBouncer pool = PgBouncer.inFrontOf(database, 2);
                Connection one = pool.dataSource().getConnection();
                Connection other = pool.dataSource().getConnection()) {
            assertThat(number(one, "SELECT pg_backend_pid()")).isEqualTo(number(other, "SELECT pg_backend_pid()"));
            one.setAutoCommit(false);
            assertThat(number(one, "SELECT pg_backend_pid()")).isNotEqualTo(number(other, "SELECT pg_backend_pid()"));
        }
    }

    @Test
    void theClusterWritesTogetherAndGoesOnWithoutAFrozenNode() throws Exception {
        List<FreshDatabase> nodes = Galera.fresh();
        try (FreshDatabase first = nodes.get(0)) {
            first.execute("CREATE TABLE author (id INTEGER PRIMARY KEY)", "INSERT INTO author VALUES (1)");
            for (FreshDatabase node : nodes) {
                assertThat(countInCluster(node)).isOne();
            }
            Server third = Galera.nodes().get(2);
            third.freeze();
            first.execute("INSERT INTO author VALUES (2)");
            assertThat(countInCluster(nodes.get(1))).isEqualTo(2);
            third.thaw();
            Galera.awaitWhole();
            assertThat(countInCluster(nodes.get(2))).isEqualTo(2);

            Galera.nodes().get(0).kill();
            nodes.get(1).execute("INSERT INTO author VALUES (3)");
            Galera.nodes().get(0).start();
            Galera.awaitWhole();
            assertThat(countInCluster(first)).isEqualTo(3);
        }
    }

    private static int countInCluster(FreshDatabase node) throws SQLException {
        try (Connection connection = node.dataSource().getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION wsrep_sync_wait = 1");
            }
            return count(connection);
        }
    }

    /** The promise that matters most on a developer's machine. */
    @Test
    void aKilledJvmLeavesNoServer() throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dturnstone.servers=" + System.getProperty("turnstone.servers"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path folder;
        try (BufferedReader output = jvm.inputReader()) {
            folder = Path.of(output.readLine()).getParent();
            assertThat(folder).exists();
        } finally {
            jvm.destroyForcibly().waitFor();
        }
        for (int i = 0; i < 200 && Files.exists(folder); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(folder).doesNotExist();
    }

    /**
     * Another test JVM: starts a server, says where it writes, and waits to be killed.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(PostgreSql.server().log());
        TimeUnit.MINUTES.sleep(5);
    }
}
