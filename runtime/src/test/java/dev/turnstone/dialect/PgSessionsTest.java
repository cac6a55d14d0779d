package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.PostgreSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL tells of the session that holds the migration lock. */
class PgSessionsTest {

    private static final Dialect DIALECT = new PostgreSqlDialect();
    private static final Sessions SESSIONS = DIALECT.sessions();

    private final FreshDatabase database = PostgreSql.fresh();
    private Connection other;
    private LiveSteps holder;
    private LiveSteps asking;

    @BeforeEach
    void open() throws SQLException {
        other = database.dataSource().getConnection();
        holder = new LiveSteps(DIALECT, other);
        asking = new LiveSteps(DIALECT, database.dataSource().getConnection());
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        asking.connection().close();
        database.close();
    }

    private String identity() {
        return holder.rows(SESSIONS.identity()).get(0);
    }

    private String life(LiveSteps who, String identity) {
        return who.rows(SESSIONS.life(identity, "t0")).get(0);
    }

    @Test
    void seesASessionAsLongAsItIsThere() throws Exception {
        String identity = identity();
        assertThat(identity()).isEqualTo(identity).hasSizeLessThan(100);
        assertThat(life(asking, identity)).isEqualTo("IDLE");
        assertThat(life(asking, identity + "1"))
                .as("the same process number, given again")
                .isEqualTo("GONE");
        other.close();
        while (life(asking, identity).equals("IDLE")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(life(asking, identity)).isEqualTo("GONE");
    }

    /** Behind a pooler the session of the statement may be another than the one that the lock names. */
    @Test
    void seesTheHoldersMarkInWhateverSession() throws SQLException {
        other.setAutoCommit(false);
        holder.execute("/* turnstone t0 */ SELECT 1");
        assertThat(life(asking, "1@1")).isEqualTo("BUSY");
        other.rollback();
        assertThat(life(asking, "1@1")).as("at rest").isEqualTo("GONE");
        holder.execute("/* turnstone t1 */ SELECT 1");
        assertThat(life(asking, "1@1")).as("somebody else's mark").isEqualTo("GONE");
        other.rollback();
    }

    @Test
    void saysNothingOfASessionThatTheUserMayNotSee() throws SQLException {
        try (FreshDatabase foreign = PostgreSql.fresh();
                Connection connection = foreign.dataSource().getConnection()) {
            assertThat(life(new LiveSteps(DIALECT, connection), identity())).isEqualTo("UNKNOWN");
        }
    }

    @Test
    void endsASessionThatIsIdleAndNoOther() throws SQLException {
        String identity = identity();
        other.setAutoCommit(false);
        holder.execute("SELECT 1");
        asking.rows(SESSIONS.end(identity));
        assertThat(other.isValid(5)).as("at work").isTrue();
        other.rollback();
        asking.rows(SESSIONS.end(identity + "1"));
        assertThat(other.isValid(5)).as("another with its process number").isTrue();
        other.rollback();
        asking.rows(SESSIONS.end(identity));
        assertThat(other.isValid(5)).isFalse();
    }
}
