package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Living with javac's rounds and with other processors. */
class RoundsTest {

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = new TestProject(folder);
    }

    @Test
    void aTypeThatAnotherProcessorGeneratesIsWaitedFor() {
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; Author author; }");
        Compiled compiled = project.compileWith(
                new Generating(Map.of(
                        "com.acme.Author",
                        "package com.acme; @dev.turnstone.annotations.Entity public class Author {"
                                + " @dev.turnstone.annotations.Id long id; }")),
                "-Werror",
                "-Xlint:all,-processing,-path");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest())
                .containsExactly("create table author (1 columns)", "create table post (2 columns)");
    }

    @Test
    void aGeneratedEntityThatNothingMentionsIsSeen() {
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; }");
        Generating generating = new Generating(Map.of(
                "com.acme.Author",
                "package com.acme; @dev.turnstone.annotations.Entity public class Author {"
                        + " @dev.turnstone.annotations.Id long id; }"));
        assertThat(project.compileWith(generating).newest()).hasSize(2);
    }

    @Test
    void aGeneratedEntityOfTheSnapshotIsNotTakenForDropped() {
        Map<String, String> author = Map.of(
                "com.acme.Author",
                "package com.acme; @dev.turnstone.annotations.Entity public class Author {"
                        + " @dev.turnstone.annotations.Id long id; }");
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; }");
        project.compileWith(new Generating(author), "-Aturnstone.save=initial");
        Compiled again = project.compileWith(new Generating(author), "-Aturnstone.check");
        assertThat(again.diagnostics()).isEmpty();
    }

    @Test
    void aSuperclassThatAnotherProcessorGeneratesIsWaitedFor() {
        project.source("com.acme.Post", "@Entity public class Post extends Base { String title; }");
        Compiled compiled = project.compileWith(new Generating(Map.of(
                "com.acme.Base",
                "package com.acme; @dev.turnstone.annotations.MappedSuperclass public class Base {"
                        + " @dev.turnstone.annotations.Id long id; }")));
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).containsExactly("create table post (2 columns)");
    }

    @Test
    void aDataMigrationThatNeedsWhatAnotherProcessorGeneratesIsWaitedForAndStaysInItsMigration() {
        Map<String, String> base = Map.of(
                "com.acme.Base",
                "package com.acme; public abstract class Base implements dev.turnstone.data.DataStep {"
                        + " @Override public void down(dev.turnstone.data.DataContext context) {} }");
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; }")
                .source("com.acme.Seed", """
                        import com.acme.SeedTables.POST;
                        @DataMigration public class Seed extends Base {
                            @Override public void up(dev.turnstone.data.DataContext context) { context.name(POST.ID); }
                        }
                        """);
        Compiled saved = project.compileWith(new Generating(base), "-Aturnstone.save=initial");
        assertThat(saved.errors()).isEmpty();
        Compiled again = project.compileWith(new Generating(base), "-Aturnstone.check");
        assertThat(again.diagnostics()).isEmpty();
        assertThat(again.sources()).isEqualTo(saved.sources());
        assertThat(again.sources().get("com/acme/migrations/M0001_Initial.java"))
                .contains("changes.data(\"com.acme.Seed\", true);")
                .contains("return new com.acme.Seed();");
    }

    @Test
    void aTypeThatNobodyGeneratesIsTheCompilersErrorAndNoSchemaChange() {
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; String title; }");
        project.compile("-Aturnstone.save=initial");
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; Missing title; }");
        Compiled compiled = project.compile("-Aturnstone.save=oops");
        assertThat(compiled.success()).isFalse();
        assertThat(compiled.errorTags())
                .singleElement()
                .asString()
                .startsWith("javac: ")
                .contains("Missing");
        assertThat(project.committed().resolve("0002_oops.json")).doesNotExist();
    }

    @Test
    void otherProcessorsSeeTheEntitiesToo() {
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; }");
        Seeing seeing = new Seeing();
        project.compileWith(seeing);
        assertThat(seeing.seen).containsExactly("com.acme.Post");
    }

    @Test
    void theOrderOfFilesAndFieldsCarriesNoMeaning() {
        List<String> fields =
                new ArrayList<>(List.of("String a;", "int b;", "Other other;", "@Id long id;", "long z;"));
        project.source("com.acme.Other", "@Entity public class Other { @Id long id; }");
        project.source("com.acme.Post", "@Entity public class Post {\n" + String.join("\n", fields) + "\n}");
        Map<String, String> expected = project.compile().sources();
        assertThat(expected).isNotEmpty();
        Random random = new Random(7);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(fields, random);
            project.source("com.acme.Post", "@Entity public class Post {\n" + String.join("\n", fields) + "\n}");
            List<Path> sources = new ArrayList<>(project.allSources());
            Collections.shuffle(sources, random);
            Compiled compiled =
                    project.compile(sources, List.of(new MigrationProcessor()), folder.resolve("target/generated"));
            assertThat(compiled.sources()).isEqualTo(expected);
        }
    }

    @Test
    void twoCompilationsInOneClassLoaderDoNotKnowEachOther(@TempDir Path other) {
        project.source("com.acme.Post", "@Entity public class Post { @Id long id; }");
        TestProject second = new TestProject(other).source("org.other.Thing", "@Entity class Thing { @Id long id; }");
        project.compile();
        assertThat(second.compile().newest()).containsExactly("create table thing (1 columns)");
    }

    @Test
    void noClassOfTheProcessorKeepsState() throws IOException {
        List<String> fields = new ArrayList<>();
        Path classes = Path.of(MigrationProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (name.equals("module-info")) {
                    continue;
                }
                for (Field field : load(name).getDeclaredFields()) {
                    int modifiers = field.getModifiers();
                    if (Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers) && !field.isSynthetic()) {
                        fields.add(field.toString());
                    }
                }
            }
        }
        assertThat(fields).isEmpty();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RoundsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Generates some classes in the first round. */
    private static final class Generating extends AbstractProcessor {
        private final Map<String, String> sources;
        private boolean done;

        Generating(Map<String, String> sources) {
            this.sources = sources;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                sources.forEach(this::generate);
            }
            return false;
        }

        private void generate(String name, String source) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Remembers which entities it was shown. */
    private static final class Seeing extends AbstractProcessor {
        private final Set<String> seen = new TreeSet<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.turnstone.annotations.Entity");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (TypeElement annotation : annotations) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    seen.add(element.toString());
                }
            }
            return false;
        }
    }
}
