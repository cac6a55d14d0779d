package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder for each case: {@code before} is compiled and saved, {@code after} is compiled, and what javac says and what
 * is generated is compared with {@code expected}. {@code -Dturnstone.golden=update} rewrites that.
 */
class GoldenCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    @TempDir
    Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAsExpected(String name) throws IOException {
        TestProject project = new TestProject(folder);
        copy(CASES.resolve(name).resolve("before"));
        assertThat(project.compile("-Aturnstone.save=initial").errors()).isEmpty();
        TestProject.deleteAll(folder.resolve("src/main/java"));
        copy(CASES.resolve(name).resolve("after"));
        Map<String, String> actual = actual(project.compile());

        Path expected = CASES.resolve(name).resolve("expected");
        if ("update".equals(System.getProperty("turnstone.golden"))) {
            TestProject.deleteAll(expected);
            Files.createDirectories(expected);
            for (var file : actual.entrySet()) {
                Files.writeString(expected.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(actual).isEqualTo(read(expected));
    }

    /** The messages, with the source lines that they stand at, and the sources that the change adds. */
    private static Map<String, String> actual(Compiled compiled) {
        Map<String, String> files = new TreeMap<>();
        files.put(
                "messages.txt",
                Stream.of(compiled.errors(), compiled.warnings(), compiled.notes())
                        .flatMap(messages -> messages.stream())
                        .map(message -> message.kind() + " at "
                                + (message.line().isEmpty() ? "-" : message.line()) + "\n" + message.text() + "\n")
                        .collect(Collectors.joining("\n")));
        compiled.sources().forEach((name, text) -> {
            if (name.contains("M0002")) {
                files.put(name.substring(name.lastIndexOf('/') + 1) + ".txt", text);
            }
        });
        return files;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void copy(Path from) throws IOException {
        Path to = folder.resolve("src/main/java/com/acme");
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
