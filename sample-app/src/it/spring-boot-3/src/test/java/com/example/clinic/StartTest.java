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

    /** A former release has written rows; this one renames a column, and fills a new one. */
    @Test
    void aDatabaseOfAFormerReleaseIsBroughtAlong() throws SQLException {
        String url = "jdbc:h2:mem:former;DB_CLOSE_DELAY=-1";
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser("sa");
        Migrator.of(dataSource).applyTo("0001_initial");
        execute(
                dataSource,
                "INSERT INTO types (name) VALUES ('dog')",
                "INSERT INTO owners (first_name, last_name) VALUES ('Betty', 'Davis')",
                "INSERT INTO pets (name, type_id, owner_id) VALUES ('Basil', 1, 1)",
                "INSERT INTO visits (notes, pet_id) VALUES ('limps', 1)");

        try (ConfigurableApplicationContext context = start(Clinic.class, url)) {
            Owner davis = context.getBean(OwnerRepository.class)
                    .findByLastName("Davis")
                    .get(0);
            assertThat(davis.getPets().get(0).getVisits()).singleElement().satisfies(visit -> {
                assertThat(visit.getDescription()).isEqualTo("limps");
                assertThat(visit.getKind()).isEqualTo(Visit.Kind.CHECKUP);
            });
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
