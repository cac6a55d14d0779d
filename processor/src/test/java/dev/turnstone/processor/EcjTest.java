package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other compiler: it hands out fields in another order, knows no trees, and throws for what is not there. */
class EcjTest {

    private static final Map<String, String> SOURCES = Map.of("Author", """
            @Entity
            @Unique(columns = {"name", "born"})
            class Author {
                @Id(generated = true) private long id;
                @Column(length = 100, nullable = false) private String name;
                private LocalDate born;
                @Column(length = 100) private String email;
            }
            """, "Post", """
            @Entity
            record Post(
                    @Id(generated = true) long id,
                    @Reference @Column(nullable = false) Author author,
                    @Index @Column(length = 200) String title,
                    Kind kind) {
                enum Kind { NEWS, ESSAY, ANSWER }
            }
            """, "Vote", """
            @Entity
            @Check("weight > 0")
            record Vote(@Id @Reference Post post, @Id @Reference Author author, @Default("1") int weight) {}
            """);

    @TempDir
    private Path folder;

    private final List<Path> sources = new ArrayList<>();

    @FunctionalInterface
    private interface Compiler {
        boolean compile(List<String> arguments, StringWriter output) throws IOException;
    }

    @BeforeEach
    void writeSources() throws IOException {
        Path root = Files.createDirectories(folder.resolve("acme"));
        for (var source : SOURCES.entrySet()) {
            String text = "package acme;\n\nimport dev.turnstone.annotations.*;\nimport java.time.LocalDate;\n\n";
            sources.add(Files.writeString(root.resolve(source.getKey() + ".java"), text + source.getValue()));
        }
    }

    @Test
    void generatesWhatJavacGenerates() throws IOException {
        assertThat(generated(EcjTest::ecj, "ecj", sources))
                .isEqualTo(generated(EcjTest::javac, "javac", sources))
                .isNotEmpty();
    }

    @Test
    void readsTheOthersFromTheirClassFiles() throws IOException {
        SortedMap<String, String> whole = generated(EcjTest::ecj, "ecj", sources);
        // Not those of the migrations: ECJ lets no processor write a type that is on the class path.
        Path entities = Files.createDirectories(folder.resolve("entities/acme"));
        try (Stream<Path> classes = Files.list(folder.resolve("ecj/classes/acme"))) {
            for (Path each : classes.filter(Files::isRegularFile).toList()) {
                Files.move(each, entities.resolve(each.getFileName()));
            }
        }

        assertThat(generated(EcjTest::ecj, "ecj", List.of(folder.resolve("acme/Vote.java"))))
                .isEqualTo(whole);
    }

    @Test
    void savesWhatJavacSaves() throws IOException {
        compile(EcjTest::ecj, "ecj", sources, "-Aturnstone.save=initial");
        compile(EcjTest::javac, "javac", sources, "-Aturnstone.save=initial");

        assertThat(committed("ecj")).isEqualTo(committed("javac")).containsKeys("0001_initial.json", "schema.json");
    }

    @Test
    void aDataMigrationMayUseConstantsThatAreStillToBeGenerated() throws IOException {
        compile(EcjTest::ecj, "ecj", sources, "-Aturnstone.save=initial");
        compile(EcjTest::javac, "javac", sources, "-Aturnstone.save=initial");
        sources.add(Files.writeString(folder.resolve("acme/Seed.java"), """
                package acme;

                import acme.SeedTables.AUTHOR;
                import dev.turnstone.annotations.*;
                import dev.turnstone.data.*;

                @DataMigration
                @SqlStep(name = "names", sql = {
                    @SqlStep.Text(up = "CREATE VIEW names AS SELECT name FROM author", down = "DROP VIEW names"),
                    @SqlStep.Text(dialect = "mysql", up = {}),
                })
                public class Seed implements DataStep {
                    private final ColumnRef<String> name = AUTHOR.NAME;

                    @Override
                    public void up(DataContext context) throws java.sql.SQLException {
                        context.update("INSERT INTO " + context.name(AUTHOR.TABLE) + " (name) VALUES (?)", name.name());
                    }
                }
                """));

        assertThat(generated(EcjTest::ecj, "ecj", sources))
                .isEqualTo(generated(EcjTest::javac, "javac", sources))
                .containsKey("acme/SeedTables.java");
        compile(EcjTest::ecj, "ecj", sources, "-Aturnstone.save=seed");
        compile(EcjTest::javac, "javac", sources, "-Aturnstone.save=seed");
        assertThat(committed("ecj")).isEqualTo(committed("javac")).containsKey("0002_seed.json");
    }

    private SortedMap<String, String> generated(Compiler compiler, String name, List<Path> files) throws IOException {
        SortedMap<String, String> sources = contents(compile(compiler, name, files));
        sources.replaceAll((file, text) -> text.replaceAll("(?m)^Saved .*\\.$", "Saved."));
        return sources;
    }

    private SortedMap<String, String> committed(String name) throws IOException {
        SortedMap<String, String> files = contents(folder.resolve(name).resolve("turnstone"));
        files.replaceAll((file, text) -> text.replaceAll("\"saved\": *\"[^\"]*\"", "\"saved\": \"\""));
        return files;
    }

    /** Compiles into {@code name/classes} once more, and returns the folder with what was generated this time. */
    private Path compile(Compiler compiler, String name, List<Path> files, String... options) throws IOException {
        Path generated = Files.createTempDirectory(folder, "generated");
        Path classes = Files.createDirectories(folder.resolve(name).resolve("classes"));
        String classPath = System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-cp",
                folder.resolve("entities") + File.pathSeparator + classPath,
                "-processorpath",
                classPath,
                "-processor",
                MigrationProcessor.class.getName(),
                "-Aturnstone.dir=" + folder.resolve(name).resolve("turnstone")));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter output = new StringWriter();
        assertThat(compiler.compile(arguments, output)).as(output.toString()).isTrue();
        return generated;
    }

    private static boolean javac(List<String> arguments, StringWriter output) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, bytes, bytes, arguments.toArray(String[]::new));
        output.write(bytes.toString(StandardCharsets.UTF_8));
        return status == 0;
    }

    private static boolean ecj(List<String> arguments, StringWriter output) {
        PrintWriter writer = new PrintWriter(output);
        String line = arguments.stream().map(each -> '"' + each + '"').collect(Collectors.joining(" "));
        return BatchCompiler.compile("-17 -nowarn " + line, writer, writer, null);
    }

    private static SortedMap<String, String> contents(Path root) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
