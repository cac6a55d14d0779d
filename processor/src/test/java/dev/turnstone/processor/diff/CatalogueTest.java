package dev.turnstone.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.codec.OperationSummary;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs all cases there and back. {@code diff/catalogue.txt} lists what the best diff engine tests, with our case or test
 * for each, or why there is none; {@code diff/back.txt} has the operations of the way back, and is rewritten by {@code
 * -Dturnstone.golden=update}.
 */
class CatalogueTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "diff");

    static Stream<DiffCase> cases() {
        return Stream.of(
                        ColumnCases.added(),
                        ColumnCases.renamed(),
                        TableCases.named(),
                        TableCases.ordered(),
                        PartCases.constraints(),
                        PartCases.relations(),
                        PartCases.keys(),
                        IndexCases.indexes(),
                        IndexCases.indexesUnderForeignKeys(),
                        EntangledCases.entangled(),
                        RowCases.rows())
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void there(DiffCase each) {
        each.check();
    }

    @Test
    void andBack() throws IOException {
        String actual = cases().map(each -> each.name() + "\n"
                        + each.back().operations().stream()
                                .map(operation -> "    " + OperationSummary.of(operation) + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        Path expected = FOLDER.resolve("back.txt");
        if ("update".equals(System.getProperty("turnstone.golden"))) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    @Test
    void noNameOfACaseIsUsedTwice() {
        assertThat(cases().map(DiffCase::name)).doesNotHaveDuplicates();
    }

    @Test
    void eachUpstreamTestHasACaseOrATestOrAReason() throws IOException {
        Set<String> here = new TreeSet<>();
        cases().forEach(each -> here.addAll(upstream(each.name())));
        MigrationNameTest.names().map(Arguments::get).forEach(each -> here.addAll(upstream((String) each[0])));
        List<String> listed = Files.readAllLines(FOLDER.resolve("catalogue.txt")).stream()
                .filter(line -> line.startsWith("test_"))
                .toList();

        assertThat(listed).hasSize(145);
        assertThat(listed.stream().map(line -> line.split(" ", 2)[0]))
                .containsAll(here)
                .doesNotHaveDuplicates();
        for (String line : listed) {
            String[] parts = line.split(" ", 3);
            switch (parts[1]) {
                case "case" -> assertThat(here).contains(parts[0]);
                case "not:" -> assertThat(parts[2]).isNotBlank();
                case "golden" ->
                    assertThat(Path.of("src", "test", "resources", "cases", parts[2]))
                            .isDirectory();
                default -> assertThat(isTest(parts[1])).as(line).isTrue();
            }
        }
    }

    private static List<String> upstream(String name) {
        return Pattern.compile("test_\\w+")
                .matcher(name)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Whether there is a test of this name, such as {@code diff.FindingsTest#hintsThatWereSavedCanGo}. */
    private static boolean isTest(String name) {
        String[] parts = name.split("#", 2);
        try {
            return Arrays.stream(
                            Class.forName("dev.turnstone.processor." + parts[0]).getDeclaredMethods())
                    .map(Method::getName)
                    .anyMatch(parts[1]::equals);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
