package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that migrates is killed before and after its statements, those of the bookkeeping too: one point for each
 * process. The next call must leave the database as one that was never interrupted. Without {@code -Dturnstone.crash=all},
 * only some of the points are tried, spread evenly.
 */
class CrashTest {

    private static final int POINTS = 6;
    private static final List<Task> TASKS = List.of(Task.FRESH, Task.IN_USE, Task.DATA, Task.BACK);

    /** Far more than any takes; the next one must see by itself that the killed process is gone. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    static List<TestDatabases> databases() {
        return Proof.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void survivesAKillAtEachPoint(TestDatabases kind) throws Exception {
        int tried = 0;
        int there = 0;
        List<String> failures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Task task : TASKS) {
                Expected expected = Expected.of(kind, task);
                List<Integer> points = expected.points(POINTS);
                List<Future<?>> results = new ArrayList<>();
                for (int point : points) {
                    results.add(threads.submit(() -> {
                        killAt(point, kind, task, expected);
                        return null;
                    }));
                }
                for (int i = 0; i < points.size(); i++) {
                    try {
                        results.get(i).get();
                    } catch (ExecutionException e) {
                        failures.add(task + ", point " + points.get(i) + ": " + e.getCause());
                    }
                }
                tried += points.size();
                there += expected.statements().size();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "Crash matrix on %s: %d of %d points tried, %d survived%n",
                kind, tried, there, tried - failures.size());
        assertThat(failures).isEmpty();
    }

    private static void killAt(int point, TestDatabases kind, Task task, Expected expected) throws SQLException {
        try (FreshDatabase database = kind.fresh();
                Child child = new Child()) {
            task.prepare(database);
            child.awaitReady();
            child.order(task, point, LEASE, database.url());
            String where = child.expect("at");
            child.kill();
            recover(point, where, database, task, expected);
            assertThat(database.leftovers()).as(where).isEmpty();
        }
    }

    @SuppressWarnings("try") // H2 opens its file once for all, and not for each of the following connections.
    private static void recover(int point, String where, FreshDatabase database, Task task, Expected expected)
            throws SQLException {
        long start = System.nanoTime();
        try (Connection kept = database.dataSource().getConnection()) {
            Migrator migrator = task.migrator(database).lease(LEASE).build();
            if (task == Task.BACK && point % 3 == 0) {
                migrator.apply();
                assertThat(Look.withoutRows(Look.at(database))).as(where).isEqualTo(expected.applied());
            } else {
                task.run(migrator);
                assertThat(Look.at(database)).as(where).isEqualTo(expected.end());
            }
            if (!Look.holders(database).isEmpty()) {
                // Killed when all was done but this: nobody noticed, as nobody needed the lock.
                task.oneMore(database, LEASE);
                assertThat(Look.holders(database)).as(where).isEmpty();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(where).isLessThan(LEASE.dividedBy(2));
    }
}
