package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.Migrator;
import dev.turnstone.migration.LockTimeoutException;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who waits for the lock is in nobody's way, and says for whom it waits. */
class WaitingTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int WAITERS = 3;

    static List<TestDatabases> databases() {
        return Proof.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void waitsWithoutSnapshotAndLockAndGivesUp(TestDatabases kind) throws Exception {
        Expected expected = Expected.of(kind, Task.IN_USE);
        ExecutorService threads = Executors.newFixedThreadPool(WAITERS);
        try (FreshDatabase database = kind.fresh();
                Child holder = new Child()) {
            Task.IN_USE.prepare(database);
            holder.awaitReady();
            Instant before = Instant.now().minusSeconds(2);
            holder.order(Task.IN_USE, expected.holding(), LEASE, database.url());
            holder.expect("at");
            Migrator migrator = Task.IN_USE
                    .migrator(database)
                    .lease(LEASE)
                    .lockTimeout(Duration.ofSeconds(4))
                    .build();
            List<Future<?>> waiting = List.of(
                    threads.submit(migrator::apply), threads.submit(migrator::apply), threads.submit(migrator::apply));
            TimeUnit.MILLISECONDS.sleep(1000);
            long start = System.nanoTime();
            database.execute(demanding(kind));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(waiting).noneMatch(Future::isDone);
            for (Future<?> each : waiting) {
                assertThatThrownBy(each::get)
                        .cause()
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageContaining("process " + holder.pid() + " since ")
                        .satisfies(e -> assertThat(since(e.getMessage())).isBetween(before, Instant.now()))
                        .hasMessageContaining("gave up after waiting 4 s");
            }
            holder.goOn();
            holder.expect("done");
            assertThat(database.leftovers()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    /** What no session gets that must wait for a snapshot, or for a lock of a table. */
    private static String[] demanding(TestDatabases kind) {
        String index = "CREATE INDEX " + (kind == TestDatabases.POSTGRESQL ? "CONCURRENTLY " : "")
                + "ix_waiting ON turnstone_history_lock (holder)";
        String drop = kind == TestDatabases.MARIADB ? " ON turnstone_history_lock" : "";
        return new String[] {
            index,
            "DROP INDEX ix_waiting" + drop,
            "ALTER TABLE turnstone_history_lock ADD COLUMN waiting INTEGER",
            "ALTER TABLE turnstone_history_lock DROP COLUMN waiting",
            "ALTER TABLE author ADD COLUMN waiting INTEGER",
            "ALTER TABLE author DROP COLUMN waiting"
        };
    }

    private static Instant since(String message) {
        return Instant.parse(message.replaceFirst("(?s).* since (\\S+Z);.*", "$1"));
    }
}
