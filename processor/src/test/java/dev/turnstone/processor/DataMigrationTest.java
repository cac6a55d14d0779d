package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class that changes rows, from the draft into the history and for ever after. */
class DataMigrationTest {

    private static final String BEFORE = """
            @Entity public class Author {
                @Id(generated = true) long id;
                @Column(nullable = false) String fullName;
            }
            """;

    private static final String AFTER = """
            @Entity @Dropped(value = "full_name", reason = "split into two") public class Author {
                @Id(generated = true) long id;
                @Column(nullable = false) String firstName;
                @Column(nullable = false) String lastName;
            }
            """;

    private static final String SPLIT = """
            import com.acme.SplitNamesTables.AUTHOR;
            import dev.turnstone.data.*;
            @DataMigration(fills = {"author.first_name", "author.last_name"})
            public class SplitNames implements DataStep {
                ColumnRef<String> first = AUTHOR.FIRST_NAME;
                @Override public void up(DataContext context) throws java.sql.SQLException {
                    context.update("UPDATE " + context.name(AUTHOR.TABLE) + " SET " + context.name(first) + " = "
                            + context.name(AUTHOR.FULL_NAME) + ", " + context.name(AUTHOR.LAST_NAME) + " = ''");
                }
            }
            """;

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = new TestProject(folder).source("com.acme.Author", BEFORE);
        assertThat(project.compile("-Aturnstone.save=initial").errors()).isEmpty();
    }

    private void split() {
        project.source("com.acme.Author", AFTER).source("com.acme.SplitNames", SPLIT);
    }

    @Test
    void runsBetweenWhatIsAddedAndWhatGoes() {
        split();
        Compiled compiled = project.compile("-Xlint:all,-processing,-path", "-Werror");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest())
                .containsExactly(
                        "add column author.first_name varchar(255)",
                        "add column author.last_name varchar(255)",
                        "run the data migration com.acme.SplitNames",
                        "change column author.first_name: not null",
                        "change column author.last_name: not null",
                        "drop column author.full_name, with its values");
        assertThat(compiled.noteTags()).containsExactly("TS-UNSAVED");
    }

    @Test
    void isFrozenByNameAndIsNoDraftAgain() {
        split();
        Compiled saved = project.compile("-Aturnstone.save=split_names");
        assertThat(saved.errors()).isEmpty();
        Compiled again = project.compile("-Aturnstone.check");
        assertThat(again.errors()).isEmpty();
        assertThat(again.sources()).isEqualTo(saved.sources());
        assertThat(again.sources().get("com/acme/migrations/M0002_SplitNames.java"))
                .contains("changes.data(\"com.acme.SplitNames\", false);")
                .contains("case \"com.acme.SplitNames\": return new com.acme.SplitNames();");
        assertThat(again.sources()).containsKey("com/acme/SplitNamesTables.java");
    }

    @Test
    void theEntityOfTodayIsNotNeeded() {
        split();
        project.compile("-Aturnstone.save=split_names");
        project.delete("com.acme.Author")
                .source(
                        "com.acme.Post",
                        "@Entity @Dropped(tables = \"author\", reason = \"r\") class Post { @Id int id; }");
        Compiled compiled = project.compile("-Aturnstone.save=no_authors");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.sources().get("com/acme/SplitNamesTables.java")).contains("FULL_NAME", "FIRST_NAME");
    }

    @Test
    void aDraftMayConsistOfADataMigrationAlone() {
        project.source("com.acme.SplitNames", """
                import dev.turnstone.data.*;
                @DataMigration public record SplitNames() implements DataStep {
                    public void up(DataContext context) {}
                    public void down(DataContext context) {}
                }
                """);
        Compiled compiled = project.compile("-Aturnstone.save");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.sources().get("com/acme/migrations/M0002_SplitNames.java"))
                .contains("changes.data(\"com.acme.SplitNames\", true);")
                .contains("changes.undoData(\"com.acme.SplitNames\", true);");
    }

    @Test
    void aMissingClassIsAnErrorThatNamesTheMigrationAndItsNewName() {
        split();
        project.compile("-Aturnstone.save=split_names");
        project.delete("com.acme.SplitNames");
        Compiled missing = project.compile();
        assertThat(missing.errorTags()).containsExactly("TS-DATA-MISSING");
        assertThat(missing.errors().get(0).text()).contains("0002_split_names", "com.acme.SplitNames");

        project.source(
                "com.acme.SplitNames2",
                SPLIT.replace("SplitNames", "SplitNames2").replaceAll("\\(fills.*\\)", ""));
        Compiled renamed = project.compile();
        assertThat(renamed.errorTags()).containsExactly("TS-DATA-MISSING");
        assertThat(renamed.errors().get(0).text()).contains("If com.acme.SplitNames2 is that class");
    }

    @Test
    void aDownThatIsLostIsAnErrorAndOneThatCameLateANote() {
        String down = SPLIT.substring(0, SPLIT.lastIndexOf('}')) + " public void down(DataContext context) {} }";
        split();
        project.source("com.acme.SplitNames", down);
        project.compile("-Aturnstone.save=split_names");
        project.source("com.acme.SplitNames", SPLIT);
        Compiled lost = project.compile();
        assertThat(lost.errorTags()).containsExactly("TS-DATA-CHANGED");
        assertThat(lost.errors().get(0).line()).startsWith("public class SplitNames");
    }

    @Test
    void aDownThatCameLateNeverRuns() {
        split();
        project.compile("-Aturnstone.save=split_names");
        String down = SPLIT.substring(0, SPLIT.lastIndexOf('}')) + " public void down(DataContext context) {} }";
        project.source("com.acme.SplitNames", down);
        Compiled late = project.compile();
        assertThat(late.errors()).isEmpty();
        assertThat(late.noteTags()).containsExactly("TS-HINT-DONE", "TS-DATA-CHANGED");
    }

    @Test
    void anErrorElsewhereHidesNothingBehindMissingConstants() {
        split();
        project.source("com.acme.Author", AFTER.replaceFirst("@Dropped\\(.*?\\)", ""));
        assertThat(project.compile().errorTags()).containsExactly("TS-RENAME-AMBIGUOUS");
        project.source("com.acme.Author", AFTER).source("com.acme.Post", "@Entity class Post { String noId; }");
        assertThat(project.compile().errorTags()).containsExactly("TS-NO-ID");
        assertThat(project.compile("-Aturnstone.sav=x").errorTags()).contains("TS-OPTION");
    }

    @Test
    void aMistakeInTheClassItselfIsReportedByJavacAlone() {
        split();
        project.source("com.acme.SplitNames", SPLIT.replace("AUTHOR.LAST_NAME", "AUTHOR.LAST"));
        Compiled compiled = project.compile();
        assertThat(compiled.errors()).hasSize(1);
        assertThat(compiled.errors().get(0).text())
                .contains("cannot find symbol")
                .contains("LAST");
    }

    @Test
    void ofAPartOfTheSourcesTheRestIsRemembered() {
        split();
        Compiled whole = project.compile();
        Compiled partly = project.compileOnly(List.of("com.acme.Author"));
        assertThat(partly.errors()).isEmpty();
        assertThat(partly.newest()).isEqualTo(whole.newest());
        project.compile("-Aturnstone.save=split_names");
        project.source("com.acme.Author", AFTER.replaceFirst("@Dropped\\(.*?\\)", ""));
        assertThat(project.compileOnly(List.of("com.acme.Author")).diagnostics())
                .isEmpty();
        assertThat(project.compileOnly(List.of("com.acme.SplitNames")).diagnostics())
                .isEmpty();
    }

    @Test
    void testsNeitherSaveNorNeedTheDataMigrationsOfTheApplication() {
        split();
        project.compile("-Aturnstone.save=split_names");
        TestProject tests = project.tests().source("com.acme.Probe", "@Entity class Probe { @Id int id; }");
        Compiled compiled = tests.compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).containsExactly("create table probe (1 columns)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "public class Step {}|does not implement",
                "public abstract class Step implements DataStep {}|is abstract",
                "class Step implements DataStep { BODY }|is not public",
                "public class Step implements DataStep { Step() {} BODY }|constructor",
                "public class Step implements DataStep { public Step(int x) {} BODY }|constructor",
                "public class Step implements DataStep { public Step() throws Exception {} BODY }|constructor",
                "public enum Step implements DataStep { A; BODY }|does not implement",
                "public interface Step extends DataStep {}|does not implement",
            })
    void aClassThatCannotRunIsAnErrorAtTheClass(String type, String problem) {
        project.source(
                "com.acme.Step",
                "import dev.turnstone.data.*;\n@DataMigration\n"
                        + type.replace("BODY", "public void up(DataContext context) {}"));
        Compiled compiled = project.compile();
        assertThat(compiled.errorTags()).containsExactly("TS-DATA-CLASS");
        assertThat(compiled.errors().get(0).text()).contains(problem);
        assertThat(compiled.errors().get(0).line()).startsWith(type.substring(0, type.indexOf("Step")));
    }

    @Test
    void aNestedClassMustBeStaticAndMayBeUsed() {
        String nested = """
                import dev.turnstone.data.*;
                public class Blog {
                    @DataMigration public %s class Seed implements DataStep {
                        public void up(DataContext context) { context.name(Blog_SeedTables.AUTHOR.ID); }
                    }
                }
                """;
        project.source("com.acme.Blog", nested.formatted(""));
        assertThat(project.compile().errorTags()).containsExactly("TS-DATA-CLASS");
        project.source("com.acme.Blog", nested.formatted("static"));
        Compiled compiled = project.compile("-Aturnstone.save=seed");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.sources().get("com/acme/migrations/M0002_Seed.java"))
                .contains("case \"com.acme.Blog$Seed\": return new com.acme.Blog.Seed();");
        assertThat(project.compile("-Aturnstone.check").errors()).isEmpty();
    }

    @Test
    void namesThatMatchNothingAreErrorsAtTheName() {
        project.source(
                "com.acme.SplitNames",
                SPLIT.replaceAll("\\(fills.*\\)", "(\ntables = \"autor\",\nfills = \"author.full_name\")"));
        Compiled compiled = project.compile();
        assertThat(compiled.errorTags()).containsExactly("TS-HINT-UNMATCHED", "TS-HINT-UNMATCHED");
        assertThat(compiled.errors())
                .extracting(Compiled.Message::line)
                .containsExactlyInAnyOrder("tables = \"autor\",", "fills = \"author.full_name\")");
    }
}
