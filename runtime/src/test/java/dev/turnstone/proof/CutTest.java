package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.Server;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The connection of a process breaks while it migrates, or the server dies; the process lives and tries again. */
class CutTest {

    private static final int POINTS = 6;
    private static final int RESTARTS = 2;
    private static final List<Task> TASKS = List.of(Task.FRESH, Task.IN_USE, Task.BACK);

    static List<TestDatabases> databases() {
        return Proof.databases();
    }

    static List<TestDatabases> servers() {
        return Proof.databases().stream()
                .filter(kind -> kind == TestDatabases.POSTGRESQL || kind == TestDatabases.MARIADB)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void survivesTheEndOfItsSession(TestDatabases kind) throws SQLException {
        int tried = 0;
        for (Task task : TASKS) {
            Expected expected = Expected.of(kind, task);
            for (int point : expected.points(POINTS)) {
                interrupt(kind, task, expected, point, CutTest::endSessions);
                tried++;
            }
        }
        System.out.printf("Connection cut on %s: %d points tried and survived%n", kind, tried);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void survivesTheDeathOfTheServer(TestDatabases kind) throws SQLException {
        int tried = 0;
        for (Task task : TASKS) {
            Expected expected = Expected.of(kind, task);
            for (int point : expected.points(RESTARTS)) {
                interrupt(kind, task, expected, point, (database, connection) -> {
                    Server server = database.server().orElseThrow();
                    server.restart();
                });
                tried++;
            }
        }
        System.out.printf("Server killed on %s: %d points tried and survived%n", kind, tried);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aProcessWhoseSessionEndsWhileItTakesTheLockTakesItWithAnother(TestDatabases kind) throws SQLException {
        AtomicBoolean cut = new AtomicBoolean();
        try (FreshDatabase database = kind.fresh()) {
            Task.IN_USE.prepare(database);
            Migrator.builder(Watched.connecting(
                            database.dataSource()::getConnection, (number, statement, connection) -> {
                                if (statement.contains("SET token") && cut.compareAndSet(false, true)) {
                                    endSessions(database, connection);
                                }
                            }))
                    .sets(Task.IN_USE.set())
                    .build()
                    .apply();

            assertThat(cut).isTrue();
            assertThat(Look.at(database))
                    .isEqualTo(Expected.of(kind, Task.IN_USE).end());
        }
    }

    /** Breaks a connection. */
    private interface Cut {
        void cut(FreshDatabase database, Connection connection) throws SQLException;
    }

    private static void interrupt(TestDatabases kind, Task task, Expected expected, int point, Cut cut)
            throws SQLException {
        String where = task + ", point " + point + ", " + expected.statements().get(point - 1);
        try (FreshDatabase database = kind.fresh()) {
            task.prepare(database);
            Migrator.Builder broken = Migrator.builder(Watched.connecting(
                            database.dataSource()::getConnection, (number, statement, connection) -> {
                                if (number == point) {
                                    cut.cut(database, connection);
                                }
                            }))
                    .sets(task.set());
            try {
                task.run(broken.build());
            } catch (MigrationException e) {
                assertThat(e).as(where).hasMessageNotContaining("null");
            }
            // SQLite knows of no sessions: this very process lives, so its lock is its own until the lease is over.
            Duration lease = kind == TestDatabases.SQLITE ? Duration.ofMillis(100) : Duration.ofMinutes(1);
            task.run(task.migrator(database)
                    .lease(lease)
                    .lockTimeout(Duration.ofSeconds(20))
                    .build());
            assertThat(Look.at(database)).as(where).isEqualTo(expected.end());
            if (!Look.holders(database).isEmpty()) {
                task.oneMore(database, lease);
                assertThat(Look.holders(database)).as(where).isEmpty();
            }
            assertThat(database.leftovers()).as(where).isEmpty();
        }
    }

    private static void endSessions(FreshDatabase database, Connection connection) throws SQLException {
        String sql = switch (database.dialect()) {
            case "h2" ->
                "SELECT ABORT_SESSION(session_id) FROM information_schema.sessions WHERE session_id <> session_id()";
            case "postgresql" ->
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
            case "mariadb" -> "KILL CONNECTION USER " + database.user();
            default -> "";
        };
        if (sql.isEmpty()) {
            connection.close();
            return;
        }
        try (Connection other = database.administration().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }
}
