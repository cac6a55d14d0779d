package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that moves into an embedded object, or out of one: what a message offers for that compiles, and keeps the values. */
class EmbeddedMovesTest {

    private static final String PLAIN =
            "@Entity public class Author { @Id(generated = true) long id; %s String town; }";
    private static final String EMBEDDING =
            "@Entity public class Author { @Id(generated = true) long id; @Embedded(prefix = \"home_\") Address home; }";
    private static final String ADDRESS = "@Embeddable public class Address { String city; }";
    private static final String RENAMED = "rename column author.%s to %s";

    @TempDir
    private Path folder;

    @Test
    void intoAnEmbeddedObject() {
        TestProject project = new TestProject(folder).source("com.acme.Author", PLAIN.formatted(""));
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Author", EMBEDDING).source("com.acme.Address", ADDRESS);
        Compiled asked = project.compile();
        assertThat(asked.errorTags()).containsExactly("TS-DROP-COLUMN");
        assertThat(asked.errors().get(0).text())
                .contains("If it moved into home.city, rename it first: put the old field back with"
                        + " @Column(name = \"home_city\"), save, and then move the field")
                .doesNotContain("@RenamedFrom");

        project.source("com.acme.Author", PLAIN.formatted("@Column(name = \"home_city\")"));
        Compiled renamed = project.compile("-Aturnstone.save=home_city");
        assertThat(renamed.errors()).isEmpty();
        assertThat(renamed.newest()).containsExactly(RENAMED.formatted("town", "home_city"));
        project.source("com.acme.Author", EMBEDDING);
        assertThat(project.compile("-Aturnstone.check").errors()).isEmpty();
    }

    @Test
    void outOfAnEmbeddedObject() {
        TestProject project =
                new TestProject(folder).source("com.acme.Author", EMBEDDING).source("com.acme.Address", ADDRESS);
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Author", PLAIN.formatted("")).delete("com.acme.Address");
        Compiled asked = project.compile();
        assertThat(asked.errorTags()).containsExactly("TS-RENAME-AMBIGUOUS");
        String offered = asked.errors().get(0).text().replaceAll("(?s).*(@RenamedFrom\\([^)]*\\)).*", "$1");
        project.source("com.acme.Author", PLAIN.formatted(offered));
        Compiled moved = project.compile("-Aturnstone.save=town");
        assertThat(moved.errors()).isEmpty();
        assertThat(moved.newest()).containsExactly(RENAMED.formatted("home_city", "town"));
    }
}
