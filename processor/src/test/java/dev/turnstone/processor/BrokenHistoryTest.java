package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Committed files that cannot be read, beside data migrations whose constants come from them. */
class BrokenHistoryTest {

    private static final String STEP = """
            import com.acme.%1$sTables.AUTHOR;
            import dev.turnstone.data.*;
            @DataMigration
            public class %1$s implements DataStep {
                @Override public void up(DataContext context) throws java.sql.SQLException {
                    context.update("UPDATE " + context.name(AUTHOR.TABLE) + " SET " + context.name(AUTHOR.NAME) + " = ''");
                }
            }
            """;

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = new TestProject(folder)
                .source(
                        "com.acme.Author",
                        "@Entity public class Author { @Id(generated = true) long id; String name; }")
                .source("com.acme.Saved", STEP.formatted("Saved"));
        assertThat(project.compile("-Aturnstone.save=initial").errors()).isEmpty();
        project.source("com.acme.Pending", STEP.formatted("Pending"));
        assertThat(project.compile().errors()).isEmpty();
    }

    @Test
    void anUnreadableSnapshotIsOneError() {
        project.write("src/main/turnstone/schema.json", "{");
        Compiled compiled = project.compile();
        assertThat(compiled.errorTags()).containsExactly("TS-SNAPSHOT");
        assertThat(compiled.noteTags()).isEmpty();
    }

    @Test
    void aWrongOptionIsOneError() {
        assertThat(project.compile("-Aturnstone.sav=x").errorTags()).containsExactly("TS-OPTION");
    }

    @Test
    void withoutAnyConstantsTheConsequenceIsSaid() {
        project.write("src/main/turnstone/0001_initial.json", "{");
        Compiled compiled = project.compile();
        assertThat(compiled.errorTags()).startsWith("TS-HISTORY-FILE").hasSize(3);
        assertThat(compiled.errorTags().subList(1, 3)).allMatch(each -> each.contains("Tables does not exist"));
        assertThat(compiled.noteTags()).containsExactly("TS-HISTORY-FILE");
        assertThat(compiled.notes().get(0).text()).contains("what the compiler says of PendingTables and the like");
    }
}
