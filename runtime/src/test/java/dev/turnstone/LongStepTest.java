package dev.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.data.DataStep;
import dev.turnstone.operation.RunData;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A data migration of many short statements takes much longer than the lease, while another instance waits. */
class LongStepTest {

    private static final Duration LEASE = Duration.ofMillis(200);

    @ParameterizedTest
    @EnumSource(value = TestDatabases.class, mode = EnumSource.Mode.EXCLUDE, names = "H2_MEMORY")
    void keepsTheLock(TestDatabases kind) throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        DataStep step = context -> {
            runs.incrementAndGet();
            begun.complete(null);
            for (int i = 0; i < 30; i++) {
                context.update("UPDATE author SET name = CONCAT(name, '+')");
                sleep();
            }
        };
        TestSet first = TestSet.named(Blog.NAME).with("0001_initial", Blog.CREATE);
        TestSet set = first.with("0002_long", new RunData("Long", false, false)).doing("Long", () -> step);
        try (FreshDatabase database = kind.fresh()) {
            Migrator.builder(database.dataSource()).sets(first).build().apply();
            database.execute("INSERT INTO author (name) VALUES ('')");
            Migrator migrator = Migrator.builder(database.dataSource())
                    .sets(set)
                    .lease(LEASE)
                    .build();
            CompletableFuture<Integer> waiting =
                    begun.thenApplyAsync(started -> migrator.apply().applied().size());
            assertThat(migrator.apply().applied()).hasSize(1);
            assertThat(waiting.join()).isZero();
        }
        assertThat(runs).hasValue(1);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(70);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
