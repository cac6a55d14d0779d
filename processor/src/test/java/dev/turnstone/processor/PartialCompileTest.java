package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What IDEs and test compilations do: not every entity is a source of this compilation. */
class PartialCompileTest {

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = new TestProject(folder)
                .source("com.acme.Author", "@Entity public class Author { @Id long id; String name; }")
                .source("com.acme.Post", "@Entity public class Post { @Id long id; Author author; }");
    }

    @Test
    void anEntityOfTheSnapshotIsReadFromItsClassFile() {
        project.compile("-Aturnstone.save=initial");
        Compiled partly = project.compileOnly(List.of("com.acme.Author"));
        assertThat(partly.diagnostics()).isEmpty();
        assertThat(partly.set().hasDraft()).isFalse();
    }

    @Test
    void anEntityOfTheLastCompileIsReadFromItsClassFile() {
        Compiled whole = project.compile();
        Compiled partly = project.compileOnly(List.of("com.acme.Author"));
        assertThat(partly.errors()).isEmpty();
        assertThat(partly.newest()).isEqualTo(whole.newest()).hasSize(2);
        assertThat(partly.sources()).isEqualTo(whole.sources());
    }

    @Test
    void aClassFileThatIsNoEntityAnyMoreHasLeftTheSchema() throws IOException {
        project.compile("-Aturnstone.save=initial");
        Files.delete(project.output().resolve("com/acme/Post.class"));
        Compiled partly = project.compileOnly(List.of("com.acme.Author"));
        assertThat(partly.errorTags()).containsExactly("TS-DROP-TABLE");
        assertThat(partly.errors().get(0).text()).contains("com.acme.Post").contains("@Dropped(");
    }

    @Test
    void theFixInTheMessageDropsTheTable() throws IOException {
        project.compile("-Aturnstone.save=initial");
        project.delete("com.acme.Post");
        project.source(
                "com.acme.Author",
                "@Entity @Dropped(tables = \"post\", reason = \"no posts\") public class Author { @Id long id; String name; }");
        Compiled compiled = project.compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).containsExactly("drop table post, with its rows");
    }

    @Test
    void aTableCanBeDroppedOnThePackage() {
        project.compile("-Aturnstone.save=initial");
        project.delete("com.acme.Post");
        project.write(
                "src/main/java/com/acme/package-info.java",
                "@dev.turnstone.annotations.Dropped(value = \"post\", reason = \"no posts\")\npackage com.acme;\n");
        assertThat(project.compile().newest()).containsExactly("drop table post, with its rows");
        Compiled partly = project.compileOnly(List.of("com.acme.Author"));
        assertThat(partly.errors()).isEmpty();
        assertThat(partly.newest()).containsExactly("drop table post, with its rows");
    }

    @Test
    void jSpecifyDecidesTheSameFromAClassFileAsFromTheSource() {
        project.source("com.acme.Author", """
                import org.jspecify.annotations.*;
                @Entity @NullMarked public class Author { @Id long id; String name; @Nullable String email; }
                """);
        Compiled whole = project.compile();
        Compiled partly = project.compileOnly(List.of("com.acme.Post"));
        assertThat(partly.errors()).isEmpty();
        assertThat(partly.sources()).isEqualTo(whole.sources());
        String source = whole.sources().get("com/acme/migrations/M0001_Initial.java");
        assertThat(source).contains(".varchar(\"name\", 255).notNull()").contains(".varchar(\"email\", 255)");
        assertThat(source).doesNotContain(".varchar(\"email\", 255).notNull()");
    }

    @Test
    void aChangedEmbeddableIsSeenThroughTheEntitiesThatEmbedIt() {
        project.source("com.acme.Address", "@Embeddable public class Address { String street; }");
        project.source("com.acme.Author", "@Entity public class Author { @Id long id; @Embedded Address home; }");
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Address", "@Embeddable public class Address { String street; String city; }");
        Compiled partly = project.compileOnly(List.of("com.acme.Address"));
        assertThat(partly.newest()).containsExactly("add column author.home_city varchar(255)");
    }

    @Test
    void theTestsOfAProjectLeaveItsOwnSetAlone() {
        project.compile("-Aturnstone.save=initial");
        TestProject tests = project.tests();
        tests.write("src/test/java/com/acme/PlainTest.java", "package com.acme; class PlainTest { Author author; }");
        Compiled plain = tests.compile();
        assertThat(plain.diagnostics()).isEmpty();
        assertThat(plain.sources()).isEmpty();
    }

    @Test
    void testEntitiesAreASetOfTheirOwn() {
        Compiled main = project.compile("-Aturnstone.save=initial");
        TestProject tests = project.tests()
                .source("com.acme.Fixture", "@Entity public class Fixture { @Id long id; Author author; }");
        Compiled compiled = tests.compile("-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.set().name()).isEqualTo("com.acme.test");
        assertThat(compiled.newest()).containsExactly("create table fixture (2 columns)");
        assertThat(compiled.sources()).containsKey("com/acme/migrations/test/M0001_Initial.java");
        assertThat(folder.resolve("src/test/turnstone/0001_initial.json")).exists();
        assertThat(folder.resolve("src/main/turnstone/0002_initial.json")).doesNotExist();
        assertThat(main.set().entries()).hasSize(1);
    }

    @Test
    void aDirOptionMeansAnotherFolderForTheTests() {
        project.compile("-Aturnstone.dir=db", "-Aturnstone.save=initial");
        TestProject tests = project.tests().source("com.acme.Fixture", "@Entity public class Fixture { @Id long id; }");
        Compiled compiled = tests.compile("-Aturnstone.dir=db", "-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        assertThat(folder.resolve("db-test/0001_initial.json")).exists();
        assertThat(folder.resolve("db/0002_initial.json")).doesNotExist();
    }
}
