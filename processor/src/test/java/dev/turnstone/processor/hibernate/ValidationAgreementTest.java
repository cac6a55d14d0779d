package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import dev.turnstone.servers.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        try (LiveDatabase expected = LiveDatabase.of(TestDatabases.H2_MEMORY);
                LiveDatabase migrated = LiveDatabase.of(TestDatabases.H2_MEMORY)) {
            Hibernate.of(false, compiled.classes(), "validation")
                    .withValidation(mode)
                    .create(expected.dataSource());
            migrated.migrate(compiled);
            SortedSet<String> lines = facts(expected);
            assertThat(lines).filteredOn(line -> line.contains(CHECK)).hasSize(mode.equals("ddl") ? 32 : 2);
            assertThat(Catalogue.differences(lines, facts(migrated))).isEmpty();
        }
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

    /** Several conditions of one column may be one check or several. */
    private static SortedSet<String> facts(LiveDatabase database) throws SQLException {
        SortedSet<String> facts = new TreeSet<>();
        for (String line : database.catalogue()) {
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
