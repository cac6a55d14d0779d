package dev.turnstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.dialect.SqliteDialect;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of Turnstone's own on a file of SQLite. */
class BookkeepingTest {

    private static final Table FIRST = MigrationLock.definition(TableName.of("turnstone_a"));
    private static final Table SECOND = MigrationLock.definition(TableName.of("turnstone_b"));

    @TempDir
    Path folder;

    private String url;
    private int statements;

    @BeforeEach
    void name() {
        url = "jdbc:sqlite:" + folder.resolve("shop.db") + "?busy_timeout=1";
    }

    private static Database database(Connection connection) {
        return new Database(null, connection, true, new SqliteDialect());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void namesWhatWasMissing() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Database database = database(connection);
            Bookkeeping.create(database, List.of(SECOND));
            execute(connection, "PRAGMA query_only = 1");
            assertThatThrownBy(() -> Bookkeeping.create(database, List.of(FIRST, SECOND)))
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageStartingWith("The database failed while Turnstone was creating the table turnstone_a: ");
        }
    }

    @Test
    void looksAgainWhileTheDatabaseIsBusy() throws SQLException {
        try (Connection other = DriverManager.getConnection(url);
                Connection connection = DriverManager.getConnection(url)) {
            execute(other, "BEGIN EXCLUSIVE");
            Database database = database((Connection) Proxy.newProxyInstance(
                    BookkeepingTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("createStatement") && ++statements == 3) {
                            execute(other, "COMMIT");
                        }
                        return method.invoke(connection, arguments);
                    }));
            Bookkeeping.create(database, List.of(FIRST));
            assertThat(statements).isGreaterThan(3);
            assertThat(Bookkeeping.exists(database, FIRST.name())).isTrue();
        }
    }
}
