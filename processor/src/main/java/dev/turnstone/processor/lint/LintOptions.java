package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.finding.Tag.Freedom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * What a project says about findings.
 *
 * @param levels how much kinds of findings weigh, where that is not as their tags have it
 * @param names what the names of tables, columns, constraints and indexes must look like; empty for no such rule
 */
public record LintOptions(Map<Tag, Level> levels, Optional<Pattern> names) {

    /** Says nothing. */
    public static final LintOptions NONE = new LintOptions(Map.of(), Optional.empty());

    /** Copies the levels. */
    public LintOptions {
        levels = Map.copyOf(levels);
    }

    /**
     * Reads the options {@code lint} and {@code lint.names}.
     *
     * @param lint such as {@code TS-TYPE-REWRITE=error,TS-FK-INDEX=off}
     * @param names a regular expression
     * @param findings where to add what is wrong with them
     * @return what they say
     */
    public static LintOptions parse(Optional<String> lint, Optional<String> names, List<Finding> findings) {
        Map<Tag, Level> levels = new EnumMap<>(Tag.class);
        for (String rule : lint.map(text -> text.split(",", -1)).orElse(new String[0])) {
            parse(rule.strip(), levels).ifPresent(findings::add);
        }
        return new LintOptions(levels, names.flatMap(text -> pattern(text, findings)));
    }

    /** How much findings of a kind weigh. */
    Level level(Tag tag) {
        Level given = levels.get(tag);
        return given != null ? given : tag.freedom() == Freedom.OPT_IN ? Level.OFF : Level.of(tag.severity());
    }

    /**
     * Lets findings of other stages weigh what the project says.
     *
     * @param findings the findings
     * @return those that are not off
     */
    public List<Finding> weigh(List<Finding> findings) {
        return findings.stream()
                .flatMap(each -> levels.containsKey(each.tag())
                        ? level(each.tag()).severity().stream()
                                .map(severity ->
                                        new Finding(each.tag(), severity, each.place(), each.text(), each.fix()))
                        : Stream.of(each))
                .toList();
    }

    private static Optional<Finding> parse(String rule, Map<Tag, Level> levels) {
        int equals = rule.indexOf('=');
        String name = equals < 0 ? rule : rule.substring(0, equals).strip();
        String value = equals < 0 ? "" : rule.substring(equals + 1).strip();
        Optional<Tag> tag = Tag.named(name);
        Optional<Level> level = Stream.of(Level.values())
                .filter(each -> each.optionValue().equals(value))
                .findFirst();
        if (tag.isEmpty()) {
            return Optional.of(unknown("tag", name, tunable()));
        } else if (!isTunable(tag.get())) {
            return Optional.of(invalid(
                    tag.get() + " cannot be set for a whole project: "
                            + (tag.get().freedom() == Freedom.ELEMENT
                                    ? "rows are at stake, so each change needs a consent of its own."
                                    : "nothing works before it is mended."),
                    tag.get().freedom() == Freedom.ELEMENT
                            ? Remark.accept(tag.get()) + " on the element that the message is at"
                            : "Leave it out."));
        } else if (level.isEmpty()) {
            return Optional.of(unknown(
                    "level",
                    value,
                    Stream.of(Level.values()).map(Level::optionValue).toList()));
        }
        levels.put(tag.get(), level.get());
        return Optional.empty();
    }

    private static boolean isTunable(Tag tag) {
        return tag.freedom() != Freedom.NONE && tag.freedom() != Freedom.ELEMENT;
    }

    private static List<String> tunable() {
        return Stream.of(Tag.values())
                .filter(LintOptions::isTunable)
                .map(Tag::toString)
                .toList();
    }

    private static Optional<Pattern> pattern(String text, List<Finding> findings) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            findings.add(invalid(
                    "-Aturnstone.lint.names cannot have the value '" + text + "', which is no regular expression: "
                            + e.getDescription() + ".",
                    "-Aturnstone.lint.names=[a-z][a-z0-9_]*"));
            return Optional.empty();
        }
    }

    private static Finding unknown(String what, String name, List<String> real) {
        return invalid(
                "-Aturnstone.lint has no " + what + " '" + name + "'." + Suggestion.didYouMean(name, real),
                "There are: " + String.join(", ", real) + ".");
    }

    private static Finding invalid(String text, String fix) {
        return Finding.of(Tag.OPTION, SourceRef.NONE, text, fix);
    }
}
