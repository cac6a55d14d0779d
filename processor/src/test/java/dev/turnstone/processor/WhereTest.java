package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed folder is found without any option, wherever a build tool puts things. */
class WhereTest {

    private static final String POST = "import dev.turnstone.annotations.*; @Entity class Post { @Id long id; }";

    @TempDir
    Path folder;

    @Test
    void mavensFolders() {
        new TestProject(folder).source("com.acme.Post", POST).compile("-Aturnstone.save=initial");
        assertThat(folder.resolve("src/main/turnstone/0001_initial.json")).exists();
    }

    @Test
    void anIdesOutputFolder() {
        new TestProject(folder)
                .withOutput(folder.resolve("bin/main"))
                .source("com.acme.Post", POST)
                .compile("-Aturnstone.save=initial");
        assertThat(folder.resolve("src/main/turnstone/0001_initial.json")).exists();
    }

    @Test
    void plainJavacIntoAFolderElsewhere(@TempDir Path elsewhere) throws IOException {
        Path source = folder.resolve("src/com/acme/Post.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package com.acme; " + POST);
        Compiled compiled = new TestProject(folder.resolve("unused"))
                .withOutput(elsewhere.resolve("out"))
                .compile(
                        List.of(source),
                        List.of(new MigrationProcessor()),
                        elsewhere.resolve("generated"),
                        "-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        assertThat(folder.resolve("src/main/turnstone/0001_initial.json")).exists();
    }

    @Test
    void theDefaultPackage() throws IOException {
        new TestProject(folder).source("Post", POST).compile("-Aturnstone.save=initial");
        assertThat(folder.resolve("src/main/turnstone/0001_initial.json")).exists();
    }

    @Test
    void aFolderThatIsAFileIsAnErrorThatNamesIt() throws IOException {
        TestProject project = new TestProject(folder).source("com.acme.Post", POST);
        Files.writeString(folder.resolve("src/main/turnstone"), "not a folder");
        for (String option : List.of("-Aturnstone.check=false", "-Aturnstone.save=initial")) {
            Compiled compiled = project.compile(option);
            assertThat(compiled.errorTags()).containsExactly("TS-DIRECTORY");
            assertThat(compiled.errors().get(0).text()).contains("turnstone");
        }
    }

    @Test
    void aFolderOutsideTheProjectsRootIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("src/main/turnstone"));
        Files.writeString(folder.resolve("src/main/turnstone/0001_other.json"), "{ broken");
        TestProject inner = new TestProject(folder.resolve("inner")).source("com.acme.Post", POST);
        assertThat(inner.compile().errors()).isEmpty();
    }
}
