package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.TestSet;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Definitions;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A holder of the lock sleeps, and another takes the lock. */
class LostLockTest {

    private static final Duration LEASE = Duration.ofMillis(400);
    private static final TableName BOOK = TableName.of("book");
    private static final Column X = Column.of("x", Definitions.integer());

    /** One of them fails for a row of the other's, so it must wait until the other is done. */
    @Test
    void looksForTheLockBeforeItLooksAtRows() throws SQLException {
        TestSet first = TestSet.named("com.acme.shop").with("0001_book", new CreateTable(Table.of(BOOK, List.of(X))));
        TestSet second =
                first.with("0002_y", new AddColumn(BOOK, X.withName("y").notNull(), null));
        List<List<String>> holders = new ArrayList<>();
        List<String> slept = new ArrayList<>();
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            Migrator.builder(database.dataSource()).sets(first).build().apply();
            Watched.Watcher watcher = (number, statement, connection) -> {
                if (slept.isEmpty()
                        && statement.startsWith("before executeQuery SELECT set_name")
                        && !Look.holders(database).isEmpty()) {
                    slept.add(statement);
                    sleep();
                    database.execute("UPDATE turnstone_history_lock SET token = NULL");
                } else if (statement.startsWith("before") && statement.contains("*/ SELECT COUNT(*) FROM book")) {
                    holders.add(Look.holders(database));
                }
            };
            Migrator.builder(Watched.connecting(database.dataSource()::getConnection, watcher))
                    .sets(second)
                    .lease(LEASE)
                    .build()
                    .apply();
        }
        assertThat(slept).hasSize(1);
        assertThat(holders).hasSize(1);
        assertThat(holders.get(0)).hasSize(1);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(LEASE.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
