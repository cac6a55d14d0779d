package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.palantir.javapoet.JavaFile;
import dev.turnstone.annotations.Entity;
import dev.turnstone.migration.Migration;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With no other processor on the path, everything is written in the first round, which spares the compiler one. */
class ProcessorPathTest {

    private static final String OWN = MigrationProcessor.class.getName();

    @TempDir
    Path folder;

    @Test
    void onlyThisProcessorIsAlone() throws IOException {
        assertThat(isAlone("")).isFalse();
        assertThat(isAlone(OWN + " # a word\n\n# com.acme.Other\n")).isTrue();
        assertThat(isAlone(OWN + "\ncom.acme.Other\n")).isFalse();
    }

    @Test
    void aloneItWritesEverythingInTheFirstRound() throws Exception {
        Result alone = compile(processorPath());
        assertThat(alone.success()).isTrue();
        assertThat(alone.out()).contains("Round 3:").doesNotContain("Round 4:");
        assertThat(folder.resolve("out/com/acme/migrations/TurnstoneMigrations.class"))
                .exists();
        Path services = Files.createDirectories(folder.resolve("other/META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), LateEntity.class.getName() + "\n");
        Files.delete(folder.resolve("out/com/acme/migrations/TurnstoneMigrations.class"));
        Result both = compile(processorPath()
                + File.pathSeparator
                + folder.resolve("other")
                + File.pathSeparator
                + of(LateEntity.class));
        assertThat(both.success()).isTrue();
        assertThat(both.out()).contains("Round 4:");
        assertThat(sources()).contains("\"author\"");
    }

    @Test
    void anEntityOfAProcessorThatWasNotSeenIsAnErrorThatSaysHowToWaitForIt() throws Exception {
        String path = processorPath() + File.pathSeparator + of(LateEntity.class);
        String names = OWN + "," + LateEntity.class.getName();
        Result late = compile(path, "-processor", names);
        assertThat(late.success()).isFalse();
        assertThat(late.out()).contains("-Aturnstone.entities=com.acme.Author");

        Result waiting = compile(path, "-processor", names, "-Aturnstone.entities=com.acme.Author");
        assertThat(waiting.out()).doesNotContain("error:");
        assertThat(waiting.success()).isTrue();
        assertThat(sources()).contains("\"author\"");
    }

    private boolean isAlone(String services) throws IOException {
        Path file = folder.resolve("META-INF/services/javax.annotation.processing.Processor");
        Files.createDirectories(file.getParent());
        Files.writeString(file, services);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return ProcessorPath.isAlone(loader);
        }
    }

    private Result compile(String processorPath, String... options) throws IOException, InterruptedException {
        Path source = folder.resolve("src/com/acme/Post.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(
                source,
                "package com.acme; import dev.turnstone.annotations.*; @Entity public class Post { @Id long id; }");
        Path output = folder.resolve("javac.out");
        List<String> arguments = new ArrayList<>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-XprintRounds", "-Aturnstone.dir=" + folder.resolve("none")));
        arguments.addAll(List.of(
                "-d",
                folder.resolve("out").toString(),
                "-s",
                folder.resolve("out").toString()));
        arguments.addAll(List.of("-processorpath", processorPath));
        arguments.addAll(List.of("-cp", of(Entity.class) + File.pathSeparator + of(Migration.class)));
        arguments.add(source.toString());
        // A process of its own: in this one the compiler would see the class path of the tests above the processor
        // path.
        Process javac = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Result(javac.waitFor() == 0, Files.readString(output));
    }

    private record Result(boolean success, String out) {}

    private String sources() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .map(ProcessorPathTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String processorPath() {
        return Stream.of(MigrationProcessor.class, Migration.class, JavaFile.class, Gson.class)
                .map(ProcessorPathTest::of)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String of(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Generates an entity in the first round. */
    @SupportedAnnotationTypes("*")
    public static final class LateEntity extends AbstractProcessor {

        private boolean done;

        /** For the compiler. */
        public LateEntity() {}

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer = processingEnv
                        .getFiler()
                        .createSourceFile("com.acme.Author")
                        .openWriter()) {
                    writer.write("package com.acme; import dev.turnstone.annotations.*;"
                            + " @Entity public class Author { @Id long id; }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
