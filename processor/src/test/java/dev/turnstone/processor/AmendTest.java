package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.Migrator;
import dev.turnstone.TestDatabase;
import dev.turnstone.migration.MigrationChangedException;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that change migrations which nobody else has yet. */
class AmendTest {

    private static final String AUTHOR = """
            @Entity
            public class Author {
                @Id(generated = true) long id;
                String name;
            }
            """;

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = new TestProject(folder);
        author("");
        project.compile("-Aturnstone.save=initial");
    }

    private void author(String more) {
        project.source("com.acme.Author", AUTHOR.replace("String name;", "String name;\n    " + more));
    }

    private void post(String more) {
        project.source("com.acme.Post", "@Entity public class Post { @Id(generated = true) long id; " + more + " }");
    }

    @Test
    void theDraftIsFoldedIntoTheNewestMigration() {
        author("@Column(length = 40) String mail;");
        project.compile("-Aturnstone.save=add_mail");
        String old = file("0002_add_mail.json");
        author("@Column(length = 100) @RenamedFrom(\"mail\") String email;");
        Compiled amended = project.compile("-Aturnstone.amend");

        assertThat(amended.errors()).isEmpty();
        assertThat(amended.noteTags()).containsExactly("TS-SAVED");
        assertThat(amended.notes().get(0).text()).contains("Amended 0002_add_mail, which databases that have the old");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "0002_add_mail.json", "schema.json");
        assertThat(amended.newest()).containsExactly("add column author.email varchar(100)");
        assertThat(amended.set().hasDraft()).isFalse();
        assertThat(file("0002_add_mail.json")).isNotEqualTo(old).contains("\"supersedes\"");
        assertUnchanged(amended);
    }

    @Test
    void theVeryFirstMigrationCanBeAmended() {
        author("String mail;");
        Compiled amended = project.compile("-Aturnstone.amend");
        assertThat(amended.noteTags()).containsExactly("TS-SAVED");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "schema.json");
        assertThat(amended.newest()).containsExactly("create table author (3 columns)");
        assertUnchanged(amended);
    }

    @Test
    void aMigrationOfWhichNothingIsLeftIsRemoved() {
        Compiled initial = project.compile();
        author("String mail;");
        project.compile("-Aturnstone.save=add_mail");
        project.source(
                "com.acme.Author",
                AUTHOR.replace("@Entity", "@Entity @Dropped(value = \"mail\", reason = \"never released\")"));
        Compiled amended = project.compile("-Aturnstone.amend");
        assertThat(amended.errors()).isEmpty();
        assertThat(amended.notes().get(0).text()).contains("Nothing is left of what 0002_add_mail did: removed");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "schema.json");
        Compiled hinted = project.compile("-Aturnstone.check");
        assertThat(hinted.errors()).isEmpty();
        assertThat(hinted.noteTags()).containsExactly("TS-HINT-UNMATCHED");
        author("");
        Compiled again = project.compile("-Aturnstone.check");
        assertThat(again.errors()).isEmpty();
        assertThat(again.set().entries()).isEqualTo(initial.set().entries());
    }

    @Test
    void withoutAChangeNothingIsAmended() {
        String before = file("0001_initial.json");
        Compiled compiled = project.compile("-Aturnstone.amend");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.noteTags()).containsExactly("TS-NOTHING-TO-SAVE");
        assertThat(file("0001_initial.json")).isEqualTo(before);
        assertThat(compiled.set().entries()).hasSize(1);
    }

    @Test
    void withoutASavedMigrationThereIsNothingToAmend() {
        TestProject.deleteAll(project.committed());
        refused("There is no saved migration to amend.", "-Aturnstone.amend");
        assertThat(project.committed()).doesNotExist();
    }

    @Test
    void aReleasedMigrationStaysAsItIs() {
        Compiled released = project.compile("-Aturnstone.release=0001_initial");
        assertThat(released.noteTags()).containsExactly("TS-SAVED");
        assertThat(file("schema.json")).contains("\"release\": \"0001_initial\"");
        author("String mail;");
        List<String> before = contents();
        refused("0001_initial is released", "-Aturnstone.amend");
        refused("0001_initial is released", "-Aturnstone.amend=author");
        refused("Each saved migration is released (up to 0001_initial)", "-Aturnstone.rebuild");
        assertThat(contents()).isEqualTo(before);
        Compiled saved = project.compile("-Aturnstone.save=add_mail");
        assertThat(saved.errors()).isEmpty();
        assertThat(file("schema.json")).contains("\"release\": \"0001_initial\"");
        assertUnchanged(saved);
    }

    @Test
    void aReleaseMovesForwardOnly() {
        author("String mail;");
        refused(
                "There is no saved migration '0001_initail' to mark as released. Did you mean '0001_initial'?",
                "-Aturnstone.release=0001_initail");
        Compiled both = project.compile("-Aturnstone.save=add_mail", "-Aturnstone.release=0002_add_mail");
        assertThat(both.noteTags()).containsExactly("TS-SAVED", "TS-SAVED");
        List<String> before = contents();
        refused("0001_initial cannot be the newest released migration", "-Aturnstone.release=0001_initial");
        assertThat(project.compile("-Aturnstone.release=0002_add_mail").diagnostics())
                .isEmpty();
        assertThat(contents()).isEqualTo(before);
        assertUnchanged(both);
    }

    @Test
    void aReleaseLeavesTheDraftAlone() {
        author("String mail;");
        Compiled compiled = project.compile("-Aturnstone.release=0001_initial");
        assertThat(compiled.noteTags()).containsExactly("TS-UNSAVED", "TS-SAVED");
        assertThat(compiled.set().hasDraft()).isTrue();
        assertThat(project.compile("-Aturnstone.save=add_mail").errors()).isEmpty();
    }

    @Test
    void theChangesOfSomeTablesAreFoldedAndTheOthersStayInTheDraft() {
        post("String title;");
        project.compile("-Aturnstone.save=add_post");
        author("String mail;");
        post("String title; Author writer;");
        Compiled amended = project.compile("-Aturnstone.amend=AUTHOR");

        assertThat(amended.errors()).isEmpty();
        assertThat(amended.noteTags()).containsExactly("TS-UNSAVED", "TS-SAVED");
        assertThat(amended.notes().get(0).text()).contains("post.writer_id").doesNotContain("mail");
        assertThat(file("0002_add_post.json")).contains("mail").doesNotContain("writer_id");
        assertThat(file("schema.json")).contains("\"mail\"").doesNotContain("writer");
        assertThat(amended.set().hasDraft()).isTrue();
        assertThat(amended.set().entries()).hasSize(3);

        Compiled next = project.compile();
        assertThat(next.noteTags()).containsExactly("TS-UNSAVED");
        assertThat(next.sources()).containsAllEntriesOf(migrationsOf(amended));
        assertUnchanged(project.compile("-Aturnstone.save"));
    }

    @Test
    void aRenamedFieldOfATableThatIsLeftOutIsStillUnderstood() {
        post("String title;");
        project.compile("-Aturnstone.save=add_post");
        author("String mail;");
        post("@Column(name = \"title\") String heading;");
        project.compile("-Aturnstone.amend=author");
        assertThat(file("schema.json")).contains("\"field\": \"title\"").contains("\"field\": \"mail\"");
    }

    @Test
    void whatNeedsTheOtherTablesChangeIsNotTakenAlone() {
        author("String mail;");
        project.source("com.acme.Author", AUTHOR);
        post("Author writer;");
        project.source("com.acme.Tag", "@Entity public class Tag { @Id(generated = true) long id; }");
        post("Tag tag;");
        Compiled compiled = project.compile("-Aturnstone.amend=post");
        assertThat(compiled.errorTags()).containsExactly("TS-HISTORY-COMMAND");
        assertThat(compiled.errors().get(0).text())
                .contains("The changes of post cannot be amended alone: 'create table post")
                .contains("needs 'create table tag");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "schema.json");
        assertThat(project.compile("-Aturnstone.amend=post,tag").errors()).isEmpty();
    }

    @Test
    void anUnknownTableIsAnErrorThatNamesTheNearest() {
        author("String mail;");
        Compiled compiled = project.compile("-Aturnstone.amend=auhtor");
        assertThat(compiled.errorTags()).containsExactly("TS-HISTORY-COMMAND");
        assertThat(compiled.errors().get(0).text())
                .contains("There is no table 'auhtor' to amend. Did you mean 'author'?")
                .contains("-Aturnstone.amend=author");
    }

    @Test
    void aTableWithoutAChangeIsNotAmended() {
        post("String title;");
        List<String> before = contents();
        refused("There is no unsaved change of author to amend with.", "-Aturnstone.amend=author");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anIndexForPeopleIsWrittenBesideTheSources() {
        assertThat(project.compile().sources().get("turnstone-history.md"))
                .contains("# Migrations of `com.acme`")
                .contains("- `0001_initial`: `create table author (2 columns)`");
        TestProject.deleteAll(project.committed());
        assertThat(project.compile().sources()).doesNotContainKey("turnstone-history.md");
    }

    @Test
    void allUnreleasedMigrationsBecomeOne() {
        project.compile("-Aturnstone.release=0001_initial");
        author("String mail;");
        project.compile("-Aturnstone.save=add_mail");
        author("@RenamedFrom(\"mail\") String email;");
        project.compile("-Aturnstone.save=rename_mail");
        author("String email; String phone;");
        Compiled rebuilt = project.compile("-Aturnstone.rebuild=contact");

        assertThat(rebuilt.errors()).isEmpty();
        assertThat(rebuilt.notes().get(0).text()).contains("Made 0002_contact of 0002_add_mail to 0003_rename_mail");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "0002_contact.json", "schema.json");
        assertThat(rebuilt.newest())
                .containsExactly("add column author.email varchar(255)", "add column author.phone varchar(255)");
        assertUnchanged(rebuilt);
    }

    @Test
    void aRebuildKeepsRenamesOfWhatIsReleased() {
        project.compile("-Aturnstone.release=0001_initial");
        project.source("com.acme.Author", AUTHOR.replace("String name;", "@RenamedFrom(\"name\") String fullName;"));
        project.compile("-Aturnstone.save=rename");
        project.source("com.acme.Author", AUTHOR.replace("String name;", "String fullName;"));
        Compiled rebuilt = project.compile("-Aturnstone.rebuild");
        assertThat(rebuilt.newest()).containsExactly("rename column author.name to full_name");
        assertThat(committedFiles())
                .containsExactly("0001_initial.json", "0002_rename_author_name_to_full_name.json", "schema.json");
        assertUnchanged(rebuilt);
    }

    @Test
    void aWholeHistoryCanBeRebuiltWhereNothingIsReleased() {
        author("String mail;");
        project.compile("-Aturnstone.save=add_mail");
        Compiled rebuilt = project.compile("-Aturnstone.rebuild");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "schema.json");
        assertThat(rebuilt.newest()).containsExactly("create table author (3 columns)");
        assertUnchanged(rebuilt);
    }

    @Test
    void anErrorWritesNothing() {
        author("String mail;");
        project.compile("-Aturnstone.save=add_mail", "-Aturnstone.release=0001_initial");
        project.source("com.acme.Author", AUTHOR.replace("String name;", ""));
        List<String> before = contents();
        for (String command : List.of("amend", "amend=author", "rebuild")) {
            assertThat(project.compile("-Aturnstone." + command).errorTags()).containsExactly("TS-DROP-COLUMN");
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aDatabaseWithTheOldFormSaysHowToGoBackAndForth() {
        author("String mail;");
        MigrationSet old = project.compile("-Aturnstone.save=add_mail").set();
        TestDatabase database = TestDatabase.inMemory();
        Migrator.builder(database).sets(old).build().apply();
        database.execute("INSERT INTO author (name, mail) VALUES ('Ada', 'a@b')");
        author("@Column(length = 300) @RenamedFrom(\"mail\") String email;");
        Migrator migrator = Migrator.builder(database)
                .sets(project.compile("-Aturnstone.amend").set())
                .build();

        assertThatThrownBy(migrator::apply)
                .isInstanceOf(MigrationChangedException.class)
                .hasMessageContaining("The migration 0002_add_mail of com.acme was changed after it had been applied")
                .hasMessageContaining("take the old form back with rollbackTo(\"0001_initial\")")
                .hasMessageContaining("then call apply()");
        migrator.rollbackTo("0001_initial");
        migrator.apply();

        assertThat(database.rows("SELECT name, email FROM author")).containsExactly("Ada|null");
        assertThat(migrator.plan().toString()).doesNotContain("ALTER");
    }

    private void refused(String text, String... options) {
        Compiled compiled = project.compile(options);
        assertThat(compiled.errorTags()).containsExactly("TS-HISTORY-COMMAND");
        assertThat(compiled.errors().get(0).text()).contains(text);
    }

    private void assertUnchanged(Compiled last) {
        Compiled again = project.compile("-Aturnstone.check");
        assertThat(again.errors()).isEmpty();
        assertThat(again.noteTags()).doesNotContain("TS-UNSAVED", "TS-SNAPSHOT");
        assertThat(again.set().entries()).isEqualTo(last.set().entries());
        assertThat(again.set().hasDraft()).isFalse();
        assertThat(migrationsOf(again)).isEqualTo(migrationsOf(last));
    }

    private static Map<String, String> migrationsOf(Compiled compiled) {
        Map<String, String> sources = new TreeMap<>(compiled.sources());
        sources.keySet().removeAll(List.of("com/acme/migrations/package-info.java", "turnstone-history.md"));
        return sources;
    }

    private List<String> committedFiles() {
        return Stream.of(project.committed().toFile().list()).sorted().toList();
    }

    private List<String> contents() {
        return committedFiles().stream().map(this::file).toList();
    }

    private String file(String name) {
        try {
            return Files.readString(project.committed().resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
