package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight processes start together, of which one is killed and one stands still for longer than its lease. The others must
 * return with one result, and each migration must have run once.
 */
class RaceTest {

    private static final int PROCESSES = 8;
    private static final int ROUNDS = Integer.getInteger("turnstone.races", 4);
    private static final Duration LEASE = Duration.ofSeconds(1);

    static List<TestDatabases> databases() {
        return Proof.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachMigrationRunsOnce(TestDatabases kind) throws Exception {
        Random random = new Random();
        List<Child> children = new ArrayList<>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                while (children.size() < PROCESSES) {
                    children.add(new Child());
                }
                race(kind, round % 2 == 0 ? Task.SWAPS : Task.SWAPS_FRESH, children, random);
            }
        } finally {
            children.forEach(Child::close);
        }
        System.out.printf("Race matrix on %s: %d rounds of %d processes%n", kind, ROUNDS, PROCESSES);
    }

    /** Takes the killed child out of the list. */
    private static void race(TestDatabases kind, Task task, List<Child> children, Random random) throws Exception {
        Expected expected = Expected.of(kind, task);
        long usual = expected.nanos();
        children.forEach(Child::awaitReady);
        try (FreshDatabase database = kind.fresh()) {
            task.prepare(database);
            try (Connection kept = database.dataSource().getConnection()) {
                assertThat(kept.isClosed()).isFalse(); // H2's server is in this process, which stays.
                children.forEach(child -> child.order(task, 0, LEASE, database.url()));
                Child paused = children.get(random.nextInt(PROCESSES));
                Child killed = Stream.generate(() -> children.get(random.nextInt(PROCESSES)))
                        .filter(child -> child != paused)
                        .findFirst()
                        .orElseThrow();
                TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * usual));
                paused.freeze();
                TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * usual));
                killed.kill();
                children.remove(killed);
                // Where the database knows no sessions, a lease is four times as long.
                TimeUnit.MILLISECONDS.sleep(LEASE.toMillis() * (kind == TestDatabases.SQLITE ? 5 : 2));
                paused.thaw();
                List<String> results = children.stream()
                        .map(child -> child.expect("done"))
                        .distinct()
                        .toList();
                assertThat(results).hasSize(1);
            }
            assertThat(Look.at(database)).isEqualTo(expected.end());
            assertThat(Look.holders(database)).isEmpty();
            assertThat(database.leftovers()).isEmpty();
        }
    }
}
