package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page on data migrations compile, and do what the page says. */
class DataMigrationsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "data-migrations.md");
    private static final String IMPORTS =
            "import dev.turnstone.data.*; import java.sql.SQLException; import java.time.Duration;\n";

    @TempDir
    Path folder;

    private static String block(String text) throws IOException {
        return Pattern.compile("(?ms)^```java\\n(.*?)^```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aColumnIsSplit() throws IOException {
        TestProject project = new TestProject(folder)
                .source(
                        "com.acme.Author",
                        "@Entity class Author { @Id(generated = true) long id; @Column(nullable = false) String fullName; }");
        project.compile("-Aturnstone.save=initial");
        Compiled compiled = project.source("com.acme.Author", block("@Dropped("))
                .write("src/main/java/com/acme/SplitNames.java", block("class SplitNames"))
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest())
                .startsWith("add column author.first_name varchar(255)")
                .contains("run the data migration com.acme.SplitNames")
                .endsWith("drop column author.full_name, with its values");
    }

    @Test
    void aTableIsSeededAndAnotherFilledInBatches() throws IOException {
        Compiled compiled = new TestProject(folder)
                .source("com.acme.Country", "@Entity class Country { @Id String code; String name; }")
                .source("com.acme.Post", "@Entity class Post { @Id long id; String title; String slug; }")
                .source(
                        "com.acme.SeedCountries",
                        IMPORTS + "import com.acme.SeedCountriesTables.COUNTRY;\n" + block("class SeedCountries"))
                .source(
                        "com.acme.FillSlugs",
                        IMPORTS + "import com.acme.FillSlugsTables.POST;\n" + block("class FillSlugs"))
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).hasSize(4);
    }

    @Test
    void aViewIsMade() throws IOException {
        Compiled compiled = new TestProject(folder)
                .source("com.acme.Author", block("@SqlStep("))
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).contains("run the SQL of author_names");
    }

    @Test
    void theTagsExist() throws IOException {
        List<String> tags = Pattern.compile("TS-[A-Z-]+")
                .matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(tags)
                .isNotEmpty()
                .isSubsetOf(Stream.of(Tag.values()).map(Tag::toString).toList());
    }
}
