package dev.turnstone;

import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.PreconditionFailedException;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.schema.Column;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.Galera;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is special in MariaDB, and in a cluster of it. */
class MariaDbMigratorTest {

    private static final String SESSION = "SELECT CONCAT_WS('|', @@SESSION.sql_mode, @@SESSION.lock_wait_timeout,"
            + " @@SESSION.innodb_lock_wait_timeout, @@SESSION.wsrep_sync_wait)";

    private static final Column NAME = column("name", varchar(40)).notNull();

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void givesTheSessionBackAsItWas() throws SQLException {
        try (FreshDatabase database = TestDatabases.MARIADB.fresh();
                Connection connection = database.dataSource().getConnection()) {
            execute(connection, "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES'");
            execute(connection, "SET SESSION lock_wait_timeout = 77");
            List<String> before = texts(connection, SESSION);
            Column changed = NAME.withDefault("a\\'b\"").withComment("\\");
            TestSet set = Blog.SET.first(1).with("0002_default", new AlterColumn(Blog.AUTHOR, NAME, changed));

            Migrator.builder(PoolOfOne.lending(connection)).sets(set).build().apply();

            assertThat(before)
                    .first()
                    .asString()
                    .contains("NO_BACKSLASH_ESCAPES")
                    .contains("|77|");
            assertThat(texts(connection, SESSION)).isEqualTo(before);
            assertThat(texts(
                            connection,
                            "SELECT COLUMN_COMMENT FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                                    + " AND TABLE_NAME = 'author' AND COLUMN_NAME = 'name'"))
                    .containsExactly("\\");
            execute(connection, "INSERT INTO author () VALUES ()");
            assertThat(texts(connection, "SELECT name FROM author")).containsExactly("a\\'b\"");
        }
    }

    @Test
    void refusesToNarrowValuesThatTheServerWouldCut() throws SQLException {
        try (FreshDatabase database = TestDatabases.MARIADB.fresh();
                Connection connection = database.dataSource().getConnection()) {
            Migrator.builder(PoolOfOne.lending(connection))
                    .sets(Blog.SET.first(1))
                    .build()
                    .apply();
            execute(connection, "SET SESSION sql_mode = ''");
            TestSet set =
                    Blog.SET.first(1).with("0002_short", new AlterColumn(Blog.AUTHOR, NAME, NAME.withType(varchar(3))));
            Migrator migrator =
                    Migrator.builder(PoolOfOne.lending(connection)).sets(set).build();
            assertThatThrownBy(migrator::apply)
                    .isInstanceOf(PreconditionFailedException.class)
                    .hasMessageContaining("strict SQL mode");
            execute(connection, "SET SESSION sql_mode = 'TRADITIONAL'");
            assertThat(migrator.apply().applied()).hasSize(1);
        }
    }

    /** The nodes share no session locks, and one may not yet have what another wrote. */
    @Test
    void eachMigrationRunsOnceWhenThreeNodesOfAClusterAreToldAtOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            List<FreshDatabase> nodes = Galera.fresh();
            ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
            try {
                CyclicBarrier together = new CyclicBarrier(nodes.size());
                List<Future<List<String>>> applied = new ArrayList<>();
                for (FreshDatabase node : nodes) {
                    applied.add(threads.submit(() -> {
                        together.await();
                        return Migrator.builder(node.dataSource()).sets(Blog.SET).build().apply().applied().stream()
                                .map(each -> each.id())
                                .toList();
                    }));
                }
                List<String> all = new ArrayList<>();
                for (Future<List<String>> each : applied) {
                    all.addAll(each.get());
                }
                assertThat(all).containsExactlyInAnyOrder("0001_initial", "0002_add_email", "0003_rename_name");
                try (Connection connection = nodes.get(2).dataSource().getConnection()) {
                    assertThat(texts(
                                    connection, "SELECT id FROM turnstone_history WHERE state = 'APPLIED' ORDER BY id"))
                            .hasSize(3);
                }
            } finally {
                threads.shutdownNow();
                nodes.get(0).close();
            }
        }
    }
}
