package dev.turnstone.proof;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.TestSet;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What calls cost on the wire. */
@Timeout(60)
class WireTest {

    @ParameterizedTest
    @EnumSource(
            value = TestDatabases.class,
            names = {"POSTGRESQL", "MARIADB"})
    void isWhatConnectingAndOneSelectCost(TestDatabases kind) throws SQLException, IOException, InterruptedException {
        try (FreshDatabase database = kind.fresh();
                Wire wire = new Wire(database.url())) {
            DataSource through = Watched.connecting(wire.url(), (number, statement, connection) -> {});
            Migrator migrator = Task.FRESH.migrator(database).build();
            migrator.apply();
            select(through);
            wire.trips();

            select(through);
            int plain = wire.trips();
            Migrator.builder(through).sets(Task.FRESH.set()).build().apply();

            assertThat(wire.trips()).isEqualTo(plain).isPositive();
        }
    }

    /** Renewing the lock, the statements, their record, and the commit: by hand it would be as many. */
    @Test
    void aMigrationOfADatabaseInUseIsFourRoundTrips() throws SQLException, IOException, InterruptedException {
        TestSet one = TestSet.named("wire").with("0001_a", table("a")).with("0002_b", table("b"));
        TestSet two = one.with("0003_c", table("c"));
        assertThat(trips(two) - trips(one)).isEqualTo(4);
    }

    private static int trips(TestSet set) throws SQLException, IOException, InterruptedException {
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh();
                Wire wire = new Wire(database.url())) {
            Migrator.builder(database.dataSource()).sets(set.first(1)).build().apply();
            DataSource through = Watched.connecting(wire.url(), (number, statement, connection) -> {});
            Migrator.builder(through).sets(set).build().apply();
            return wire.trips();
        }
    }

    private static Operation table(String name) {
        return new CreateTable(
                Table.of(TableName.of(name), List.of(column("id", bigint()).notNull(), index("ix_" + name, "id"))));
    }

    private static void select(DataSource where) throws SQLException {
        try (Connection connection = where.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            assertThat(rows.next()).isTrue();
        }
    }
}
