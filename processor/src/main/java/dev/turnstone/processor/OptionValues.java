package dev.turnstone.processor;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options as they were given, and what is wrong with them.
 *
 * <p>javac and ECJ give no value for {@code -Aname=} as for {@code -Aname}, and Maven makes {@code true} of a property
 * without a value: to pass on "no", a build file says {@code false}.
 */
final class OptionValues {

    /** What all names begin with. */
    static final String PREFIX = "turnstone.";

    private final Map<String, String> raw;
    private final List<Finding> findings = new ArrayList<>();

    OptionValues(Map<String, String> raw) {
        this.raw = raw;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Reports each option of ours that is none of these. */
    void checkNames(List<String> names) {
        raw.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !names.contains(name))
                .sorted()
                .forEach(name -> unknown("option", name, names));
    }

    /** What stands behind the name; an option without a value counts as absent. */
    Optional<String> value(String name) {
        return Optional.ofNullable(raw.get(PREFIX + name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether a switch is on. */
    boolean flag(String name) {
        Optional<String> value = command(name);
        value.filter(text -> !text.isEmpty()).ifPresent(text -> invalid(name, text, "true or false"));
        return value.filter(String::isEmpty).isPresent();
    }

    /** What a command says: empty text if it is asked for without a value, absent if it is not asked for. */
    Optional<String> command(String name) {
        boolean bare = raw.containsKey(PREFIX + name) && raw.get(PREFIX + name) == null;
        return bare
                ? Optional.of("")
                : value(name).filter(text -> !text.equals("false")).map(text -> text.equals("true") ? "" : text);
    }

    /** The value of a command that needs the id of a migration. */
    String required(String name, String value) {
        if (value.isEmpty()) {
            add(
                    "-A" + PREFIX + name + " needs the id of a saved migration.",
                    "Name one: -A" + PREFIX + name + "=0002_add_author_email");
        }
        return value;
    }

    void unknown(String what, String name, List<String> real) {
        String nearest =
                Suggestion.nearest(name, real).map(each -> "Use " + each + ". ").orElse("");
        add("Turnstone has no " + what + " '" + name + "'.", nearest + "There are: " + String.join(", ", real) + ".");
    }

    void invalid(String name, String value, String expected) {
        add(
                "-A" + PREFIX + name + " cannot have the value '" + value + "'.",
                "Give it " + expected + ", or leave it out.");
    }

    void conflict(List<String> names, String because) {
        String all = names.stream().map(name -> "-A" + PREFIX + name).collect(Collectors.joining(" and "));
        add(all + " do not go together in one compile: " + because + ".", "Compile once for each of them.");
    }

    private void add(String text, String fix) {
        findings.add(Finding.of(Tag.OPTION, SourceRef.NONE, text, fix));
    }

    /** The parts of a value between its commas. */
    static List<String> list(String value) {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
