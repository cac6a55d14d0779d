package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnstone.Migrator;
import dev.turnstone.migration.BaselineRefusedException;
import dev.turnstone.migration.BaselineRefusedException.Difference;
import dev.turnstone.servers.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With version 7 only: 6.6 quotes names with a dollar sign, and baseline knows no names in quotes. */
class TakeOverTest {

    private static final Path FOLDER = Path.of("src/test/resources/hibernate");

    @TempDir
    Path folder;

    /** What Hibernate leaves to the database, or leaves out, is mended by the statements that are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"jpa", "spring"})
    void aDatabaseThatHibernateMadeIsTakenOver(String naming) throws SQLException {
        Model model = Model.of(folder, naming, FOLDER.resolve("model"), FOLDER.resolve("model7"));
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
                            "In [\\w$]+, ([\\w$]+ is called \\w+|there is no ck_[\\w$]+ as it should be)[.]"));
            for (Difference difference : refused.differences()) {
                database.fresh().execute(difference.statements().toArray(String[]::new));
            }
            assertThat(migrator.baseline("0001_initial").applied()).hasSize(1);
            assertThat(migrator.apply().applied()).isEmpty();
        }
    }
}
