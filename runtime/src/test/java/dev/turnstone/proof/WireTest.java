package dev.turnstone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a start with nothing to do costs on the wire. */
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

    private static void select(DataSource where) throws SQLException {
        try (Connection connection = where.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            assertThat(rows.next()).isTrue();
        }
    }
}
