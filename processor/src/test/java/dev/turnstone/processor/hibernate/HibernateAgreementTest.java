package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnstone.Migrator;
import dev.turnstone.migration.BaselineRefusedException;
import dev.turnstone.migration.BaselineRefusedException.Difference;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.servers.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A migrated database is the one that Hibernate would have made, for a model with every annotation that shapes a schema. */
@Tag("hibernate")
class HibernateAgreementTest {

    private static final Path FOLDER = Path.of("src/test/resources/hibernate");

    /** Since version 7 a model may have more. */
    private static final Path[] MODEL = Hibernate.major() < 7
            ? new Path[] {FOLDER.resolve("model")}
            : new Path[] {FOLDER.resolve("model"), FOLDER.resolve("model7")};

    private static final int TABLES = Hibernate.major() < 7 ? 80 : 85;
    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();

    @TempDir
    static Path folder;

    /** One compile serves all databases. */
    private static Model model(String naming) {
        return MODELS.computeIfAbsent(naming, each -> Model.of(folder.resolve(each), each, MODEL));
    }

    @ParameterizedTest
    @CsvSource({
        "H2_MEMORY, jpa",
        "POSTGRESQL, jpa",
        "MARIADB, jpa",
        "H2_MEMORY, spring",
        "POSTGRESQL, spring",
        "MARIADB, spring"
    })
    void isTheSchemaThatHibernateMakes(TestDatabases kind, String naming) throws SQLException {
        Model model = model(naming);
        Hibernate hibernate = model.hibernate();
        try (LiveDatabase expected = LiveDatabase.of(kind);
                LiveDatabase migrated = LiveDatabase.of(kind)) {
            hibernate.create(expected.dataSource());
            migrated.migrate(model.compiled());

            SortedSet<String> catalogue = expected.catalogue();
            // Hibernate asks the constants of the enum which values they have; a compiler cannot.
            catalogue.removeIf(line -> line.matches("(?is).* check .*_?coded\\b.*"));
            assertThat(catalogue)
                    .filteredOn(line -> line.contains(" primary key "))
                    .hasSize(TABLES);
            assertThat(Catalogue.differences(catalogue, migrated.catalogue())).isEmpty();
            hibernate.validate(migrated.dataSource());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpa", "spring"})
    void theSecondCompileIsEmpty(String naming) {
        Compiled first = model(naming).compiled();
        Map<String, String> sources = Map.copyOf(first.sources());
        Compiled again = model(naming).again().compiled();
        assertThat(again.noteTags()).allMatch(tag -> tag.startsWith("javac: "));
        assertThat(again.set().hasDraft()).isFalse();
        Map<String, String> unchanged = new HashMap<>(again.sources());
        // That of the package is written only where the first round has no other file to write.
        unchanged.keySet().removeIf(each -> each.endsWith("package-info.java"));
        assertThat(sources).containsAllEntriesOf(unchanged);
    }

    /** What Hibernate leaves to the database, or leaves out, is mended by the statements that are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"jpa", "spring"})
    void aDatabaseThatHibernateMadeIsTakenOver(String naming) throws SQLException {
        Model model = model(naming);
        try (LiveDatabase database = LiveDatabase.of(TestDatabases.H2_MEMORY)) {
            model.hibernate().create(database.dataSource());
            Migrator migrator = Migrator.builder(database.dataSource())
                    .sets(model.compiled().set())
                    .build();

            BaselineRefusedException refused =
                    catchThrowableOfType(BaselineRefusedException.class, () -> migrator.baseline("0001_initial"));
            assertThat(refused.differences())
                    .extracting(Difference::text)
                    .allMatch(text -> text.matches(
                            "In [\\w$\"]+, ([\\w$\"]+ is called [\\w$]+|there is no ck_[\\w$\"]+ as it should be)[.]"));
            for (Difference difference : refused.differences()) {
                database.fresh().execute(difference.statements().toArray(String[]::new));
            }
            assertThat(migrator.baseline("0001_initial").applied()).hasSize(1);
            assertThat(migrator.apply().applied()).isEmpty();
        }
    }

    @Test
    void aWrongTypeIsSeenByBothProofs() throws SQLException {
        Model model = model("spring");
        Hibernate hibernate = model.hibernate();
        try (LiveDatabase migrated = LiveDatabase.of(TestDatabases.H2_MEMORY)) {
            migrated.migrate(model.compiled());
            SortedSet<String> before = migrated.catalogue();
            migrated.fresh().execute("ALTER TABLE types ALTER COLUMN an_int SET DATA TYPE boolean");
            assertThat(Catalogue.differences(before, migrated.catalogue()))
                    .containsExactly(
                            "missing: TYPES.AN_INT INTEGER(32, 0) not null // null",
                            "too much: TYPES.AN_INT BOOLEAN(1, 0) not null // null");
            assertThatThrownBy(() -> hibernate.validate(migrated.dataSource()))
                    .isInstanceOf(SchemaManagementException.class)
                    .hasMessageContaining("an_int");
        }
    }
}
