package dev.turnstone;

import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.date;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.LockTimeoutException;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.PreconditionFailedException;
import dev.turnstone.migration.StatementFailedException;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.PgBouncer;
import dev.turnstone.servers.PostgreSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What PostgreSQL does beyond what all databases do. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgreSqlTest {

    private static final Operation ADD_INDEX = new AddIndex(Blog.AUTHOR, index("ix_email", "email"));
    private static final Duration SHORT = Duration.ofMillis(100);

    private final FreshDatabase database = PostgreSql.fresh();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() throws SQLException {
        threads.shutdownNow();
        assertThat(database.leftovers()).isEmpty();
        database.close();
    }

    private static Migrator.Builder migrator(DataSource source, TestSet set) {
        return Migrator.builder(source).sets(set);
    }

    private MigrationReport apply(TestSet set) {
        return migrator(database.dataSource(), set).build().apply();
    }

    private static TestSet then(Operation... operations) {
        return Blog.SET.first(2).with("0003_x", operations);
    }

    private void applyFirst() {
        apply(Blog.SET.first(2));
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                result.add(rows.getString(1));
            }
            return result;
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return rows(connection, query);
        }
    }

    /** An application that has used a table in a transaction which it does not end. */
    private Connection using(String sql) throws SQLException {
        Connection application = database.dataSource().getConnection();
        application.setAutoCommit(false);
        try (Statement statement = application.createStatement()) {
            statement.execute(sql);
        }
        return application;
    }

    private void waitFor(String query) throws SQLException, InterruptedException {
        while (rows(query).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void givesWayToTheApplicationUntilTheTableIsFree() throws Exception {
        applyFirst();
        try (Connection application = using("SELECT * FROM author")) {
            Future<MigrationReport> report = threads.submit(() -> migrator(database.dataSource(), then(Blog.add("x")))
                    .tableLock(SHORT, Duration.ofSeconds(30))
                    .build()
                    .apply());
            waitFor("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%ADD COLUMN x%'");
            // Whoever comes behind waits for no longer than one try of the migration.
            assertThat(rows("SELECT count(*) FROM author")).containsExactly("0");
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(report.isDone()).isFalse();
            application.rollback();
            assertThat(report.get().applied()).hasSize(1);
        }
    }

    @Test
    void givesUpWhereTheTableStaysInUse() throws SQLException {
        applyFirst();
        try (Connection application = using("SELECT * FROM author")) {
            assertThatThrownBy(migrator(database.dataSource(), then(Blog.add("x")))
                            .tableLock(SHORT, SHORT)
                            .build()::apply)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("lock timeout");
            application.rollback();
        }
        assertThat(apply(then(Blog.add("x"))).applied()).hasSize(1);
    }

    /** A block of two statements; the second needs the table that the application uses. */
    private TestSet applyAndAddToTwoTables() {
        TableName book = TableName.of("book");
        TestSet first =
                Blog.SET.first(2).with("0003_book", new CreateTable(Table.of(book, List.of(column("x", varchar(9))))));
        apply(first);
        return first.with("0004_x", new AddColumn(book, column("y", varchar(9)), null), Blog.add("x"));
    }

    @Test
    void namesTheStatementOfABlockThatIsBusy() throws SQLException {
        TestSet set = applyAndAddToTwoTables();
        try (Connection application = using("SELECT * FROM author")) {
            assertThatThrownBy(migrator(database.dataSource(), set)
                            .tableLock(SHORT, SHORT)
                            .build()::apply)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("Statement 2 of 2")
                    .hasMessageContaining("lock timeout")
                    .hasMessageContaining("The statement was:\n    ALTER TABLE author ADD COLUMN x")
                    .hasMessageNotContaining("Batch entry");
            application.rollback();
        }
        assertThat(apply(set).applied()).hasSize(1);
    }

    /** Applies in the background, and cancels the statement as soon as it waits for a lock. */
    private Future<MigrationReport> cancelled(TestSet set, String statement) throws Exception {
        Future<MigrationReport> report = threads.submit(() -> migrator(database.dataSource(), set)
                .tableLock(Duration.ofSeconds(40), Duration.ofSeconds(40))
                .build()
                .apply());
        String waiting = " FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%" + statement + "%'";
        waitFor("SELECT 1" + waiting);
        rows("SELECT pg_cancel_backend(pid)" + waiting);
        return report;
    }

    @Test
    void doesNotRepeatAStatementThatWasCancelled() throws Exception {
        TestSet set = applyAndAddToTwoTables();
        try (Connection application = using("SELECT * FROM author")) {
            assertThatThrownBy(cancelled(set, "ADD COLUMN x")::get)
                    .cause()
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("Statement 2 of 2")
                    .hasMessageContaining("Batch entry")
                    .hasMessageContaining("user request");
            application.rollback();
        }
        assertThat(apply(set).applied()).hasSize(1);
    }

    @Test
    void doesNotRepeatMigrationsThatWereCancelled() throws Exception {
        TestSet set = Blog.SET.first(2);
        try (Connection application = using("CREATE TABLE author (id BIGINT)")) {
            assertThatThrownBy(cancelled(set, "CREATE TABLE author")::get)
                    .cause()
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageContaining("was applying 2 migrations in one transaction")
                    .hasMessageContaining("user request");
            application.rollback();
        }
        assertThat(apply(set).applied()).hasSize(2);
    }

    @Test
    void rebuildsAnIndexThatIsNotValid() throws SQLException {
        applyFirst();
        database.execute("INSERT INTO author (name) VALUES ('a'), ('a')");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY uq ON author (name)"))
                .isInstanceOf(SQLException.class);
        assertThat(rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'uq'::regclass"))
                .containsExactly("f");
        database.execute("DELETE FROM author");
        apply(then(new AddConstraint(Blog.AUTHOR, unique("uq", "name"))));
        assertThat(rows("SELECT indisvalid FROM pg_index JOIN pg_constraint ON conindid = indexrelid"
                        + " WHERE conname = 'uq'"))
                .containsExactly("t");
    }

    /** The rows look well before the migration, which itself makes them equal. */
    @Test
    void leavesNoInvalidIndexBehindWhenABuildFails() throws SQLException {
        applyFirst();
        database.execute("INSERT INTO author (name) VALUES ('a'), ('b')");
        TestSet set = then(
                new AddColumn(Blog.AUTHOR, column("x", varchar(9)), literal("same")),
                new AddConstraint(Blog.AUTHOR, unique("uq", "x")));
        assertThatThrownBy(() -> apply(set)).isInstanceOf(StatementFailedException.class);
        assertThat(rows("SELECT 1 FROM pg_class WHERE relname = 'uq'")).isEmpty();
        migrator(database.dataSource(), set).build().rollback();
        assertThat(rows("SELECT 1 FROM pg_attribute WHERE attrelid = 'author'::regclass AND attname = 'x'"
                        + " AND NOT attisdropped"))
                .isEmpty();
    }

    /** The build waits for each transaction that could see the table before; so the waiting ones must have none. */
    @Test
    void buildsAnIndexWhileOthersWait() throws Exception {
        applyFirst();
        List<Future<MigrationReport>> reports = new ArrayList<>();
        try (Connection application = using("INSERT INTO author (name) VALUES ('a')")) {
            for (int i = 0; i < 4; i++) {
                reports.add(threads.submit(() -> apply(then(ADD_INDEX))));
            }
            waitFor("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%CREATE INDEX%'");
            TimeUnit.MILLISECONDS.sleep(1000);
            application.commit();
        }
        int applied = 0;
        for (Future<MigrationReport> report : reports) {
            applied += report.get().applied().size();
        }
        assertThat(applied).isEqualTo(1);
        assertThat(rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_email'::regclass"))
                .containsExactly("t");
    }

    @Test
    void namesTheRowsThatDoNotAllowTheMigrationAndChangesNothing() throws SQLException {
        applyFirst();
        database.execute("INSERT INTO author (name, email) VALUES ('a', 'x'), ('a', 'longer'), ('b', 'longest')");
        Column email = column("email", varchar(80)).notNull().withDefault("none");
        TestSet set = then(
                Blog.add("x"),
                new AddConstraint(Blog.AUTHOR, unique("uq", "name")),
                new AlterColumn(Blog.AUTHOR, email, email.withType(varchar(5))));
        assertThatThrownBy(() -> apply(set))
                .isInstanceOf(PreconditionFailedException.class)
                .hasMessageContaining("In author.name 2 rows share a value with another row, which uq forbids."
                        + " Such as: name = a, n = 2.")
                .hasMessageContaining("In author.email 2 rows have a value that does not fit into varchar(5)."
                        + " Such as: id = 2, email = longer; id = 3, email = longest.");
        assertThat(rows("SELECT id FROM turnstone_history")).hasSize(2);
        assertThat(rows("SELECT 1 FROM pg_attribute WHERE attname = 'x'")).isEmpty();
    }

    @Test
    void worksInAConfiguredSchemaAndLeavesTheSearchPathAsItWas() throws SQLException {
        database.execute("CREATE SCHEMA \"My App\"");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = \"$user\", public, \"it's\"");
            DataSource pool = PoolOfOne.lending(connection);
            TestSet set = then(Blog.RENAME, ADD_INDEX, new AddColumn(Blog.AUTHOR, column("made", date()), null));
            for (TestSet each : List.of(Blog.SET.first(2), set)) {
                migrator(pool, each).schema("My App").build().apply();
            }
            assertThat(rows(connection, "SHOW search_path")).containsExactly("\"$user\", public, \"it's\"");
            assertThat(rows(
                            connection,
                            "SELECT relname FROM pg_class WHERE relnamespace = '\"My App\"'::regnamespace"
                                    + " AND relkind = 'r' ORDER BY 1"))
                    .containsExactly("author", "turnstone_history", "turnstone_history_lock");
            migrator(pool, set).schema("My App").build().rollback();
            assertThat(rows(connection, "SHOW search_path")).containsExactly("\"$user\", public, \"it's\"");
        }
        assertThat(rows("SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void isNotHurriedByLimitsOfItsUserAndLeavesThemAsTheyWere() throws Exception {
        applyFirst();
        try (Connection migrating = database.dataSource().getConnection();
                Statement statement = migrating.createStatement();
                Connection application = using("INSERT INTO author (name) VALUES ('a')")) {
            statement.execute("SET statement_timeout = '200ms'");
            statement.execute("SET lock_timeout = '150ms'");
            Future<MigrationReport> report =
                    threads.submit(() -> migrator(PoolOfOne.lending(migrating), then(ADD_INDEX))
                            .build()
                            .apply());
            waitFor("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%CREATE INDEX%'");
            TimeUnit.MILLISECONDS.sleep(500);
            application.commit();
            assertThat(report.get().applied()).hasSize(1);
            assertThat(rows(migrating, "SHOW statement_timeout")).containsExactly("200ms");
            assertThat(rows(migrating, "SHOW lock_timeout")).containsExactly("150ms");
        }
    }

    @Test
    void isNotWaitedForForeverWhereTheRowOfTheLockIsKept() throws SQLException {
        applyFirst();
        try (Connection console = using("UPDATE turnstone_history_lock SET holder = holder")) {
            assertThatThrownBy(migrator(database.dataSource(), then(ADD_INDEX))
                            .tableLock(SHORT, SHORT)
                            .lockTimeout(SHORT)
                            .build()::apply)
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("another session's open transaction keeps the row");
            console.rollback();
        }
    }

    /** The session that the lock names is not the one that builds, and the lease is over long before. */
    @Test
    void isSeenAtWorkThroughAPoolOfSessions() throws Exception {
        applyFirst();
        try (PgBouncer pool = PgBouncer.inFrontOf(database, 3);
                Connection application = using("INSERT INTO author (name) VALUES ('a')")) {
            Migrator migrator =
                    migrator(pool.dataSource(), then(ADD_INDEX)).lease(SHORT).build();
            Future<MigrationReport> one = threads.submit(migrator::apply);
            waitFor("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%CREATE INDEX%'");
            Future<MigrationReport> other = threads.submit(migrator::apply);
            TimeUnit.MILLISECONDS.sleep(1500);
            assertThat(other.isDone()).isFalse();
            assertThat(rows("SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND query LIKE '%ix_email%'"
                            + " AND pid <> pg_backend_pid()"))
                    .containsExactly("1");
            application.commit();
            assertThat(one.get().applied()).hasSize(1);
            assertThat(other.get().applied()).isEmpty();
        }
    }

    /** The session that its lock names lives on, as the pool's. */
    @Test
    void whoWasKilledBehindAPoolOfSessionsIsNoticedAfterTheLease() throws SQLException {
        applyFirst();
        try (PgBouncer pool = PgBouncer.inFrontOf(database, 1);
                Connection connection = pool.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE turnstone_history_lock SET token = 'dead', holder = 'dead', since_ms = "
                    + System.currentTimeMillis() + ", renewed_ms = " + System.currentTimeMillis() + ", session_id = ("
                    + "SELECT pid || '@' || (extract(epoch FROM backend_start) * 1000000)::bigint"
                    + " FROM pg_stat_get_activity(pg_backend_pid()))");
            long start = System.nanoTime();
            migrator(pool.dataSource(), then(ADD_INDEX))
                    .lease(Duration.ofSeconds(1))
                    .build()
                    .apply();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
        }
    }
}
