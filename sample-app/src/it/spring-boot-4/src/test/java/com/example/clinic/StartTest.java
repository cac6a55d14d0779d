package com.example.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnstone.Migrator;
import dev.turnstone.migration.BaselineRefusedException;
import dev.turnstone.migration.BaselineRefusedException.Difference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class StartTest {

    /** A former release has written rows; this one keeps fees in cents. */
    @Test
    void aDatabaseOfAFormerReleaseIsBroughtAlong() throws SQLException {
        String url = "jdbc:h2:mem:former;DB_CLOSE_DELAY=-1";
        DataSource dataSource = dataSource(url);
        Migrator.of(dataSource).applyTo("0001_initial");
        execute(
                dataSource,
                "INSERT INTO owner (id, version, full_name, city) VALUES (-1, 0, 'Betty Davis', 'Sun Prairie')",
                "INSERT INTO pet_type (id, version, name) VALUES (-1, 0, 'dog')",
                "INSERT INTO pet (id, version, name, type_id, owner_id) VALUES (-1, 0, 'Basil', -1, -1)",
                "INSERT INTO visit (id, version, fee, pet_id) VALUES (-1, 0, 42.50, -1)");

        try (ConfigurableApplicationContext context = start(Clinic.class, url)) {
            Owner davis = context.getBean(OwnerRepository.class)
                    .findByAddressCity("Sun Prairie")
                    .get(0);
            assertThat(davis.getPets().get(0).getVisits())
                    .singleElement()
                    .extracting(Visit::getFee)
                    .isEqualTo(4250L);
        }
    }

    /** Hibernate looks at the database, and creates nothing: without the migration there is no start. */
    @Test
    void withoutTheMigrationTheDatabaseIsRefused() {
        assertThatThrownBy(() -> start(WithoutMigration.class, "jdbc:h2:mem:empty"))
                .hasRootCauseInstanceOf(SchemaManagementException.class)
                .rootCause()
                .hasMessageContaining("missing table");
    }

    /** Hibernate made the tables: what it leaves to the database, such as names, is mended by the statements that are shown. */
    @Test
    void aDatabaseOfDdlAutoIsTakenOver() throws SQLException {
        String url = "jdbc:h2:mem:made;DB_CLOSE_DELAY=-1";
        start(WithoutMigration.class, url, "--spring.jpa.hibernate.ddl-auto=update")
                .close();
        DataSource dataSource = dataSource(url);
        Migrator migrator = Migrator.of(dataSource);

        BaselineRefusedException refused =
                catchThrowableOfType(BaselineRefusedException.class, () -> migrator.baseline("0002_fee_in_cents"));
        for (Difference difference : refused.differences()) {
            execute(dataSource, difference.statements().toArray(String[]::new));
        }
        assertThat(migrator.baseline("0002_fee_in_cents").applied()).hasSize(1);
        start(Clinic.class, url).close();
    }

    @EnableAutoConfiguration
    static class WithoutMigration {}

    private static ConfigurableApplicationContext start(Class<?> application, String url, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--spring.datasource.url=" + url;
        return new SpringApplicationBuilder(application).run(all);
    }

    private static DataSource dataSource(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser("sa");
        return dataSource;
    }

    private static void execute(DataSource dataSource, String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
