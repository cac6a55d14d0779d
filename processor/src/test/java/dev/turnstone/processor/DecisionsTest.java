package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What javac asks about a change, and that each answer which it offers is one: pasted, it compiles. */
class DecisionsTest {

    private static final String AUTHOR = "@Entity\npublic class Author {\n@Id long id;\n%s\n}\n";

    private static final Pattern OFFER =
            Pattern.compile("(this field|this class|called (\\S+) now, write on that (?:field|class)|on the class"
                    + " \\w+|on an entity): (@\\w+\\(.*\\))");

    @TempDir
    Path folder;

    static Stream<Arguments> questions() {
        String place = "@Embeddable\nrecord Place(%s) {}\n";
        String area = "@Entity\nrecord Area(@Id(order = 1) long p, @Id(order = 2) long q) {}\n";
        return Stream.of(
                arguments("a field", author("String nickname;"), author("String handle;"), "String handle;", 2),
                arguments(
                        "a field with three candidates",
                        author("String nickname;"),
                        author("String handle;\nString alias;\n@Column(length = 300)\nString other;"),
                        "String alias;",
                        4),
                arguments(
                        "a field that is a reference to a composite key",
                        author("Area home;") + area,
                        author("Area base;") + area,
                        "Area base;",
                        2),
                arguments(
                        "an embedded field",
                        author("Place home;") + place.formatted("String city, Integer zip"),
                        author("Place base;") + place.formatted("String city, Integer zip"),
                        "Place base;",
                        2),
                arguments(
                        "an embedded field with a written prefix",
                        author("@Embedded(prefix = \"h_\") Place home;") + place.formatted("String city"),
                        author("@Embedded(prefix = \"b_\")\nPlace base;") + place.formatted("String city"),
                        "Place base;",
                        2),
                arguments(
                        "a field of an embeddable",
                        author("Place home;") + place.formatted("\nString city"),
                        author("Place home;") + place.formatted("\nString town"),
                        "String town) {}",
                        2),
                arguments(
                        "a class",
                        author("String name;") + "@Entity\nclass Poem { @Id int nr; java.time.LocalDate at; }\n",
                        author("String name;") + "@Entity\nclass Poetry { @Id int nr; java.time.LocalDate at; }\n",
                        "class Poetry { @Id int nr; java.time.LocalDate at; }",
                        2));
    }

    private static String author(String fields) {
        return AUTHOR.formatted(fields);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void eachAnswerCompiles(String name, String before, String after, String line, int answers) {
        TestProject project = new TestProject(folder).source("com.acme.Author", before);
        assertThat(project.compile("-Aturnstone.save=initial").errors()).isEmpty();
        Compiled asked = project.source("com.acme.Author", after).compile();

        assertThat(asked.errorTags()).containsExactly("TS-RENAME-AMBIGUOUS");
        assertThat(asked.errors().get(0).line()).isEqualTo(line);
        List<String> answered = answered(after, line, asked.errors().get(0).text());
        assertThat(answered).hasSize(answers);
        for (String source : answered) {
            Compiled compiled = project.source("com.acme.Author", source).compile();
            assertThat(compiled.errors()).as(source).isEmpty();
            assertThat(compiled.noteTags()).as(source).containsExactly("TS-UNSAVED");
            assertThat(compiled.notes().get(0).text().contains("rename "))
                    .as(source)
                    .isEqualTo(source.contains("@RenamedFrom"));
        }
    }

    /** The source with each of the offered annotations, one at a time. */
    private static List<String> answered(String source, String line, String text) {
        List<String> answers = new ArrayList<>();
        Matcher offer = OFFER.matcher(text);
        while (offer.find()) {
            String at = offer.group(1).startsWith("this")
                    ? line
                    : offer.group(2) != null ? "String " + offer.group(2) + ";" : "@Entity\n";
            answers.add(source.replaceFirst(
                    "(?m)^" + Pattern.quote(at), Matcher.quoteReplacement(offer.group(3) + "\n" + at)));
        }
        return answers;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "one value for a unique column",
                        "@Fill(\"nobody\")\n@Column(unique = true, nullable = false) String email;",
                        "TS-FILL-UNIQUE",
                        "@Fill(\"nobody\")"),
                arguments(
                        "a fill that does not fit",
                        "@Fill(\"many\")\nint stars;",
                        "TS-INVALID-VALUE",
                        "@Fill(\"many\")"),
                arguments(
                        "a fill of both kinds",
                        "@Fill(value = \"1\", sql = \"1\")\nint stars;",
                        "TS-INVALID-VALUE",
                        "@Fill(value = \"1\", sql = \"1\")"),
                arguments(
                        "a fill that is two statements",
                        "@Fill(sql = \"1; drop table author\")\nint stars;",
                        "TS-INVALID-VALUE",
                        "@Fill(sql = \"1; drop table author\")"),
                arguments(
                        "a conversion that is empty",
                        "@Convert(using = \" \")\nint stars;",
                        "TS-INVALID-VALUE",
                        "@Convert(using = \" \")"),
                arguments(
                        "a conversion back with a comment",
                        "@Convert(using = \"1\", back = \"1 -- one\")\nint stars;",
                        "TS-INVALID-VALUE",
                        "@Convert(using = \"1\", back = \"1 -- one\")"),
                arguments(
                        "a fill of a reference to a composite key",
                        "@Fill(\"1\")\nArea area; }\n@Entity\nclass Area { @Id(order = 1) long p; @Id(order = 2) long q;",
                        "TS-INVALID-VALUE",
                        "@Fill(\"1\")"),
                arguments(
                        "a fill of an embedded object",
                        "@Fill(\"1\")\nPlace place; }\n@Embeddable\nclass Place { String city;",
                        "TS-INVALID-VALUE",
                        "@Fill(\"1\")"),
                arguments(
                        "a fill of a column that may be empty",
                        "@Fill(\"x\")\nString email;",
                        "TS-HINT-UNMATCHED",
                        "@Fill(\"x\")"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsOneErrorAtItsLine(String name, String added, String tag, String line) {
        TestProject project = new TestProject(folder).source("com.acme.Author", author("String name;"));
        project.compile("-Aturnstone.save=initial");
        Compiled compiled = project.source("com.acme.Author", author("String name;\n" + added))
                .compile();

        assertThat(compiled.errorTags()).as(compiled.errors().toString()).containsExactly(tag);
        assertThat(compiled.errors().get(0).line()).isEqualTo(line);
    }

    @Test
    void whatVanishedWithoutASuccessorMayGo() {
        TestProject project = new TestProject(folder)
                .source("com.acme.Author", author("String name;"))
                .source("com.acme.Day", "@Entity class Day { @Id java.time.LocalDate at; }");
        project.compile("-Aturnstone.save=initial");
        Compiled stopped = project.delete("com.acme.Day")
                .source("com.acme.Author", author(""))
                .compile();
        assertThat(stopped.errorTags()).containsExactly("TS-DROP-TABLE", "TS-DROP-COLUMN");
        assertThat(stopped.errors()).extracting(Compiled.Message::line).containsOnly("public class Author {");

        String answers = stopped.errors().stream()
                .map(error -> error.text().substring(error.text().indexOf("@Dropped")))
                .collect(Collectors.joining("\n"));
        Compiled compiled =
                project.source("com.acme.Author", answers + "\n" + author("")).compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest())
                .containsExactly("drop column author.name, with its values", "drop table day, with its rows");
    }

    @Test
    void theFixesOfAFillAndOfADropWithoutReasonAreReadyToPaste() {
        TestProject project = new TestProject(folder).source("com.acme.Author", author("String name;"));
        project.compile("-Aturnstone.save=initial");
        String wrong = "@Dropped(\"name\")\n"
                + author("@Fill(\"nobody\")\n@Column(unique = true, nullable = false) String email;");
        Compiled stopped = project.source("com.acme.Author", wrong).compile();
        assertThat(stopped.errorTags()).containsExactly("TS-NO-REASON", "TS-FILL-UNIQUE");

        String right = wrong;
        for (Compiled.Message error : stopped.errors()) {
            right = right.replace(
                    error.line(), error.text().substring(error.text().indexOf("Fix: ") + 5));
        }
        Compiled compiled = project.source("com.acme.Author", right).compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest())
                .containsExactly(
                        "add column author.email varchar(255) not null, rows that exist get concat('email-', id)",
                        "add unique constraint uq_author_email on author",
                        "drop column author.name, with its values");
    }

    @Test
    void theReasonIsFrozenAndTheFillIsNoPartOfTheSchema() throws IOException {
        TestProject project = new TestProject(folder).source("com.acme.Author", author("String name;\nint price;"));
        project.compile("-Aturnstone.save=initial");
        String after = "@Dropped(value = \"name\", reason = \"nobody used it\")\n"
                + author("@Fill(\"7\") int stars;\n@Convert(using = \"price * 100\") long price;");
        Compiled saved = project.source("com.acme.Author", after).compile("-Aturnstone.save=change");

        assertThat(saved.errors()).isEmpty();
        assertThat(Files.readString(project.committed().resolve("0002_change.json")))
                .contains("TS-DROP-COLUMN", "author.name", "nobody used it", "price * 100");
        assertThat(Files.readString(project.committed().resolve("schema.json")))
                .doesNotContain("nobody used it", "\"7\"", "price * 100");
        assertThat(saved.sources().get("com/acme/migrations/M0002_Change.java"))
                .contains("nobody used it", "literal(\"7\")", ".using(\"price * 100\")");

        Compiled again = project.compile();
        assertThat(again.errors()).isEmpty();
        assertThat(again.noteTags()).containsExactly("TS-HINT-DONE", "TS-HINT-DONE", "TS-HINT-DONE");
        Compiled without = project.source("com.acme.Author", author("int stars;\nlong price;"))
                .compile();
        assertThat(without.diagnostics()).isEmpty();
    }

    @Test
    void anEnumThatLosesAConstantIsConvertedWhileNoCheckIsThere() {
        String task = "@Entity record Task(@Id long id,%s State state) { enum State { %s } }";
        TestProject project = new TestProject(folder).source("com.acme.Task", task.formatted("", "OPEN, OLD, DONE"));
        project.compile("-Aturnstone.save=initial");
        String using = "@Convert(using = \"case when state = 'OLD' then 'DONE' else state end\")";
        Compiled compiled = project.source("com.acme.Task", task.formatted(using, "OPEN, DONE"))
                .compile();

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest())
                .containsExactly(
                        "drop check ck_task_state on task",
                        "change column task.state: rows get case when state = 'OLD' then 'DONE' else state end",
                        "add check ck_task_state on task");
    }

    @Test
    void aNewHintOnAnEmbeddedFieldWorksBesideASpentOneInside() {
        String embeddable = "@Embeddable\nrecord Place(%sString town) {}\n";
        TestProject project = new TestProject(folder)
                .source(
                        "com.acme.Author",
                        author("Place home;") + embeddable.formatted("").replace("town", "city"));
        project.compile("-Aturnstone.save=initial");
        String spent = embeddable.formatted("@RenamedFrom(\"city\") ");
        project.source("com.acme.Author", author("Place home;") + spent).compile("-Aturnstone.save=town");

        Compiled compiled = project.source("com.acme.Author", author("@RenamedFrom(\"home\") Place base;") + spent)
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).containsExactly("rename column author.home_town to base_town");
    }
}
