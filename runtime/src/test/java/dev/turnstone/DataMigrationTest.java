package dev.turnstone;

import static dev.turnstone.Blog.AUTHOR;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.data.ColumnRef;
import dev.turnstone.data.DataContext;
import dev.turnstone.data.DataStep;
import dev.turnstone.data.TableRef;
import dev.turnstone.migration.DataStepFailedException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationPlan;
import dev.turnstone.migration.MigrationStatus;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.RunData;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data migrations in one transaction. */
class DataMigrationTest {

    private static final String STEP = "com.acme.SplitNames";
    private static final TableRef TABLE = new TableRef("", "author");
    private static final ColumnRef<Long> ID = new ColumnRef<>(TABLE, "id", Long.class);
    private static final TestSet FIRST = TestSet.named(Blog.NAME).with("0001_initial", Blog.CREATE);

    /** Splits a name, in columns that are there only before or only after. */
    private static final class Split implements DataStep {
        @Override
        public void up(DataContext context) throws SQLException {
            assertThat(context.dialect()).isEqualTo("h2");
            assertThat(context.name(new TableRef("s", "order"))).isEqualTo("s.\"ORDER\"");
            assertThat(context.name(ID)).isEqualTo("id");
            assertThat(context.update("UPDATE author SET one = LEFT(name, ?), two = RIGHT(name, ?)", 1, 2))
                    .isEqualTo(2);
        }

        @Override
        public void down(DataContext context) throws SQLException {
            try (Statement statement = context.connection().createStatement()) {
                statement.executeUpdate("UPDATE author SET name = one || two");
            }
        }
    }

    private final TestDatabase database = TestDatabase.inMemory();

    @BeforeEach
    void createRows() {
        Migrator.builder(database).sets(FIRST).build().apply();
        database.execute("INSERT INTO author (name) VALUES ('Ada'), ('Bob')");
    }

    private static TestSet split(boolean reversible) {
        return TestSet.named(Blog.NAME)
                .with("0001_initial", Blog.CREATE)
                .with(
                        "0002_split",
                        new AddColumn(AUTHOR, column("one", varchar(40)), null),
                        new AddColumn(AUTHOR, column("two", varchar(40)), null),
                        new RunData(STEP, false, reversible),
                        new DropColumn(
                                AUTHOR, column("name", varchar(40)).notNull().withDefault("?"), null));
    }

    private TestSet one(DataStep step) {
        return one(FIRST, step);
    }

    private static TestSet one(TestSet before, DataStep step) {
        return before.with("0002_data", new RunData(STEP, false, false)).doing(STEP, () -> step);
    }

    private Migrator migrator(TestSet set) {
        return Migrator.builder(database).sets(set).build();
    }

    private List<String> names() {
        return database.rows("SELECT name FROM author ORDER BY id");
    }

    private String progress() {
        return database.rows("SELECT state, statements, started, done FROM turnstone_history WHERE position = 1")
                .toString();
    }

    @Test
    void runsOnceInItsPlace() {
        Migrator migrator = migrator(split(true).doing(STEP, Split::new));
        MigrationPlan plan = migrator.plan();
        assertThat(plan.toString()).contains("""
                ALTER TABLE author ADD COLUMN two CHARACTER VARYING(40);
                -- runs com.acme.SplitNames
                ALTER TABLE author DROP COLUMN name;""".replace("CHARACTER VARYING", "VARCHAR"));

        assertThat(migrator.apply().applied())
                .singleElement()
                .satisfies(executed -> assertThat(executed.statements()).isEqualTo(4));
        migrator.apply();

        assertThat(database.rows("SELECT one, two FROM author ORDER BY id")).containsExactly("A|da", "B|ob");
        assertThat(progress()).isEqualTo("[APPLIED|4|4|4]");
    }

    @Test
    void isTakenBackInItsPlace() {
        Migrator migrator = migrator(split(true).doing(STEP, Split::new));
        migrator.apply();
        assertThat(migrator.rollback().rolledBack())
                .singleElement()
                .satisfies(executed -> assertThat(executed.statements()).isEqualTo(4));
        assertThat(names()).containsExactly("Ada", "Bob");
    }

    @Test
    void withoutAWayBackLeavesTheRows() {
        migrator(split(false).doing(STEP, Split::new)).apply();
        assertThat(migrator(FIRST).rollback().rolledBack())
                .singleElement()
                .satisfies(executed -> assertThat(executed.statements()).isEqualTo(3));
        assertThat(names()).containsExactly("?", "?");
    }

    @Test
    void aVersionWithoutTheClassDoesNotTakeItBack() {
        migrator(split(true).doing(STEP, Split::new)).apply();
        assertThatThrownBy(() -> migrator(FIRST).rollback())
                .isExactlyInstanceOf(MigrationException.class)
                .hasMessage("To take back the migration 0002_split of com.acme.blog needs its data migration"
                        + " com.acme.SplitNames, but this version of the application does not know the migration, or its file"
                        + " was pruned. Nothing of it was taken back now. Roll back with a version that has the"
                        + " migration.");
        assertThat(progress()).isEqualTo("[APPLIED|4|4|4]");
    }

    @Test
    void orAnyThatCameAfterIt() {
        migrator(split(true).doing(STEP, Split::new).with("0003_add_email", Blog.ADD_EMAIL))
                .apply();
        assertThatThrownBy(() -> migrator(FIRST).rollbackTo("0001_initial"))
                .hasMessageStartingWith("To take back the migration 0002_split");
        assertThat(database.rows("SELECT COUNT(*) FROM turnstone_history")).containsExactly("3");
    }

    @Test
    void aMigrationThatCannotMakeItSaysSo() {
        assertThatThrownBy(() -> migrator(split(true)).apply())
                .isExactlyInstanceOf(MigrationException.class)
                .hasMessageEndingWith("runs the data migration com.acme.SplitNames, but it cannot make one. Compile the"
                        + " module that has the migration again.");
    }

    @Test
    void aFailureIsRolledBackAndNamesTheClass() {
        AtomicInteger runs = new AtomicInteger();
        TestSet set = one(context -> {
            context.update("UPDATE author SET name = name || '!'");
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("no");
            }
        });
        assertThatThrownBy(() -> migrator(set).apply())
                .isInstanceOfSatisfying(DataStepFailedException.class, e -> {
                    assertThat(e.set()).isEqualTo(Blog.NAME);
                    assertThat(e.id()).isEqualTo("0002_data");
                    assertThat(e.step()).isEqualTo(STEP);
                    assertThat(e.getCause()).isExactlyInstanceOf(IllegalStateException.class);
                })
                .hasMessage(
                        "The data migration com.acme.SplitNames failed, in the migration 0002_data of com.acme.blog:"
                                + " java.lang.IllegalStateException: no\nAll that it did was rolled back. Correct it or remove the"
                                + " cause, then call apply(): it runs again; or call rollback() to take back what was done of the"
                                + " migration.");
        assertThat(names()).containsExactly("Ada", "Bob");
        assertThat(migrator(set).status().get(1).state()).isEqualTo(MigrationStatus.State.FAILED);

        migrator(set).apply();
        assertThat(names()).containsExactly("Ada!", "Bob!");
    }

    @Test
    void anErrorIsRolledBackAndThrownOn() {
        TestSet set = one(context -> {
            context.update("UPDATE author SET name = 'x'");
            throw new AssertionError("broken");
        });
        assertThatThrownBy(() -> migrator(set).apply())
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage("broken");
        assertThat(names()).containsExactly("Ada", "Bob");
    }

    @Test
    void aFailureOfTheWayBackLeavesItApplied() {
        TestSet set = FIRST.with("0002_data", new RunData(STEP, false, true)).doing(STEP, () -> new DataStep() {
            @Override
            public void up(DataContext context) {}

            @Override
            public void down(DataContext context) throws SQLException {
                context.update("DELETE FROM nowhere");
            }
        });
        migrator(set).apply();
        assertThatThrownBy(() -> migrator(set).rollback())
                .isInstanceOf(DataStepFailedException.class)
                .hasMessageStartingWith("The data migration com.acme.SplitNames failed to take itself back, in")
                .hasMessageEndingWith(
                        "\nAll that it did was rolled back. Correct it or remove the cause, then call rollback(): it runs again.");
        assertThat(progress()).isEqualTo("[APPLIED|1|1|1]");
    }

    /** What a data migration does with its connection. */
    @FunctionalInterface
    private interface Use {
        void of(Connection connection) throws SQLException;
    }

    private static Named<Use> use(String name, Use use) {
        return Named.of(name, use);
    }

    static List<Named<Use>> forbidden() {
        return List.of(
                use("commit", Connection::commit),
                use("rollback", Connection::rollback),
                use("auto-commit", connection -> connection.setAutoCommit(false)),
                use("close", Connection::close),
                use("abort", connection -> connection.abort(Runnable::run)),
                use("isolation", connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE)),
                use("through a statement", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.getConnection().commit();
                    }
                }),
                use("DDL", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE t (id INTEGER)");
                    }
                }),
                use(
                        "prepared",
                        connection -> connection.prepareStatement("/* new\n */ -- one\n truncate table author")),
                use("batch", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.addBatch("Commit");
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void whatEndsTheTransactionIsRefused(Use forbidden) {
        TestSet set = one(context -> {
            context.update("UPDATE author SET name = 'x'");
            forbidden.of(context.connection());
        });
        assertThatThrownBy(() -> migrator(set).apply())
                .isInstanceOf(DataStepFailedException.class)
                .hasMessageContaining("A data migration must not ");
        assertThat(names()).containsExactly("Ada", "Bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT created FROM (SELECT 1 AS created)",
                "/* DROP */ SELECT 1",
                "ROLLBACK TO SAVEPOINT mine",
                "-- ALTER\nUPDATE author SET name = name",
                "MERGE INTO author KEY (id) VALUES (1, 'Ada')"
            })
    void whatLooksLikeItIsNot(String sql) {
        migrator(one(context -> {
                    try (Statement statement = context.connection().createStatement()) {
                        statement.execute("SAVEPOINT mine");
                        statement.execute(sql);
                    }
                }))
                .apply();
        assertThat(progress()).isEqualTo("[APPLIED|1|1|1]");
    }

    @Test
    void isEitherOneTransactionOrBackfills() {
        assertThatThrownBy(() -> migrator(one(context -> {
                            context.update("UPDATE author SET name = 'x'");
                            context.backfill(TABLE, ID).update("name = 'y'");
                        }))
                        .apply())
                .hasMessageContaining("The connection was used before. A data migration is either one transaction or"
                        + " backfills: make two data migrations of this one.");
        assertThat(names()).containsExactly("Ada", "Bob");
        assertThatThrownBy(() -> migrator(one(context -> {
                            context.backfill(TABLE, ID).update("name = 'y'");
                            context.update("UPDATE author SET name = 'x'");
                        }))
                        .apply())
                .hasMessageContaining("A backfill ran before. A data migration is either one transaction or backfills");
        assertThat(names()).containsExactly("y", "y");
    }

    @Test
    void runsAgainWhereAnotherSessionWasInTheWay() throws SQLException {
        try (Connection other = database.unwrap(JdbcDataSource.class).getConnection();
                Statement holding = other.createStatement()) {
            other.setAutoCommit(false);
            holding.execute("UPDATE author SET name = 'Cem' WHERE id = 1");
            AtomicInteger runs = new AtomicInteger();
            TestSet set = FIRST.with("0002_data", new RunData(STEP, false, false))
                    .doing(STEP, () -> {
                        if (runs.incrementAndGet() == 2) {
                            try {
                                other.commit();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                        return context -> {
                            context.update("UPDATE author SET name = name || '!' WHERE id = 2");
                            context.update("UPDATE author SET name = name || '!' WHERE id = 1");
                        };
                    });
            migrator(set).apply();
            assertThat(runs).hasValue(2);
            assertThat(names()).containsExactly("Cem!", "Bob!");
        }
    }
}
