package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bean Validation's constraints shape the tables as they do with Hibernate and Hibernate Validator, or not at all. */
class ValidationAgreementTest {

    private static final Path MODEL = Path.of("src/test/resources/hibernate/validation");
    private static final String CHECK = " check ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ddl", "none"})
    void theSchemaIsTheOneThatHibernateMakes(String mode) throws Exception {
        Compiled compiled = compile(mode);
        JdbcDataSource expected = database();
        createByHibernate(compiled, expected, mode);
        JdbcDataSource migrated = database();
        Migrator.builder(migrated).sets(compiled.set()).build().apply();

        SortedSet<String> lines = facts(expected);
        assertThat(lines).filteredOn(line -> line.contains(CHECK)).hasSize(mode.equals("ddl") ? 30 : 2);
        assertThat(Catalogue.differences(lines, facts(migrated))).isEmpty();
    }

    private Compiled compile(String mode) throws IOException {
        TestProject project = new TestProject(folder);
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.toList()) {
                project.write("src/main/java/validation/" + file.getFileName(), Files.readString(file));
            }
        }
        Compiled compiled = project.compile(
                "-Aturnstone.naming=jpa",
                "-Aturnstone.targets=h2",
                "-Aturnstone.save=initial",
                "-Aturnstone.validation=" + mode);
        assertThat(compiled.errors()).isEmpty();
        return compiled;
    }

    private static void createByHibernate(Compiled compiled, JdbcDataSource database, String mode) throws Exception {
        URL[] classes = {compiled.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, ValidationAgreementTest.class.getClassLoader())) {
            Properties properties = new Properties();
            properties.put("hibernate.connection.datasource", database);
            properties.put("hibernate.hbm2ddl.auto", "create");
            properties.put("jakarta.persistence.validation.mode", mode);
            Configuration configuration = new Configuration(new BootstrapServiceRegistryBuilder()
                            .applyClassLoader(loader)
                            .build())
                    .setProperties(properties);
            for (Class<?> type : mapped(compiled, loader)) {
                configuration.addAnnotatedClass(type);
            }
            configuration.buildSessionFactory().close();
        }
    }

    private static List<Class<?>> mapped(Compiled compiled, ClassLoader loader) throws Exception {
        List<Class<?>> mapped = new ArrayList<>();
        try (Stream<Path> files = Files.list(compiled.classes().resolve("validation"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName("validation." + name, false, loader);
                if (type.isAnnotationPresent(Entity.class)
                        || type.isAnnotationPresent(Embeddable.class)
                        || type.isAnnotationPresent(MappedSuperclass.class)) {
                    mapped.add(type);
                }
            }
        }
        return mapped;
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        return database;
    }

    /** Several conditions of one column may be one check or several. */
    private static SortedSet<String> facts(JdbcDataSource database) throws SQLException {
        SortedSet<String> facts = new TreeSet<>();
        for (String line : Catalogue.of(database)) {
            int at = line.indexOf(CHECK) + CHECK.length();
            String clause = line.substring(at);
            if (line.contains(CHECK) && clause.startsWith("(")) {
                for (String condition : clause.substring(1, clause.length() - 1).split("\\)\\s+AND\\s+\\(", -1)) {
                    facts.add(line.substring(0, at) + condition);
                }
            } else {
                facts.add(line);
            }
        }
        return facts;
    }
}
