package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnstone.Migrator;
import dev.turnstone.migration.BaselineRefusedException;
import dev.turnstone.migration.BaselineRefusedException.Difference;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A migrated database is the one that Hibernate would have made, for a model with every annotation that shapes a schema. */
class HibernateAgreementTest {

    private static final Path MODEL = Path.of("src/test/resources/hibernate/model");

    @TempDir
    Path folder;

    private TestProject project;

    private Compiled compile(String naming, String... options) throws IOException {
        project = new TestProject(folder);
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.toList()) {
                project.write("src/main/java/model/" + file.getFileName(), Files.readString(file));
            }
        }
        return compileAgain(naming, options);
    }

    private Compiled compileAgain(String naming, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Aturnstone.naming=" + naming);
        all.add("-Aturnstone.targets=h2");
        all.add("-Xlint:-removal");
        Compiled compiled = project.compile(all.toArray(String[]::new));
        assertThat(compiled.errors()).isEmpty();
        return compiled;
    }

    /** The compiled classes of the model, as Hibernate gets them. */
    private static Hibernate hibernate(Compiled compiled, String naming) throws IOException {
        URLClassLoader loader = new URLClassLoader(
                new URL[] {compiled.classes().toUri().toURL()}, HibernateAgreementTest.class.getClassLoader());
        List<Class<?>> annotated = new ArrayList<>();
        try (Stream<Path> files = Files.list(compiled.classes().resolve("model"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName("model." + name, false, loader);
                boolean mapped = Stream.of(type.getAnnotations())
                        .map(each -> each.annotationType().getName())
                        .anyMatch(each ->
                                each.matches("jakarta[.]persistence[.](Entity|MappedSuperclass|Embeddable|Converter)"));
                if (mapped) {
                    annotated.add(type);
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        return new Hibernate(annotated, naming.equals("spring"));
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        // Hibernate does not quote these.
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE,YEAR,DAY,MONTH");
        database.setUser("sa");
        return database;
    }

    private static JdbcDataSource migrated(Compiled compiled) {
        JdbcDataSource database = database();
        Migrator.builder(database).sets(compiled.set()).build().apply();
        return database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpa", "spring"})
    void isTheSchemaThatHibernateMakes(String naming) throws IOException, SQLException {
        Compiled compiled = compile(naming, "-Aturnstone.save=initial");
        Hibernate hibernate = hibernate(compiled, naming);
        JdbcDataSource expected = database();
        hibernate.create(expected);
        JdbcDataSource migrated = migrated(compiled);

        SortedSet<String> catalogue = Catalogue.of(expected);
        assertThat(catalogue).filteredOn(line -> line.contains(" primary key ")).hasSize(66);
        assertThat(Catalogue.differences(catalogue, Catalogue.of(migrated))).isEmpty();
        hibernate.validate(migrated);

        Compiled again = compileAgain(naming);
        assertThat(again.noteTags()).allMatch(tag -> tag.startsWith("javac: "));
        assertThat(again.set().hasDraft()).isFalse();
        assertThat(again.sources()).isEqualTo(compiled.sources());
    }

    /** What Hibernate leaves to the database, or leaves out, is mended by the statements that are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"jpa", "spring"})
    void aDatabaseThatHibernateMadeIsTakenOver(String naming) throws IOException, SQLException {
        Compiled compiled = compile(naming, "-Aturnstone.save=initial");
        JdbcDataSource database = database();
        hibernate(compiled, naming).create(database);
        Migrator migrator = Migrator.builder(database).sets(compiled.set()).build();

        BaselineRefusedException refused =
                catchThrowableOfType(BaselineRefusedException.class, () -> migrator.baseline("0001_initial"));
        assertThat(refused.differences())
                .extracting(Difference::text)
                .allMatch(text ->
                        text.matches("In [\\w$]+, ([\\w$]+ is called \\w+|there is no ck_[\\w$]+ as it should be)[.]"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Difference difference : refused.differences()) {
                for (String sql : difference.statements()) {
                    statement.execute(sql);
                }
            }
        }
        assertThat(migrator.baseline("0001_initial").applied()).hasSize(1);
        assertThat(migrator.apply().applied()).isEmpty();
    }

    @Test
    void aWrongTypeIsSeenByBothProofs() throws IOException, SQLException {
        Compiled compiled = compile("spring", "-Aturnstone.save=initial");
        Hibernate hibernate = hibernate(compiled, "spring");
        JdbcDataSource migrated = migrated(compiled);
        SortedSet<String> before = Catalogue.of(migrated);
        try (Connection connection = migrated.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE types ALTER COLUMN an_int SET DATA TYPE boolean");
        }
        assertThat(Catalogue.differences(before, Catalogue.of(migrated)))
                .containsExactly(
                        "missing: TYPES.AN_INT INTEGER(32, 0) not null // null",
                        "too much: TYPES.AN_INT BOOLEAN(1, 0) not null // null");
        assertThatThrownBy(() -> hibernate.validate(migrated))
                .isInstanceOf(SchemaManagementException.class)
                .hasMessageContaining("an_int");
    }
}
