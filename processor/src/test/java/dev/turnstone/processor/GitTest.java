package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.Migrator;
import dev.turnstone.migration.ForeignMigrationException;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches of a real git repository that both save a migration, merged. */
class GitTest {

    @TempDir
    Path temp;

    private Path root;
    private TestProject project;

    @BeforeEach
    void branchOff() throws Exception {
        root = Files.createDirectories(temp.resolve("project"));
        project = new TestProject(root);
        git("init", "-q", "-b", "main");
        project.write(".gitignore", "target/\n");
        author("String name;");
        note("");
        save("initial");
        git("checkout", "-q", "-b", "feature");
        author("String name;");
        note("@Column(name = \"text\") String text; Integer stars;");
        save("note_text");
        git("checkout", "-q", "main");
        author("String name; String email;");
        note("");
        save("add_email");
    }

    private void author(String fields) {
        project.source("acme.Author", "@Entity class Author { @Id long id; " + fields + " }");
    }

    private void note(String fields) {
        project.source("acme.Note", "@Entity class Note { @Id long id; " + fields + " }");
    }

    private void save(String name) throws Exception {
        Compiled compiled = project.compile("-Aturnstone.save=" + name);
        assertThat(compiled.success()).as(String.valueOf(compiled)).isTrue();
        git("add", "-A");
        git("commit", "-q", "-m", name);
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.redirectOutput(temp.resolve("git.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("HOME", temp.toString());
        builder.environment().put("XDG_CONFIG_HOME", temp.toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        return builder.start().waitFor();
    }

    private List<String> committed() throws IOException {
        try (Stream<Path> files = Files.list(project.committed())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static Migrator migrator(JdbcDataSource database, Compiled compiled) {
        return Migrator.builder(database).sets(compiled.set()).build();
    }

    @Test
    void bothBranchesEndInOneLine() throws Exception {
        JdbcDataSource ofMain = database();
        JdbcDataSource ofFeature = database();
        migrator(ofMain, project.compile()).apply();
        git("checkout", "-q", "feature");
        migrator(ofFeature, project.compile()).apply();
        git("checkout", "-q", "main");

        assertThat(git("merge", "-q", "feature")).as("both changed schema.json").isNotZero();
        assertThat(Files.readString(project.committed().resolve("schema.json"))).contains("<<<<<<< HEAD");

        Compiled merged = project.compile();
        assertThat(merged.success()).isFalse();
        assertThat(merged.errors())
                .singleElement()
                .asString()
                .contains("0002_add_email.json and turnstone/0002_note_text.json")
                .contains("add column author.email varchar(255)")
                .contains("add column note.stars integer")
                .contains("-Aturnstone.rebase=0002_note_text")
                .contains("-Aturnstone.rebase=0002_add_email");

        Compiled rebased = project.compile("-Aturnstone.rebase=0002_note_text");
        assertThat(rebased.errors()).isEmpty();
        assertThat(committed())
                .containsExactly("0001_initial.json", "0002_add_email.json", "0003_note_text.json", "schema.json");
        git("add", "-A");
        assertThat(git("commit", "-q", "-m", "merge")).isZero();
        Compiled clean = project.compile("-Aturnstone.check");
        assertThat(clean.success()).isTrue();
        assertThat(clean.errors()).isEmpty();
        assertThat(Files.readString(project.committed().resolve("schema.json")))
                .contains("\"field\": \"email\"", "\"field\": \"stars\"");

        assertThat(migrator(ofMain, clean).apply().applied()).hasSize(1);
        assertThatThrownBy(() -> migrator(ofFeature, clean).apply())
                .isInstanceOf(ForeignMigrationException.class)
                .hasMessageContaining("the set has it as 0003_note_text now");
        migrator(ofFeature, clean).rollbackTo("0001_initial");
        assertThat(migrator(ofFeature, clean).apply().applied()).hasSize(2);
        assertThat(migrator(ofFeature, clean).introspect())
                .isEqualTo(migrator(ofMain, clean).introspect());
    }

    @Test
    void aConflictChangesNoFile() throws Exception {
        git("checkout", "-q", "feature");
        author("String name; @Column(length = 9) String email;");
        save("short_email");
        git("checkout", "-q", "main");
        git("merge", "-q", "feature");
        author("String name; String email;");
        List<String> before = committed();

        Compiled rebased = project.compile("-Aturnstone.rebase=0002_note_text");

        assertThat(rebased.errors())
                .singleElement()
                .asString()
                .contains("add column author.email varchar(9): the other branch has a column of this name");
        assertThat(committed()).isEqualTo(before);
    }

    @Test
    void entitiesWithAnErrorStopTheRebase() throws Exception {
        git("merge", "-q", "feature");
        note("");
        List<String> before = committed();

        Compiled rebased = project.compile("-Aturnstone.rebase=0002_note_text");

        assertThat(rebased.errors()).isNotEmpty().allMatch(error -> error.text().contains("note"));
        assertThat(committed()).isEqualTo(before);
    }
}
