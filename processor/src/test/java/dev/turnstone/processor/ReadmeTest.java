package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README promises what this repository does: its first example is compiled, and every option and tag in it exists. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @TempDir
    Path folder;

    @Test
    void theFirstExampleSaysWhatJavacSays() throws IOException {
        String readme = Files.readString(README);
        List<String> java = blocks(readme, "java");
        String after = java.get(0);
        String before = after.replace("String handle; // was nickname", "String nickname;");
        TestProject project = new TestProject(folder).source("com.acme.Author", before);
        project.compile("-Aturnstone.save=initial");

        Compiled stopped = project.source("com.acme.Author", after).compile();
        assertThat(stopped.errorTags()).containsExactly("TS-RENAME-AMBIGUOUS");
        // javac shows the source line between the first line of a message and the others.
        assertThat(blocks(readme, "").get(0).lines())
                .containsAll(stopped.errors().get(0).text().lines().skip(1).toList())
                .contains("error: "
                        + stopped.errors().get(0).text().lines().findFirst().orElseThrow())
                .contains("    " + stopped.errors().get(0).line());

        String answer = "@RenamedFrom(\"nickname\")";
        assertThat(stopped.errors().get(0).text()).contains(answer);
        Compiled compiled = project.source(
                        "com.acme.Author", after.replace("@Column(length = 40)", answer + " @Column(length = 40)"))
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.sources().get("com/acme/migrations/M0002_RenameAuthorNicknameToHandle.java"))
                .contains(java.get(1));
    }

    @Test
    void theUseInTheApplicationCompiles() throws IOException {
        // Whole classes are in the applications below sample-app/src/it, whose build compares and compiles them.
        List<String> uses = blocks(Files.readString(README), "java").stream()
                .filter(block -> block.contains("Migrator.of(") && !block.startsWith("package "))
                .map(block -> "{ " + block + " }\n")
                .toList();
        Compiled compiled = new TestProject(folder)
                .source(
                        "com.acme.Start",
                        "import dev.turnstone.Migrator;\nclass Start { void run(javax.sql.DataSource dataSource) {\n"
                                + String.join("", uses) + "} }")
                .compile();
        assertThat(uses).hasSize(2);
        assertThat(compiled.errors()).isEmpty();
    }

    @Test
    void theOptionsAreThoseThatThereAre() throws IOException {
        String readme = Files.readString(README);
        String table = readme.substring(readme.indexOf("## Options"), readme.indexOf("## What is refused"));
        List<String> options = matches(table, "(?m)^\\| `([a-z.]+)").stream()
                .map(name -> "turnstone." + name)
                .toList();
        assertThat(options).containsExactlyInAnyOrderElementsOf(ProcessorOptions.names());
    }

    @Test
    void theTagsAreThoseThatThereAre() throws IOException {
        List<String> tags = matches(Files.readString(README), "(TS-[A-Z-]+)");
        assertThat(tags).isNotEmpty();
        assertThat(tags)
                .isSubsetOf(List.of(dev.turnstone.processor.finding.Tag.values()).stream()
                        .map(Object::toString)
                        .toList());
    }

    private static List<String> blocks(String markdown, String language) {
        // Each fence takes the next one as its end, so that an end is never taken for a begin.
        return Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$")
                .matcher(markdown)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static List<String> matches(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }
}
