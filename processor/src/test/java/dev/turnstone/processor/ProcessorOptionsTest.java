package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.processor.declared.Naming;
import dev.turnstone.processor.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorOptionsTest {

    private static final Dialects DIALECTS = Dialects.load(ProcessorOptionsTest.class.getClassLoader());

    @Test
    void withoutOptionsNothingIsSavedAndH2IsTheTarget() {
        ProcessorOptions options = parse(Map.of()).options();
        assertThat(options.command()).isEqualTo(new Command.None());
        assertThat(options.release()).isEmpty();
        assertThat(options.check()).isFalse();
        assertThat(options.dir()).isEmpty();
        assertThat(options.packageName()).isEmpty();
        assertThat(options.naming()).isEqualTo(Naming.SNAKE_CASE);
        assertThat(options.targets()).extracting(Dialect::name).containsExactly("h2");
    }

    @Test
    void aSwitchWithoutAValueIsOn() {
        Map<String, String> raw = new HashMap<>();
        raw.put("turnstone.save", null);
        raw.put("turnstone.check", null);
        assertThat(parse(raw).options().command()).isEqualTo(new Command.Save(""));
        assertThat(parse(raw).options().check()).isTrue();
    }

    @Test
    void trueIsWhatMavenMakesOfAPropertyWithoutAValue() {
        ProcessorOptions options = parse(Map.of("turnstone.save", "true", "turnstone.check", "true"))
                .options();
        assertThat(options.command()).isEqualTo(new Command.Save(""));
        assertThat(options.check()).isTrue();
    }

    @Test
    void falseSwitchesOffSoThatABuildFileCanPassOnAProperty() {
        ProcessorOptions.Parsed parsed = parse(Map.of("turnstone.save", "false", "turnstone.check", "false"));
        assertThat(parsed.options()).isEqualTo(parse(Map.of()).options());
        assertThat(parsed.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aCommandIsWhatItsOptionSays(String option, String value, Command expected) {
        Map<String, String> raw = new HashMap<>();
        raw.put("turnstone." + option, value);
        ProcessorOptions.Parsed parsed = parse(raw);
        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.options().command()).isEqualTo(expected);
        raw.put("turnstone." + option, "false");
        assertThat(parse(raw)).isEqualTo(parse(Map.of()));
    }

    static List<Arguments> aCommandIsWhatItsOptionSays() {
        return List.of(
                Arguments.of("save", "add_author", new Command.Save("add_author")),
                Arguments.of("amend", null, new Command.Amend(List.of())),
                Arguments.of("amend", "true", new Command.Amend(List.of())),
                Arguments.of("amend", " author, post,", new Command.Amend(List.of("author", "post"))),
                Arguments.of("rebuild", null, new Command.Rebuild("")),
                Arguments.of("rebuild", "books", new Command.Rebuild("books")),
                Arguments.of("rebase", "0002_b", new Command.Rebase("0002_b")),
                Arguments.of("squash", "0007_c", new Command.Squash("0007_c")),
                Arguments.of("prune", null, new Command.Prune()),
                Arguments.of("prune", "true", new Command.Prune()));
    }

    @Test
    void aReleaseMayComeWithASave() {
        ProcessorOptions.Parsed parsed = parse(Map.of("turnstone.release", "0002_b", "turnstone.save", "c"));
        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.options().release()).contains("0002_b");
        assertThat(parsed.options().command()).isEqualTo(new Command.Save("c"));
        assertThat(parse(Map.of("turnstone.release", "false"))).isEqualTo(parse(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"save, amend", "amend, rebase", "rebuild, prune", "release, amend", "release, prune"})
    void twoCommandsAtOnceAreAnError(String one, String two) {
        assertThat(parse(Map.of("turnstone." + one, "0001_a", "turnstone." + two, two.equals("prune") ? "true" : "x"))
                        .findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("-Aturnstone." + one + " and -Aturnstone." + two + " do not go together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebase", "squash", "release"})
    void whatNeedsAnIdSaysSo(String option) {
        assertThat(parse(Map.of("turnstone." + option, "true")).findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("-Aturnstone." + option + " needs the id");
    }

    @Test
    void anyOtherOptionWithoutAValueCountsAsAbsent() {
        ProcessorOptions.Parsed parsed = parse(
                Map.of("turnstone.dir", " ", "turnstone.naming", "", "turnstone.package", "", "turnstone.targets", ""));
        assertThat(parsed.options()).isEqualTo(parse(Map.of()).options());
        assertThat(parsed.findings()).isEmpty();
    }

    @Test
    void otherProcessorsOptionsAreNotOurs() {
        assertThat(parse(Map.of("mapstruct.verbose", "true")).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "turnstone.sav, x, turnstone.save",
        "turnstone.target, h2, turnstone.targets",
        "turnstone.naming, snake-case, snake_case",
        "turnstone.targets, h3, h2",
    })
    void anUnknownNameIsAnErrorThatNamesTheNearest(String option, String value, String nearest) {
        assertThat(parse(Map.of(option, value)).findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .startsWith("[TS-OPTION]")
                .contains("Use " + nearest + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "check, perhaps",
        "prune, 0001_a",
        "targets, h2:banana",
        "package, com..acme",
        "package, com/acme",
        "package, com.class"
    })
    void anImpossibleValueIsAnError(String option, String value) {
        assertThat(parse(Map.of("turnstone." + option, value)).findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("-Aturnstone." + option)
                .contains("'" + value + "'");
    }

    private static ProcessorOptions.Parsed parse(Map<String, String> raw) {
        return ProcessorOptions.parse(raw, DIALECTS);
    }
}
