package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sample's seven migrations look like as Java. {@code -Dturnstone.golden=update} rewrites the expected files. */
class GeneratedSourcesTest {

    private static final Path GENERATED =
            Path.of("target", "generated-sources", "annotations", "dev", "turnstone", "sample", "migrations");
    private static final Path EXPECTED = Path.of("src", "test", "resources", "dev", "turnstone", "sample", "generated");

    @Test
    void theyAreAsExpected() throws IOException {
        Map<String, String> actual = read(GENERATED, ".java");
        if ("update".equals(System.getProperty("turnstone.golden"))) {
            Files.createDirectories(EXPECTED);
            for (var source : actual.entrySet()) {
                Files.writeString(EXPECTED.resolve(source.getKey() + ".txt"), source.getValue());
            }
        }
        assertThat(actual).hasSize(8).isEqualTo(read(EXPECTED, ".java.txt"));
    }

    private static Map<String, String> read(Path folder, String suffix) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(suffix)).toList()) {
                String name = file.getFileName().toString().replace(suffix, ".java");
                // The version is the jar's, or none where classes are not in a jar.
                sources.put(
                        name,
                        Files.readString(file)
                                .replaceFirst("(toolVersion\\(\\) \\{\\s+return )\"[^\"]*\"", "$1\"VERSION\""));
            }
        }
        return sources;
    }
}
