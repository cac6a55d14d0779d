package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.finding.Tag.Freedom;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.Compiled.Message;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on findings says what the code does: its examples are compiled. */
class FindingsPageTest {

    private static final String PAGE = read();
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (TS-[A-Z-]+)\\n(.*?)(?=^## |\\z)");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java (\\w+)([^\\n]*)\\n(.*?)^```$");
    private static final Pattern ANNOTATION = Pattern.compile("@\\w+\\((?:using = \"|(?:value = )?\"[^\"]*\")");

    @TempDir
    Path folder;

    private record Example(List<String> options, String source) {}

    @Test
    void eachTagHasItsSection() {
        List<String> tags = Stream.of(Tag.values()).map(Tag::toString).toList();
        assertThat(SECTION.matcher(PAGE)
                        .results()
                        .map(section -> section.group(1))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(tags);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void whatASectionSaysOfItsTagIsTrue(Tag tag) {
        String section = section(tag);
        Freedom freedom = tag.freedom();
        assertThat(section)
                .containsPattern("^\n\\*\\*" + tag.severity().name().toLowerCase(Locale.ROOT) + "\\*\\*[.,]");
        boolean accepted = freedom != Freedom.NONE && freedom != Freedom.OPTION;
        assertThat(section.contains("May be accepted")).isEqualTo(accepted);
        assertThat(section.contains("may be set")).isEqualTo(freedom == Freedom.PROJECT || freedom == Freedom.OPT_IN);
        assertThat(section.contains("May be set")).isEqualTo(freedom == Freedom.OPTION);
        assertThat(section.contains("Off unless")).isEqualTo(freedom == Freedom.OPT_IN);
        assertThat(section).contains("\n```");
        if (accepted) {
            assertThat(examples(tag)).containsKeys("bad", "good");
        }
    }

    static Stream<Tag> tags() {
        return Stream.of(Tag.values());
    }

    static Stream<Tag> tagsWithExamples() {
        return tags().filter(tag -> examples(tag).containsKey("bad"));
    }

    /** The consent that a message offers is pasted above the line that it is at. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "NOTNULL_ADD",
                "NOTNULL_SET",
                "TYPE_NARROW",
                "TYPE_INCOMPATIBLE",
                "TYPE_REWRITE",
                "ENUM_REMOVE",
                "ENUM_ORDER",
                "CHECK_COLUMN",
                "IDENTITY_ADD",
                "RENAME_COMPAT"
            })
    void theOfferedConsentIsTaken(Tag tag) {
        Map<String, Example> examples = examples(tag);
        Example bad = examples.get("bad");
        TestProject project = saved(examples);
        Message found = findings(compile(project, bad), tag).get(0);
        String offer = "@Accept(value = \"" + tag + "\", reason = \"...\")";
        assertThat(found.text()).contains(offer);
        String agreed = bad.source().replace(found.line(), offer + " " + found.line());
        assertThat(agreed).isNotEqualTo(bad.source());

        assertThat(findings(compile(project, new Example(bad.options(), agreed)), tag))
                .isEmpty();
    }

    /** A project that saved what the examples begin with. */
    private TestProject saved(Map<String, Example> examples) {
        TestProject project = new TestProject(folder);
        for (String saved : List.of("before", "then")) {
            if (examples.containsKey(saved)) {
                Compiled compiled = compile(project, examples.get(saved), "-Aturnstone.save=" + saved);
                assertThat(compiled.errors()).isEmpty();
            }
        }
        return project;
    }

    @ParameterizedTest
    @MethodSource("tagsWithExamples")
    void theBadExampleGetsTheFindingAndTheGoodOneDoesNot(Tag tag) {
        Map<String, Example> examples = examples(tag);
        TestProject project = saved(examples);
        Compiled bad = compile(project, examples.get("bad"));
        List<Message> found = findings(bad, tag);
        assertThat(found).extracting(FindingsPageTest::tagOf).containsExactly(tag.toString());
        assertThat(found.get(0).kind().name().replace("MANDATORY_", ""))
                .isEqualTo(tag.severity().name());

        assertThat(findings(compile(project, examples.get("good")), tag)).isEmpty();
        if (tag.freedom() == Freedom.ELEMENT) {
            assertThat(found.get(0).line()).isNotEmpty();
            assertThat(newAnnotations(examples)).anyMatch(found.get(0).text()::contains);
        }
    }

    /** What the good example says more than the bad one, which is what the message offers. */
    private static List<String> newAnnotations(Map<String, Example> examples) {
        return ANNOTATION
                .matcher(examples.get("good").source())
                .results()
                .map(annotation -> annotation.group())
                .filter(annotation -> !examples.get("bad").source().contains(annotation))
                .toList();
    }

    private static Compiled compile(TestProject project, Example example, String... more) {
        List<String> options = new ArrayList<>(example.options());
        options.addAll(List.of(more));
        return project.source("com.acme.Model", example.source()).compile(options.toArray(String[]::new));
    }

    /** All but those that say whether the change is saved, which every compile does. */
    private static List<Message> findings(Compiled compiled, Tag wanted) {
        List<String> usual = List.of("TS-UNSAVED", "TS-SAVED");
        return Stream.of(compiled.errors(), compiled.warnings(), compiled.notes())
                .flatMap(List::stream)
                .filter(message -> !message.text().startsWith("Turnstone's page docs/findings.md"))
                .filter(message -> tagOf(message).equals(wanted.toString()) || !usual.contains(tagOf(message)))
                .toList();
    }

    private static String tagOf(Message message) {
        return message.text().startsWith("[")
                ? message.text().substring(1, message.text().indexOf(']'))
                : message.text();
    }

    private static String section(Tag tag) {
        return SECTION.matcher(PAGE)
                .results()
                .filter(section -> section.group(1).equals(tag.toString()))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    private static Map<String, Example> examples(Tag tag) {
        Map<String, Example> examples = new LinkedHashMap<>();
        Matcher java = JAVA.matcher(section(tag));
        while (java.find()) {
            List<String> options = Stream.of(java.group(2).split(" ", -1))
                    .filter(option -> !option.isEmpty())
                    .toList();
            examples.put(java.group(1), new Example(options, java.group(3)));
        }
        return examples;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "findings.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
