package dev.turnstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.LockLostException;
import dev.turnstone.migration.LockTimeoutException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Definitions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockTest {

    private static final String MINE = "SELECT SESSION_ID || '@' || EXTRACT(EPOCH FROM SESSION_START)"
            + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final TestDatabase database = TestDatabase.at(url);
    private final TestSet set = Blog.SET;

    private Migrator.Builder builder() {
        return Migrator.builder(database).sets(set);
    }

    /** Somebody else holds the lock, in the session of the test, which lives, or in another, which does not. */
    private void hold(String session, int minutesAgo) {
        long time = System.currentTimeMillis() - 60_000L * minutesAgo;
        database.execute(
                "UPDATE turnstone_history_lock SET token = 'other', holder = 'eve@host, process 7', session_id = "
                        + session + ", since_ms = " + time + ", renewed_ms = " + time);
    }

    private void applyFirst() {
        Migrator.builder(database).sets(set.first(1)).build().apply();
    }

    @Test
    void saysWhoHoldsItWhenItGivesUp() {
        applyFirst();
        hold("(" + MINE + ")", 0);
        assertThatThrownBy(builder().lockTimeout(Duration.ofMillis(300)).build()::apply)
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageMatching(
                        "The migration lock is held by eve@host, process 7 since \\S+Z; gave up after waiting 0 s\\."
                                + " Wait until it has finished and start again, or wait longer:"
                                + " Migrator\\.builder\\(dataSource\\)\\.lockTimeout\\(\\.\\.\\.\\)\\. Only if you know that the holder is"
                                + " gone, free the lock by hand: UPDATE turnstone_history_lock SET token = NULL");
        assertThat(database.rows("SELECT token FROM turnstone_history_lock")).containsExactly("other");
        assertThat(database.rows("SELECT id FROM turnstone_history")).hasSize(1);
    }

    @Test
    void isTakenOverAtOnceFromASessionThatIsGone() {
        applyFirst();
        hold("'999@1.5'", 0);
        assertThat(builder().lockTimeout(Duration.ZERO).build().apply().applied())
                .hasSize(2);
        assertThat(database.rows("SELECT token, holder, session_id, since_ms, renewed_ms FROM turnstone_history_lock"))
                .containsExactly("null|null|null|null|null");
    }

    /** A user without rights to see other sessions goes by the time of the last renewal. */
    @ParameterizedTest
    @CsvSource({"3, false", "5, true"})
    void isTakenOverAfterItsLeaseWhereSessionsAreHidden(int minutesAgo, boolean taken) throws SQLException {
        applyFirst();
        hold("'999@1.5'", minutesAgo);
        database.execute(
                "CREATE USER bob PASSWORD 'b'", "GRANT ALL ON SCHEMA public TO bob", "GRANT ALTER ANY SCHEMA TO bob");
        JdbcDataSource bob = new JdbcDataSource();
        bob.setURL(url);
        bob.setUser("bob");
        bob.setPassword("b");
        Migrator migrator = Migrator.builder(bob)
                .sets(set)
                .lockTimeout(Duration.ofMillis(100))
                .build();
        if (taken) {
            assertThat(migrator.apply().applied()).hasSize(2);
        } else {
            assertThatThrownBy(migrator::apply).isInstanceOf(LockTimeoutException.class);
        }
    }

    /** As somebody does in a database console with auto-commit off. */
    private static Connection keepTheRowLocked(String url) throws SQLException {
        Connection console = DriverManager.getConnection(url, "sa", "");
        console.setAutoCommit(false);
        try (Statement statement = console.createStatement()) {
            statement.execute("UPDATE turnstone_history_lock SET holder = holder");
        }
        return console;
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNotWaitedForForeverWhereItIsFreeButItsRowIsKeptLocked() throws SQLException {
        applyFirst();
        try (Connection console = keepTheRowLocked(url)) {
            assertThatThrownBy(builder().lockTimeout(Duration.ofMillis(300)).build()::apply)
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessage("The migration lock is free, but another session's open transaction keeps the row of"
                            + " turnstone_history_lock locked; gave up after waiting 0 s. Look for a session that changed that"
                            + " table without a commit, such as a database console with auto-commit off; commit or end it,"
                            + " then start again.");
            console.rollback();
        }
        assertThat(builder().build().apply().applied()).hasSize(2);
    }

    @Test
    void isFreeAfterAFailure() {
        applyFirst();
        database.execute("ALTER TABLE author ADD COLUMN email INTEGER");
        assertThatThrownBy(builder().build()::apply).isInstanceOf(MigrationException.class);
        assertThat(database.rows("SELECT token FROM turnstone_history_lock")).containsExactly("null");
    }

    /** The migration's own statement stands for a takeover in its middle: it changes the lock's token. */
    @Test
    void stopsAProcessThatLostIt() {
        applyFirst();
        database.execute(
                "CREATE ALIAS steal FOR '" + MigratingProcess.class.getName() + ".steal'",
                "INSERT INTO author (name) VALUES ('A')");
        TestSet stolen = set.first(1)
                .with(
                        "0002_steal",
                        new AddColumn(
                                Blog.AUTHOR,
                                Definitions.column("x", Definitions.integer()),
                                Definitions.sql("steal('" + url + "')")));
        assertThatThrownBy(Migrator.builder(database)
                        .sets(stolen)
                        .lockTimeout(Duration.ZERO)
                        .build()::apply)
                .isInstanceOf(LockLostException.class)
                .hasMessageStartingWith(
                        "While the migration 0002_steal of com.acme.blog was running, another process took the lock over");
        assertThat(database.rows("SELECT state, started, done FROM turnstone_history WHERE id = '0002_steal'"))
                .containsExactly("RUNNING|2|1");
        assertThat(database.rows("SELECT token FROM turnstone_history_lock")).containsExactly("thief");
    }

    /** What was done is recorded with what comes next, so it is not recorded when the lock is lost in between. */
    @Test
    void aMigrationIsListedOnceThoughTheLockWasLostBeforeItsRecord() {
        applyFirst();
        database.execute("CREATE ALIAS steal FOR '" + MigratingProcess.class.getName() + ".stealAndEnd'");
        String create = "CREATE TABLE stolen AS SELECT steal('" + url + "') AS x";
        TestSet stolen = set.first(1)
                .with("0002_steal", new RunSql("steal", List.of(new RunSql.Text("", List.of(create), List.of()))))
                .with("0003_add_email", Blog.ADD_EMAIL);
        assertThat(Migrator.builder(database).sets(stolen).build().apply().applied())
                .extracting(MigrationReport.Executed::id)
                .containsExactly("0002_steal", "0003_add_email");
        assertThat(database.rows("SELECT state FROM turnstone_history")).containsOnly("APPLIED");
    }

    @Test
    void letsManyThreadsStartTogether() throws Exception {
        TestSet many = set;
        for (int i = 4; i < 24; i++) {
            many = many.with("%04d_more".formatted(i), Blog.add("c" + i));
        }
        DataSource h2 = database.unwrap(DataSource.class);
        Migrator migrator = Migrator.builder(h2).sets(many).build();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<MigrationReport>> reports = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                reports.add(threads.submit(migrator::apply));
            }
            int applied = 0;
            for (Future<MigrationReport> report : reports) {
                applied += report.get().applied().size();
            }
            assertThat(applied).isEqualTo(23);
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.rows(
                        "SELECT COUNT(*), COUNT(DISTINCT id), SUM(done - started) FROM turnstone_history WHERE state ="
                                + " 'APPLIED'"))
                .containsExactly("23|23|0");
    }

    @Test
    void endsAWaitThatIsInterrupted() {
        applyFirst();
        hold("(" + MINE + ")", 0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(builder().build()::apply)
                .isInstanceOf(MigrationException.class)
                .hasMessage("The thread was interrupted while it waited for the database. Start again.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
