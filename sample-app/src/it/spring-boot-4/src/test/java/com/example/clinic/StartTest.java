package com.example.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.Migrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser("sa");
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

    @EnableAutoConfiguration
    static class WithoutMigration {}

    private static ConfigurableApplicationContext start(Class<?> application, String url) {
        return new SpringApplicationBuilder(application).run("--spring.datasource.url=" + url);
    }

    private static void execute(JdbcDataSource dataSource, String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
