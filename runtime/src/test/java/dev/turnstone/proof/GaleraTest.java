package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.Galera;
import dev.turnstone.servers.Server;
import dev.turnstone.servers.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes that talk to different nodes of one cluster: none sees the others' sessions, and locks of sessions do not cross. */
class GaleraTest {

    private static final int PROCESSES = 6;
    private static final int ROUNDS = 2;
    private static final Duration LEASE = Duration.ofSeconds(1);

    private final List<Child> children = new ArrayList<>();

    @AfterEach
    void end() {
        children.forEach(Child::close);
        Galera.awaitWhole();
    }

    private static Expected expected(Task task) throws SQLException {
        return Expected.of(TestDatabases.MARIADB, task);
    }

    private void start(int count) {
        while (children.size() < count) {
            children.add(new Child());
        }
        children.forEach(Child::awaitReady);
    }

    private void order(Task task, List<FreshDatabase> views) {
        for (int i = 0; i < children.size(); i++) {
            children.get(i).order(task, 0, LEASE, views.get(i % views.size()).url());
        }
    }

    @Test
    void eachMigrationRunsOnceThoughOneProcessIsKilledAndOneSleeps() throws Exception {
        Random random = new Random();
        for (Task task : List.of(Task.SWAPS, Task.SWAPS_FRESH)) {
            for (int round = 0; round < ROUNDS; round++) {
                Expected expected = expected(task);
                start(PROCESSES);
                List<FreshDatabase> views = Galera.fresh();
                try (FreshDatabase database = views.get(0)) {
                    task.prepare(database);
                    order(task, views);
                    TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * expected.nanos()));
                    Child paused = children.get(random.nextInt(PROCESSES - 1));
                    paused.freeze();
                    TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * expected.nanos()));
                    children.remove(PROCESSES - 1).kill();
                    TimeUnit.MILLISECONDS.sleep(5 * LEASE.toMillis());
                    paused.thaw();
                    assertThat(children.stream()
                                    .map(child -> child.expect("done"))
                                    .distinct())
                            .hasSize(1);
                    Galera.awaitWhole();
                    look(views, expected);
                }
            }
        }
    }

    /** The node of the holder hangs; the cluster goes on without it. */
    @Test
    void aFrozenNodeIsRelievedByTheOthers() throws Exception {
        interruptNode(Server::freeze, Server::thaw);
    }

    @Test
    void aKilledNodeIsRelievedByTheOthers() throws Exception {
        interruptNode(Server::kill, Server::start);
    }

    /** Does something to a node. */
    private interface Act {
        void on(Server node);
    }

    private void interruptNode(Act interrupt, Act mend) throws SQLException {
        Expected expected = expected(Task.SWAPS);
        start(3);
        List<FreshDatabase> views = Galera.fresh();
        try (FreshDatabase database = views.get(0)) {
            Task.SWAPS.prepare(database);
            Galera.awaitWhole();
            children.get(2)
                    .order(
                            Task.SWAPS,
                            expected.point(Expected::beforeStatements),
                            LEASE,
                            views.get(2).url());
            children.get(2).expect("at");
            Server node = Galera.nodes().get(2);
            interrupt.on(node);
            try {
                for (int i = 0; i < 2; i++) {
                    children.get(i).order(Task.SWAPS, 0, LEASE, views.get(i).url());
                }
                assertThat(children.get(0).expect("done"))
                        .isEqualTo(children.get(1).expect("done"));
            } finally {
                mend.on(node);
            }
            Galera.awaitWhole();
            children.get(2).goOn();
            // What it finds depends on whether the node was there again in time; it must do no harm.
            assertThat(children.get(2).answer()).containsAnyOf("done", "failed");
            look(views, expected);
        }
    }

    private static void look(List<FreshDatabase> views, Expected expected) throws SQLException {
        for (FreshDatabase view : views) {
            assertThat(Look.at(view)).isEqualTo(expected.end());
            assertThat(Look.holders(view)).isEmpty();
            assertThat(view.leftovers()).isEmpty();
        }
    }
}
