package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an amend or a rebuild may lose without a word, and what becomes of the words that were not needed. */
class AmendConsentTest {

    private static final String AUTHOR = """
            @Entity
            public class Author {
                @Id(generated = true) long id;
                String name;
            }
            """;

    @TempDir
    private Path folder;

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

    @Test
    void whatOnlyTheAmendedMigrationMadeGoesWithoutConsent() {
        author("String mail; String phone;");
        project.compile("-Aturnstone.save=add_contacts");
        author("String phone; String pager;");
        assertThat(project.compile().errorTags()).containsExactly("TS-RENAME-AMBIGUOUS");
        Compiled amended = project.compile("-Aturnstone.amend");
        assertThat(amended.errors()).isEmpty();
        assertThat(amended.newest())
                .containsExactly("add column author.phone varchar(255)", "add column author.pager varchar(255)");
        author("String phone;");
        Compiled rebuilt = project.compile("-Aturnstone.rebuild");
        assertThat(rebuilt.errors()).isEmpty();
        assertThat(rebuilt.newest()).containsExactly("create table author (3 columns)");
    }

    @Test
    void whatAnEarlierMigrationMadeNeedsConsentAlsoInAnAmend() {
        author("String mail;");
        project.compile("-Aturnstone.save=add_mail");
        author("String mail; String phone;");
        project.compile("-Aturnstone.save=add_phone");
        author("String phone;");
        assertThat(project.compile("-Aturnstone.amend").errorTags()).containsExactly("TS-DROP-COLUMN");
    }

    @Test
    void aConsentForWhatWasFoldedAwayIsDone() {
        author("String mail; String phone;");
        project.compile("-Aturnstone.save=add_contacts");
        String hinted = AUTHOR.replace("String name;", "String name; String phone;")
                .replace("@Entity", "@Entity @Dropped(value = \"mail\", reason = \"never released\")");
        project.source("com.acme.Author", hinted);
        assertThat(project.compile("-Aturnstone.amend").errors()).isEmpty();
        Compiled again = project.compile("-Aturnstone.check");
        assertThat(again.errors()).isEmpty();
        assertThat(again.noteTags()).containsExactly("TS-HINT-DONE");
        project.source("com.acme.Author", hinted.replace("\"mail\"", "\"mial\""));
        assertThat(project.compile("-Aturnstone.check").noteTags()).containsExactly("TS-HINT-UNMATCHED");
    }

    @Test
    void aTableThatTheAmendedMigrationMakesHasNoRows() {
        post("String title;");
        project.compile("-Aturnstone.save=add_post");
        post("String title; @Column(nullable = false) String slug;");
        assertThat(project.compile().errorTags()).containsExactly("TS-NOTNULL-ADD");
        Compiled amended = project.compile("-Aturnstone.amend");
        assertThat(amended.errors()).isEmpty();
        assertThat(amended.newest()).containsExactly("create table post (3 columns)");
        author("@Column(nullable = false) String mail;");
        assertThat(project.compile("-Aturnstone.amend=author").errorTags()).containsExactly("TS-NOTNULL-ADD");
    }

    @Test
    void whatWasAgreedToIsNotAskedAgain() {
        String narrow = "@Column(length = 40) @Accept(value = \"TS-TYPE-NARROW\", reason = \"short\") String name;";
        project.source("com.acme.Author", AUTHOR.replace("String name;", narrow));
        assertThat(project.compile("-Aturnstone.save=narrow").errors()).isEmpty();
        project.source(
                "com.acme.Author", AUTHOR.replace("String name;", "String mail; @Column(length = 40) String name;"));
        Compiled amended = project.compile("-Aturnstone.amend");
        assertThat(amended.errors()).isEmpty();
        project.source(
                "com.acme.Author", AUTHOR.replace("String name;", "String mail; @Column(length = 30) String name;"));
        assertThat(project.compile().errorTags()).containsExactly("TS-TYPE-NARROW");
    }

    @Test
    void aReasonIsOnlyForTheLossThatItWasGivenFor() {
        String unused = "@Accept(value = \"TS-ENUM-REMOVE\", reason = \"unused\") ";
        String fewer = "@Accept(value = \"TS-TYPE-NARROW\", reason = \"short\") ";
        kind("", "A, B, C");
        author("Kind kind;");
        project.compile("-Aturnstone.save=add_kind");
        kind(unused, "A, B");
        named(fewer, 40);
        assertThat(project.compile("-Aturnstone.save=narrow").errors()).isEmpty();
        kind("", "A");
        named("", 10);
        assertThat(project.compile("-Aturnstone.amend").errorTags())
                .containsExactlyInAnyOrder("TS-TYPE-NARROW", "TS-ENUM-REMOVE");
        kind(unused, "A");
        named(fewer, 10);
        assertThat(project.compile("-Aturnstone.amend").errors()).isEmpty();
    }

    private void named(String accept, int length) {
        project.source(
                "com.acme.Author",
                AUTHOR.replace("String name;", accept + "@Column(length = " + length + ") String name; Kind kind;"));
    }

    private void kind(String accept, String values) {
        project.source("com.acme.Kind", accept + "public enum Kind { " + values + " }");
    }

    @Test
    void whatStaysInTheDraftIsLookedAtAsADraft() {
        post("String title;");
        project.compile("-Aturnstone.save=add_post");
        post("String title; @Column(nullable = false) String slug;");
        author("String mail;");
        assertThat(project.compile("-Aturnstone.amend=author").errorTags()).containsExactly("TS-NOTNULL-ADD");
        assertThat(project.compile("-Aturnstone.amend=author,post").errors()).isEmpty();
    }

    private void post(String fields) {
        project.source("com.acme.Post", "@Entity public class Post { @Id(generated = true) long id; " + fields + " }");
    }
}
