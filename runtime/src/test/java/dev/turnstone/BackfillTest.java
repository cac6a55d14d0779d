package dev.turnstone;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.varbinary;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.data.Backfill;
import dev.turnstone.data.ColumnRef;
import dev.turnstone.data.DataContext;
import dev.turnstone.data.DataStep;
import dev.turnstone.data.TableRef;
import dev.turnstone.migration.DataStepFailedException;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks through tables of seven rows, three at a time. */
class BackfillTest {

    private static final String STEP = "com.acme.Fill";
    private static final TableRef ITEM = new TableRef("", "item");
    private static final ColumnRef<Long> ID = new ColumnRef<>(ITEM, "id", Long.class);
    private static final ColumnRef<String> NAME = new ColumnRef<>(ITEM, "name", String.class);
    private static final ColumnRef<Integer> NUMBER = new ColumnRef<>(ITEM, "number", Integer.class);
    private static final ColumnRef<byte[]> HASH = new ColumnRef<>(ITEM, "hash", byte[].class);
    private static final ColumnRef<Object> AT = new ColumnRef<>(ITEM, "at", Object.class);

    private static final TestSet FIRST = TestSet.named("com.acme.shop")
            .with(
                    "0001_initial",
                    new CreateTable(Table.of(
                            TableName.of("item"),
                            List.of(
                                    column("id", bigint()).notNull(),
                                    column("name", varchar(40)).notNull(),
                                    column("number", integer()),
                                    column("at", timestamp(6)).notNull(),
                                    column("hash", varbinary(4)),
                                    column("done", integer()).notNull(),
                                    primaryKey("pk_item", "id")))));

    private static final List<String> NAMES = List.of("a", "b", "b'", "c\\", "c\\'", "d", "\u00e9");

    private static final TestDatabase H2 = TestDatabase.inMemory();

    private static TestSet fill(DataStep step) {
        return FIRST.with("0002_fill", new RunData(STEP, false, true)).doing(STEP, () -> step);
    }

    private static void rows(FreshDatabase database) throws SQLException {
        Migrator.builder(database.dataSource()).sets(FIRST).build().apply();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO item (id, name, number, at, hash, done) VALUES (?, ?, ?, ?, ?, 0)")) {
            for (int i = 0; i < NAMES.size(); i++) {
                insert.setLong(1, 10L * i - 20);
                insert.setString(2, NAMES.get(i));
                insert.setInt(3, i / 4);
                insert.setString(4, "2026-01-0" + (i + 1) + " 12:00:00.5");
                if (database.dialect().equals("postgresql")) {
                    insert.setObject(4, "2026-01-0" + (i + 1) + " 12:00:00.5", Types.OTHER);
                }
                insert.setBytes(5, new byte[] {(byte) (40 * i), '\'', '\\'});
                insert.executeUpdate();
            }
        }
    }

    private static List<String> texts(FreshDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** By what the table is walked through. */
    private static final List<List<ColumnRef<?>>> KEYS = List.of(
            List.of(ID), List.of(NAME), List.of(AT), List.of(HASH), List.of(NUMBER, NAME), List.of(NUMBER, ID, NAME));

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void doesEachRowOnceByAnyKey(TestDatabases kind) throws SQLException {
        for (List<ColumnRef<?>> key : KEYS) {
            try (FreshDatabase database = kind.fresh()) {
                rows(database);
                List<String> ranges = new ArrayList<>();
                Migrator.builder(database.dataSource())
                        .sets(fill(context -> {
                            Backfill backfill = context.backfill(ITEM, key.toArray(ColumnRef<?>[]::new))
                                    .batch(3)
                                    .pause(Duration.ofMillis(1));
                            backfill.update("done = done + 1");
                            context.backfill(ITEM, key.toArray(ColumnRef<?>[]::new))
                                    .batch(3)
                                    .where("done = 1 OR done = 7")
                                    .forEach((connection, range) -> {
                                        ranges.add(range);
                                        try (Statement statement = connection.createStatement()) {
                                            statement.executeUpdate("UPDATE item SET done = done + 2 WHERE " + range);
                                        }
                                    });
                        }))
                        .build()
                        .apply();
                assertThat(texts(database, "SELECT done FROM item"))
                        .as("%s", key)
                        .containsOnly("3");
                assertThat(ranges).as("%s", key).hasSize(3);
                assertThat(texts(database, "SELECT backfill FROM turnstone_history WHERE position = 1"))
                        .singleElement()
                        .asString()
                        .startsWith("-- runs com.acme.Fill\n2 7 item (");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void goesOnBehindTheLastRangeThatIsDone(TestDatabases kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            rows(database);
            boolean[] fails = {true};
            DataStep step = new DataStep() {
                @Override
                public void up(DataContext context) throws SQLException {
                    walk(context, "done + 1");
                }

                @Override
                public void down(DataContext context) throws SQLException {
                    walk(context, "done - 1");
                }

                private void walk(DataContext context, String value) throws SQLException {
                    context.backfill(ITEM, NAME).update("number = 5");
                    context.backfill(ITEM, NAME).batch(3).forEach((connection, range) -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.executeUpdate("UPDATE item SET done = " + value + " WHERE " + range);
                        }
                        if (fails[0] && range.contains("'d'")) {
                            throw new IllegalArgumentException("in the second range");
                        }
                    });
                }
            };
            Migrator migrator =
                    Migrator.builder(database.dataSource()).sets(fill(step)).build();
            assertThatThrownBy(migrator::apply)
                    .isInstanceOf(DataStepFailedException.class)
                    .hasMessageEndingWith(
                            "What it did in the last range was rolled back; the ranges before are done and"
                                    + " recorded. Correct it or remove the cause, then call apply(): it goes on with the range that"
                                    + " failed; or call rollback() to take back what was done of the migration.");
            assertThat(texts(database, "SELECT done FROM item ORDER BY id"))
                    .containsExactly("1", "1", "1", "0", "0", "0", "0");
            // Again at the same range: what was done is not forgotten.
            assertThatThrownBy(migrator::apply).isInstanceOf(DataStepFailedException.class);
            fails[0] = false;
            migrator.apply();
            assertThat(texts(database, "SELECT done FROM item")).containsOnly("1");

            fails[0] = true;
            assertThatThrownBy(migrator::rollback)
                    .hasMessageEndingWith("then call rollback(): it goes on with the range that failed.");
            assertThat(texts(database, "SELECT done FROM item ORDER BY id"))
                    .containsExactly("0", "0", "0", "1", "1", "1", "1");
            fails[0] = false;
            migrator.rollback();
            assertThat(texts(database, "SELECT done FROM item")).containsOnly("0");
            migrator.apply();
            assertThat(texts(database, "SELECT done FROM item")).containsOnly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabases.class,
            names = {"POSTGRESQL", "MARIADB"})
    void noticesThatItsTransactionWasLost(TestDatabases kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            rows(database);
            Migrator migrator = Migrator.builder(database.dataSource())
                    .sets(fill(context -> {
                        try (Statement statement =
                                context.connection().unwrap(Connection.class).createStatement()) {
                            statement.execute(
                                    kind == TestDatabases.MARIADB ? "CREATE TABLE t (id INTEGER)" : "nonsense");
                        } catch (SQLException e) {
                            assertThat(e.getMessage()).contains("nonsense");
                        }
                    }))
                    .build();
            assertThatThrownBy(migrator::apply)
                    .isInstanceOf(DataStepFailedException.class)
                    .hasMessageContaining("Its transaction did not last until it ended");
        }
    }

    /** With one row that has no number. */
    private static void h2() {
        H2.execute("DROP ALL OBJECTS");
        Migrator.builder(H2).sets(FIRST).build().apply();
        H2.execute("INSERT INTO item (id, name, at, done) VALUES (1, 'a', CURRENT_TIMESTAMP, 0)");
    }

    private static void failsOnH2(DataStep step, String message) {
        assertThatThrownBy(() -> Migrator.builder(H2).sets(fill(step)).build().apply())
                .isInstanceOf(DataStepFailedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatCannotWork() {
        h2();
        failsOnH2(
                context -> context.backfill(ITEM).update("done = 1"),
                "A backfill of item needs the columns of its key.");
        failsOnH2(context -> context.backfill(ITEM, ID).batch(0), "A range cannot have 0 rows.");
        failsOnH2(
                context -> context.backfill(ITEM, NUMBER).update("done = 1"),
                "The backfill of item cannot go by number, which is NULL in a row. Choose the primary key.");
    }

    @Test
    void doesNotGoOnInAnotherTable() {
        h2();
        failsOnH2(
                context -> {
                    context.backfill(ITEM, ID).update("done = 1");
                    throw new IllegalStateException("after the first");
                },
                "after the first");
        failsOnH2(
                context -> context.backfill(ITEM, NAME).update("done = 2"),
                "Its backfill 1 was interrupted on its way through item (id), and now goes through item (name). Let it go"
                        + " through the same table by the same key, or call rollback() and begin anew.");
        assertThat(H2.rows("SELECT done FROM item")).containsExactly("1");
    }

    @Test
    void anEmptyTableIsDoneAtOnce() {
        h2();
        H2.execute("DELETE FROM item");
        Migrator.builder(H2)
                .sets(fill(context -> context.backfill(ITEM, ID).update("done = 1")))
                .build()
                .apply();
        assertThat(H2.rows("SELECT state, done FROM turnstone_history WHERE position = 1"))
                .containsExactly("APPLIED|1");
    }
}
