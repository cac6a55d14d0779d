package dev.turnstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.dialect.Dialects;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.schema.TableName;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source whose connections begin with a statement, on a file of SQLite that another session locks. */
class ConnectingTest {

    @TempDir
    Path folder;

    private String url;
    private int tries;

    @BeforeEach
    void name() {
        url = "jdbc:sqlite:" + folder.resolve("shop.db") + "?busy_timeout=1";
    }

    private Settings settings(Duration patience, Connection other, int triesUntilFree) {
        DataSource source = (DataSource) Proxy.newProxyInstance(
                ConnectingTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connect(other, triesUntilFree));
        return new Settings(
                source,
                List.of(),
                Dialects.load(ConnectingTest.class.getClassLoader()),
                null,
                TableName.of("turnstone_history"),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(2),
                patience);
    }

    private Connection connect(Connection other, int triesUntilFree) throws SQLException {
        if (++tries == triesUntilFree) {
            execute(other, "COMMIT");
        }
        Connection connection = DriverManager.getConnection(url);
        try {
            execute(connection, "PRAGMA user_version = 1");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void triesAgainWhileTheDatabaseIsBusy() throws SQLException {
        try (Connection other = DriverManager.getConnection(url)) {
            execute(other, "BEGIN EXCLUSIVE");
            try (Database database = Connecting.open(settings(Duration.ofMinutes(1), other, 3))) {
                assertThat(database.dialect().name()).isEqualTo("sqlite");
            }
        }
        assertThat(tries).isEqualTo(3);
    }

    @Test
    void triesAgainToConnectAgain() throws SQLException {
        try (Connection other = DriverManager.getConnection(url);
                Database database = Connecting.open(settings(Duration.ofMinutes(1), other, 4))) {
            assertThat(tries).isEqualTo(1);
            execute(other, "BEGIN EXCLUSIVE");
            database.reconnect();
            assertThat(database.alive()).isTrue();
        }
        assertThat(tries).isEqualTo(4);
    }

    @Test
    void givesUpWhenThePatienceIsOver() throws SQLException {
        try (Connection other = DriverManager.getConnection(url)) {
            execute(other, "BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> Connecting.open(settings(Duration.ZERO, other, 100)))
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageStartingWith("The database failed while Turnstone was connecting: [SQLITE_BUSY]");
        }
        assertThat(tries).isBetween(1, 2);
    }

    @Test
    void doesNotTryAgainWhatCannotSucceed() {
        url = "jdbc:sqlite:" + folder;
        assertThatThrownBy(() -> Connecting.open(settings(Duration.ofMinutes(1), null, 100)))
                .isInstanceOf(DatabaseAccessException.class);
        assertThat(tries).isEqualTo(1);
    }
}
