package com.example.clinic;

import dev.turnstone.Migrator;
import dev.turnstone.migration.MigrationReport;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class DatabaseMigration {

    @Bean
    MigrationReport databaseMigrated(DataSource dataSource) {
        return Migrator.of(dataSource).apply();
    }

    /** Tells Spring Boot that what uses the database comes after that; META-INF/spring.factories names it. */
    static class First extends AbstractBeansOfTypeDatabaseInitializerDetector {

        @Override
        protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
            return Set.of(MigrationReport.class);
        }
    }
}
