package dev.turnstone;

import static dev.turnstone.Blog.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start costs, and what becomes of the connection. */
class StartTest {

    private final TestDatabase database = TestDatabase.inMemory();

    private Migrator.Builder builder() {
        return Migrator.builder(database).sets(SET);
    }

    @Test
    void needsOneConnectionOneStatementAndNoMigrationClassIfNothingIsToDo() {
        builder().build().apply();
        database.statements();
        int opened = database.opened();

        Migrator.builder(database).sets(SET.withoutClasses()).build().apply();

        assertThat(database.statements())
                .singleElement()
                .asString()
                .as("does not read the whole history")
                .contains("position >= 2");
        assertThat(database.opened() - opened).isEqualTo(1);
        assertThat(database.open()).isZero();
    }

    @Test
    void takesNoLockAndLoadsNoMigrationClassIfTheDatabaseIsAhead() {
        builder().build().apply();
        database.execute("UPDATE turnstone_history_lock SET token = 'x', holder = 'h', session_id = 's', since_ms"
                + " = 1, renewed_ms = 1");
        database.statements();

        assertThat(Migrator.builder(database)
                        .sets(SET.first(2).withoutClasses())
                        .build()
                        .apply()
                        .unknown())
                .hasSize(1);

        assertThat(database.statements()).hasSize(2).allMatch(sql -> sql.startsWith("SELECT"));
    }

    @Test
    void seesAChangedMigrationEvenIfTheCountIsRight() {
        builder().build().apply();
        TestSet changed = SET.first(2).with("0003_rename_name", Blog.add("other"));
        assertThatThrownBy(
                        () -> Migrator.builder(database).sets(changed).build().apply())
                .isInstanceOf(MigrationException.class);
    }

    @Test
    void takesOneConnectionAtATimeAndGivesItBackAfterAFailureToo() {
        builder().build().apply();
        builder().build().rollback();
        builder().build().status();
        builder().build().plan();
        database.execute("DROP TABLE author");
        assertThatThrownBy(() -> builder().build().apply()).isInstanceOf(MigrationException.class);
        assertThat(database.open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesTheConnectionBackAsItCame(boolean autoCommit) throws SQLException {
        database.execute("CREATE SCHEMA app", "CREATE SCHEMA mine");
        JdbcDataSource h2 = (JdbcDataSource) database.unwrap(DataSource.class);
        try (Connection connection = h2.getConnection()) {
            connection.setAutoCommit(autoCommit);
            connection.setSchema("MINE");
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            DataSource pool = PoolOfOne.lending(connection);
            for (Consumer<Migrator> call : java.util.List.<Consumer<Migrator>>of(
                    Migrator::apply, Migrator::apply, Migrator::plan, Migrator::status, Migrator::rollback)) {
                call.accept(Migrator.builder(pool).sets(SET).schema("app").build());
                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(connection.getSchema()).isEqualTo("MINE");
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            }
        }
        assertThat(database.rows("SELECT COUNT(*) FROM app.turnstone_history")).containsExactly("2");
    }

    @Test
    void worksInAConfiguredSchemaAndUnderAnotherHistoryName() {
        database.execute("CREATE SCHEMA app");
        Migrator migrator = builder().schema("app").historyTable("order").build();
        migrator.apply();
        migrator.rollback();
        assertThat(migrator.apply().applied()).hasSize(1);
        assertThat(database.rows("SELECT title FROM app.author")).isEmpty();
        assertThat(database.rows("SELECT id FROM app.\"ORDER\"")).hasSize(3);
        assertThat(database.rows("SELECT token FROM app.order_lock")).containsExactly("null");
    }

    /** What users set to make H2 resemble their server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MODE=STRICT",
                "MODE=LEGACY",
                "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "MODE=MariaDB",
                "MODE=Oracle",
                "MODE=MSSQLServer",
                "MODE=DB2",
                "MODE=Derby",
                "MODE=HSQLDB",
                "DATABASE_TO_UPPER=FALSE"
            })
    void worksInEachModeOfH2(String settings) {
        TestDatabase other = TestDatabase.at("jdbc:h2:mem:" + settings.hashCode() + ";" + settings);
        Migrator migrator = Migrator.builder(other).sets(SET).build();
        migrator.apply();
        other.execute("INSERT INTO author (title) VALUES ('Ada')");
        other.execute("UPDATE turnstone_history SET state = 'RUNNING', done = 0 WHERE id = '0003_rename_name'");
        assertThat(migrator.apply().applied().get(0).statements())
                .as("the rename was done")
                .isZero();
        migrator.rollbackTo("0001_initial");
        migrator.apply();
        assertThat(other.rows("SELECT title, email FROM author")).containsExactly("Ada|none");
        assertThat(other.open()).isZero();
    }

    @Test
    void saysThatAConfiguredSchemaIsMissing() {
        assertThatThrownBy(() -> builder().schema("nowhere").build().apply())
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The database has no schema \"nowhere\". Create it (CREATE SCHEMA nowhere), or name another:"
                                + " Migrator.builder(dataSource).schema(...).");
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:none;IFEXISTS=TRUE");
        assertThatThrownBy(() -> Migrator.builder(h2).sets(SET).build().apply())
                .isInstanceOf(DatabaseAccessException.class)
                .hasMessageStartingWith(
                        "The database failed while Turnstone was connecting: Database \"mem:none\" not found")
                .hasMessageEndingWith("\nSee to the cause, then start again; what was done so far is recorded.");
    }
}
