package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.migration.MigrationSet;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's way: compile, read, save, change, compile again. */
class CompileWayTest {

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
        project = new TestProject(folder).source("com.acme.Author", AUTHOR);
    }

    @Test
    void theFirstCompileMakesADraftAndWritesNothingToTheSourceTree() {
        Compiled compiled = project.compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.warnings()).isEmpty();
        assertThat(compiled.noteTags()).containsExactly("TS-UNSAVED");
        assertThat(compiled.notes().get(0).text())
                .contains("create table author")
                .contains("-Aturnstone.save=initial");
        assertThat(compiled.set().hasDraft()).isTrue();
        assertThat(compiled.set().entries()).extracting(MigrationSet.Entry::id).containsExactly("0001_initial");
        assertThat(compiled.set().name()).isEqualTo("com.acme");
        assertThat(compiled.newest()).containsExactly("create table author (2 columns)");
        assertThat(project.committed()).doesNotExist();
    }

    @Test
    void saveFreezesTheDraftUnderItsName() {
        Compiled compiled = project.compile("-Aturnstone.save=first_tables");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.noteTags()).containsExactly("TS-SAVED");
        assertThat(compiled.set().hasDraft()).isFalse();
        assertThat(committedFiles()).containsExactly("0001_first_tables.json", "schema.json");
        assertThat(compiled.sources()).containsKey("com/acme/migrations/M0001_FirstTables.java");

        Compiled again = project.compile();
        assertThat(again.diagnostics()).isEmpty();
        assertThat(again.sources()).isEqualTo(compiled.sources());
        assertThat(again.set().entries()).isEqualTo(compiled.set().entries());
    }

    @Test
    void saveWithoutANameTakesOneFromTheContent() {
        project.compile("-Aturnstone.save");
        project.source("com.acme.Author", AUTHOR.replace("String name;", "String name; String email;"));
        project.compile("-Aturnstone.save");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "0002_add_author_email.json", "schema.json");
    }

    @Test
    void saveWithoutAChangeSaysSoAndWritesNothing() {
        project.compile("-Aturnstone.save=initial");
        String before = snapshot();
        Compiled compiled = project.compile("-Aturnstone.save=nothing");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.noteTags()).containsExactly("TS-NOTHING-TO-SAVE");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "schema.json");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void saveUnderAnImpossibleNameIsAnErrorThatOffersAPossibleOne() {
        Compiled compiled = project.compile("-Aturnstone.save=../Add Author");
        assertThat(compiled.errorTags()).containsExactly("TS-OPTION");
        assertThat(compiled.errors().get(0).text()).contains("add_author");
        assertThat(project.committed()).doesNotExist();
    }

    @Test
    void checkMakesAnUnsavedChangeAnError() {
        Compiled unsaved = project.compile("-Aturnstone.check");
        assertThat(unsaved.errorTags()).containsExactly("TS-UNSAVED");
        assertThat(unsaved.errors().get(0).text()).contains("create table author");
        project.compile("-Aturnstone.save=initial");
        assertThat(project.compile("-Aturnstone.check").diagnostics()).isEmpty();
    }

    @Test
    void anErrorSavesNothing() {
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Author", AUTHOR.replace("String name;", ""));
        Compiled compiled = project.compile("-Aturnstone.save=lose_name");
        assertThat(compiled.errorTags()).containsExactly("TS-DROP-COLUMN");
        assertThat(compiled.errors().get(0).line()).isEqualTo("public class Author {");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "schema.json");
    }

    @Test
    void aNotNullColumnWithoutADefaultIsAnErrorAtTheField() {
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Author", AUTHOR.replace("String name;", "String name;\n    int age;"));
        Compiled compiled = project.compile();
        assertThat(compiled.errorTags()).containsExactly("TS-NOTNULL-ADD");
        assertThat(compiled.errors().get(0).line()).isEqualTo("int age;");
        assertThat(compiled.errors().get(0).text()).contains("@Default(");
    }

    @Test
    void aRenamedFieldWithAPinnedColumnIsNoMigration() {
        project.source("com.acme.Author", AUTHOR.replace("String name;", "@Column(name = \"name\") String name;"));
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Author", AUTHOR.replace("String name;", "@Column(name = \"name\") String fullName;"));
        Compiled compiled = project.compile("-Aturnstone.check");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.set().hasDraft()).isFalse();

        Compiled saved = project.compile("-Aturnstone.save=names");
        assertThat(saved.noteTags()).containsExactly("TS-SAVED");
        assertThat(committedFiles()).containsExactly("0001_initial.json", "schema.json");
        project.source("com.acme.Author", AUTHOR.replace("String name;", "@Column(name = \"full\") String fullName;"));
        assertThat(project.compile().newest()).containsExactly("rename column author.name to full");
    }

    @Test
    void optionsMoveTheFolderAndThePackage() {
        Compiled compiled = project.compile(
                "-Aturnstone.dir=db/changes", "-Aturnstone.package=org.other.db", "-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        assertThat(folder.resolve("db/changes/0001_initial.json")).exists();
        assertThat(compiled.sources()).containsKey("org/other/db/M0001_Initial.java");
        Compiled again = project.compile("-Aturnstone.dir=db/changes");
        assertThat(again.sources()).containsKey("org/other/db/M0001_Initial.java");
    }

    @Test
    void aClassOfTheUserWithTheNameOfAGeneratedOneIsAnErrorWithAWayOut() {
        project.source("com.acme.migrations.TurnstoneMigrations", "class TurnstoneMigrations {}");
        Compiled compiled = project.compile();
        assertThat(compiled.errorTags()).containsExactly("TS-GENERATED-SOURCE");
        assertThat(compiled.errors().get(0).text())
                .contains("com.acme.migrations.TurnstoneMigrations")
                .contains("-Aturnstone.package=");
        assertThat(project.compile("-Aturnstone.package=com.acme.db").errors()).isEmpty();
    }

    @Test
    void namingJpaTakesTheNamesOfJava() {
        project.source("com.acme.BlogPost", "@Entity class BlogPost { @Id int id; String someText; }");
        project.compile("-Aturnstone.naming=jpa", "-Aturnstone.save=initial");
        assertThat(snapshot()).contains("\"BlogPost\"").contains("\"someText\"");
    }

    @Test
    void wrongOptionsAreAllReportedAtOnce() {
        Compiled compiled = project.compile("-Aturnstone.sav=x", "-Aturnstone.targets=h3", "-Aturnstone.check=maybe");
        assertThat(compiled.errorTags()).containsExactly("TS-OPTION", "TS-OPTION", "TS-OPTION");
    }

    @Test
    void everyLintOfJavacIsHappyWithWhatIsGenerated() {
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Author", AUTHOR.replace("String name;", "String name; String email;"));
        Compiled compiled = project.compile("-Xlint:all,-processing,-path", "-Xdoclint:all", "-Werror");
        assertThat(compiled.errors().stream().filter(error -> !error.line().contains("Author")))
                .filteredOn(error -> error.text().contains("migrations"))
                .isEmpty();
        Compiled strict = project.compile("-Xlint:all,-processing,-path", "-Werror");
        assertThat(strict.errors()).isEmpty();
        assertThat(strict.warnings()).isEmpty();
    }

    private java.util.List<String> committedFiles() {
        try (Stream<Path> files = Files.list(project.committed())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String snapshot() {
        try {
            return Files.readString(project.committed().resolve("schema.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
