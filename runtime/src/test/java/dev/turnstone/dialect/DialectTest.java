package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each dialect spells each case as its golden files say; a subclass names the dialect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DialectTest {

    final Dialect dialect;
    private final Path golden;

    /**
     * A test of one dialect.
     *
     * @param dialect the dialect, for the version that is tested
     * @param folder where its golden files are
     */
    DialectTest(Dialect dialect, String folder) {
        this.dialect = dialect;
        this.golden = Path.of("src/test/resources/dialect", folder);
    }

    /** Cases that only this dialect has. */
    List<OperationCase> ownCases() {
        return List.of();
    }

    List<OperationCase> cases() {
        List<OperationCase> cases = new ArrayList<>(OperationCases.all());
        cases.addAll(ownCases());
        return cases;
    }

    /** With -Dturnstone.golden=update the files are written instead. */
    @ParameterizedTest
    @MethodSource("cases")
    void rendersAsTheGoldenFileSays(OperationCase each) throws IOException {
        Path file = golden.resolve(each.name() + ".sql");
        String rendered = Steps.text(dialect.render(each.change()));
        if ("update".equals(System.getProperty("turnstone.golden"))) {
            Files.createDirectories(golden);
            Files.writeString(file, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(file));
    }

    @Test
    void hasACaseForEachGoldenFile() throws IOException {
        try (Stream<Path> files = Files.list(golden)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            cases().stream().map(each -> each.name() + ".sql").toList());
        }
    }
}
