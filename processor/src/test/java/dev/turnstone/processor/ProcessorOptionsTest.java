package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.processor.declared.Naming;
import dev.turnstone.processor.finding.Finding;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorOptionsTest {

    private static final Dialects DIALECTS = Dialects.load(ProcessorOptionsTest.class.getClassLoader());

    @Test
    void withoutOptionsNothingIsSavedAndH2IsTheTarget() {
        ProcessorOptions options = parse(Map.of()).options();
        assertThat(options.save()).isEmpty();
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
        assertThat(parse(raw).options().save()).contains("");
        assertThat(parse(raw).options().check()).isTrue();
    }

    @Test
    void trueIsWhatMavenMakesOfAPropertyWithoutAValue() {
        ProcessorOptions options = parse(Map.of("turnstone.save", "true", "turnstone.check", "true"))
                .options();
        assertThat(options.save()).contains("");
        assertThat(options.check()).isTrue();
    }

    @Test
    void falseSwitchesOffSoThatABuildFileCanPassOnAProperty() {
        ProcessorOptions.Parsed parsed = parse(Map.of("turnstone.save", "false", "turnstone.check", "false"));
        assertThat(parsed.options()).isEqualTo(parse(Map.of()).options());
        assertThat(parsed.findings()).isEmpty();
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
    @CsvSource({"check, perhaps", "targets, h2:banana", "package, com..acme", "package, com/acme", "package, com.class"
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
