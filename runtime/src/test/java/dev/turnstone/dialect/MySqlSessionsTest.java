package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.Galera;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MySqlSessionsTest {

    private static final String TOKEN = "123e4567-e89b-12d3-a456-426614174000";

    private final Dialect dialect = new MariaDbDialect();
    private final Sessions sessions = dialect.sessions();
    private final FreshDatabase database = TestDatabases.MARIADB.fresh();
    private LiveSteps one;
    private LiveSteps other;
    private String identity;

    @BeforeEach
    void connect() throws SQLException {
        one = new LiveSteps(dialect, database.dataSource().getConnection());
        other = new LiveSteps(dialect, database.dataSource().getConnection());
        identity = one.rows(sessions.identity()).get(0);
    }

    @AfterEach
    void close() throws SQLException {
        one.connection().close();
        other.connection().close();
        database.close();
    }

    private String life(LiveSteps asking, String whose) {
        return asking.rows(sessions.life(whose, TOKEN)).get(0);
    }

    @Test
    void namesASessionAlikeEachTimeAndUnlikeOthers() {
        assertThat(identity).hasSizeLessThanOrEqualTo(100);
        assertThat(one.rows(sessions.identity())).containsExactly(identity);
        assertThat(other.rows(sessions.identity())).doesNotContain(identity);
    }

    @Test
    void seesWhatASessionDoesUntilItIsEnded() throws Exception {
        assertThat(life(other, identity)).isEqualTo("BUSY"); // It spoke a moment ago.
        while (life(other, identity).equals("BUSY")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(life(other, identity)).isEqualTo("IDLE");
        CompletableFuture<List<String>> sleep = CompletableFuture.supplyAsync(() -> one.rows("SELECT SLEEP(2)"));
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(life(other, identity)).isEqualTo("BUSY");
        sleep.get();
        other.execute(sessions.end(identity));
        assertThatThrownBy(() -> one.rows("SELECT 1")).isInstanceOf(AssertionError.class);
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(life(other, identity)).isEqualTo("GONE");
    }

    /** Or a lock that was left behind through a pooled connection would keep that connection's next user out for ever. */
    @Test
    void doesNotTakeItsOwnQuestionForWork() {
        assertThat(life(one, identity)).isEqualTo("UNKNOWN");
    }

    /** Behind a pooler the holder's next statement may run in any session. */
    @Test
    void seesTheHoldersStatementInAnySession() throws Exception {
        String gone = "4000000000" + identity.substring(identity.indexOf(' '));
        assertThat(life(other, gone)).isEqualTo("GONE");
        CompletableFuture<List<String>> sleep =
                CompletableFuture.supplyAsync(() -> one.rows("/* turnstone " + TOKEN + " */ SELECT SLEEP(2)"));
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(life(other, gone)).isEqualTo("BUSY");
        sleep.get();
    }

    @Test
    void doesNotKnowSessionsOfOtherServersOrStarts() {
        String[] parts = identity.split(" ", -1);
        assertThat(life(other, parts[0] + " 0000000000000000 " + parts[2] + " " + parts[3]))
                .isEqualTo("UNKNOWN");
        assertThat(life(other, parts[0] + " " + parts[1] + " " + parts[2] + " 0000-000000000000"))
                .isEqualTo("UNKNOWN");
        assertThat(sessions.life("x'; DROP TABLE y", TOKEN)).isEmpty();
        assertThat(sessions.end("x'; DROP TABLE y")).isEmpty();
    }

    /** Without the privilege PROCESS a user sees no threads of others. */
    @Test
    void doesNotKnowSessionsThatItMayNotSee() throws SQLException {
        String[] parts = identity.split(" ", -1);
        String hidden = "4000000000 " + parts[1] + " 0000000000000000 " + parts[3];
        assertThat(life(other, hidden)).isEqualTo("UNKNOWN");
        try (Connection root = database.administration().getConnection()) {
            assertThat(life(new LiveSteps(dialect, root), hidden)).isEqualTo("GONE");
        }
    }

    @Test
    void tellsTheTimeInAnyTimeZone() {
        long before = System.currentTimeMillis();
        one.execute("SET time_zone = '-11:00'");
        assertThat(Long.parseLong(one.rows("SELECT " + sessions.now()).get(0)))
                .isBetween(before - 1000, System.currentTimeMillis() + 1000);
    }

    @Test
    void waitsForOtherNodesWhereThereAreSome() throws SQLException {
        Setting waiting = dialect.settings(Duration.ofSeconds(3)).get(1);
        assertThat(one.rows(waiting.read())).isEmpty();
        try (FreshDatabase node = Galera.fresh().get(1);
                Connection connection = node.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION wsrep_sync_wait = 4");
            assertThat(new LiveSteps(dialect, connection).rows(waiting.read())).containsExactly("4");
        }
    }

    @Test
    void waitsForALockAtLeastASecond() {
        assertThat(dialect.settings(Duration.ofMillis(20)).get(0).set()).contains("lock_wait_timeout = 1,");
        assertThat(dialect.settings(Duration.ofMillis(1020)).get(0).set()).contains("lock_wait_timeout = 2,");
    }
}
