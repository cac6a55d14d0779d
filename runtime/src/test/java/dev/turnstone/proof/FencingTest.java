package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.h2.tools.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A holder of the lock is stopped, another takes over and does all, and the first one goes on. Its next statement would do
 * harm: when all is done, the column may be renamed once more.
 */
class FencingTest {

    private static final Duration LEASE = Duration.ofSeconds(1);

    static List<TestDatabases> all() {
        return Proof.databases();
    }

    /** In SQLite, the transaction of a stopped process keeps everybody out until the process goes on or is killed. */
    static List<TestDatabases> servers() {
        return Proof.databases().stream()
                .filter(kind -> kind != TestDatabases.SQLITE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesNothingAfterItSleptBeforeATransaction(TestDatabases kind) throws SQLException {
        sleepAt(kind, statement -> statement.contains("SET session_id = ") || statement.contains("SET renewed_ms = "));
    }

    /** It had checked its lock and recorded the statement. */
    @ParameterizedTest
    @MethodSource("servers")
    void writesNothingAfterItSleptBeforeAStatement(TestDatabases kind) throws SQLException {
        sleepAt(kind, Expected::beforeStatements);
    }

    private static void sleepAt(TestDatabases kind, Predicate<String> where) throws SQLException {
        Expected expected = Expected.of(kind, Task.SWAPS);
        Server h2 = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
        try (FreshDatabase database = kind.fresh();
                Child child = new Child()) {
            Task.SWAPS.prepare(database);
            child.awaitReady();
            try (Connection kept = database.dataSource().getConnection()) {
                assertThat(kept.isClosed()).isFalse(); // H2's server is in this process, which stays.
                child.order(Task.SWAPS, expected.point(where), LEASE, url(database, h2));
                child.expect("at");
                child.freeze();
                long start = System.nanoTime();
                Task.SWAPS.run(Task.SWAPS.migrator(database).lease(LEASE).build());
                // Not before the lease is over, and not long after it.
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(LEASE.dividedBy(2), LEASE.multipliedBy(15));
                child.goOn();
                child.thaw();
                child.expect("done");
                assertThat(child.log()).contains("lock over");
            }
            assertThat(Look.at(database)).isEqualTo(expected.end());
            assertThat(Look.holders(database)).isEmpty();
            assertThat(database.leftovers()).isEmpty();
        } finally {
            h2.stop();
        }
    }

    /**
     * In H2's mixed mode, the driver opens a broken session again unasked and sends the statement there, so there nothing but
     * the look at the clock before each statement helps. A client of an H2 server learns that its session has ended.
     */
    private static String url(FreshDatabase database, Server h2) {
        return database.dialect().equals("h2")
                ? database.url()
                        .replace("jdbc:h2:file:", "jdbc:h2:tcp://localhost:" + h2.getPort() + "/")
                        .replace(";AUTO_SERVER=TRUE", "")
                : database.url();
    }
}
