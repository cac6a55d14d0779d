package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.PoolOfOne;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.PgBouncer;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL behind pools: one of the application, and PgBouncer, which may hand each transaction to another session. */
class PoolTest {

    private static final TestDatabases KIND = TestDatabases.POSTGRESQL;
    private static final Duration LEASE = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource(
            value = Task.class,
            names = {"FRESH", "IN_USE", "BACK"})
    void oneConnectionIsEnoughAndGoesBackAsItCame(Task task) throws SQLException {
        Expected expected = Expected.of(KIND, task);
        try (FreshDatabase database = KIND.fresh();
                Connection connection = database.dataSource().getConnection()) {
            task.prepare(database);
            List<String> settings = settings(connection);
            task.run(Migrator.builder(PoolOfOne.lending(connection))
                    .sets(task.set())
                    .build());
            assertThat(settings(connection)).isEqualTo(settings);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(Look.at(database)).isEqualTo(expected.end());
        }
    }

    private static List<String> settings(Connection connection) throws SQLException {
        List<String> settings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, setting FROM pg_settings ORDER BY name")) {
            while (rows.next()) {
                settings.add(rows.getString(1) + " = " + rows.getString(2));
            }
        }
        return settings;
    }

    @ParameterizedTest
    @EnumSource(
            value = Task.class,
            names = {"FRESH", "IN_USE", "BACK"})
    void worksThroughPgBouncer(Task task) throws SQLException {
        Expected expected = Expected.of(KIND, task);
        try (FreshDatabase database = KIND.fresh();
                PgBouncer bouncer = PgBouncer.inFrontOf(database, 3)) {
            task.prepare(database);
            task.run(Migrator.builder(bouncer.dataSource()).sets(task.set()).build());
            assertThat(Look.at(database)).isEqualTo(expected.end());
        }
    }

    @Test
    void processesRaceThroughPgBouncer() throws SQLException {
        Expected expected = Expected.of(KIND, Task.SWAPS);
        List<Child> children = Stream.generate(Child::new).limit(4).toList();
        try (FreshDatabase database = KIND.fresh();
                PgBouncer bouncer = PgBouncer.inFrontOf(database, 3)) {
            Task.SWAPS.prepare(database);
            children.forEach(Child::awaitReady);
            children.forEach(child -> child.order(Task.SWAPS, 0, LEASE, bouncer.url()));
            assertThat(children.stream().map(child -> child.expect("done")).distinct())
                    .hasSize(1);
            assertThat(Look.at(database)).isEqualTo(expected.end());
            assertThat(Look.holders(database)).isEmpty();
        } finally {
            children.forEach(Child::close);
        }
    }

    /** The session of a killed client goes back to the pool, so that the client looks asleep. */
    @Test
    void aKilledClientOfPgBouncerIsRelievedAfterItsLease() throws SQLException {
        Expected expected = Expected.of(KIND, Task.SWAPS);
        try (FreshDatabase database = KIND.fresh();
                PgBouncer bouncer = PgBouncer.inFrontOf(database, 3);
                Child child = new Child()) {
            Task.SWAPS.prepare(database);
            child.awaitReady();
            child.order(Task.SWAPS, expected.holding(), LEASE, bouncer.url());
            child.expect("at");
            child.kill();
            long start = System.nanoTime();
            Migrator.builder(bouncer.dataSource())
                    .sets(Task.SWAPS.set())
                    .lease(LEASE)
                    .build()
                    .apply();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(LEASE.dividedBy(2), LEASE.multipliedBy(6));
            assertThat(Look.at(database)).isEqualTo(expected.end());
        }
    }
}
