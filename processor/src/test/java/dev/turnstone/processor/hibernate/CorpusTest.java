package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.MigrationProcessor;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.servers.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published set of entities, in jars on the class path: the migrated database is the one that Hibernate makes. */
@Tag("corpus")
class CorpusTest {

    private static final Pattern MAPPED =
            Pattern.compile("Ljakarta/persistence/(Entity|MappedSuperclass|Embeddable|Converter);");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "H2_MEMORY, jpa",
        "POSTGRESQL, jpa",
        "MARIADB, jpa",
        "H2_MEMORY, spring",
        "POSTGRESQL, spring",
        "MARIADB, spring"
    })
    void isTheSchemaThatHibernateMakes(TestDatabases kind, String naming) throws IOException, SQLException {
        SortedSet<String> names = mapped(System.getProperty("turnstone.corpus"));
        Compiled compiled = migration(names, naming);
        Hibernate hibernate = new Hibernate(classes(names), naming.equals("spring"), "none");
        try (LiveDatabase expected = LiveDatabase.of(kind);
                LiveDatabase migrated = LiveDatabase.of(kind)) {
            hibernate.create(expected.dataSource());
            migrated.migrate(compiled);

            SortedSet<String> catalogue = expected.catalogue();
            assertThat(Catalogue.differences(catalogue, migrated.catalogue())).isEmpty();
            hibernate.validate(migrated.dataSource());
            long tables = catalogue.stream()
                    .filter(line -> line.contains(" primary key "))
                    .count();
            System.out.println(
                    kind + " " + naming + ": " + tables + " tables, " + catalogue.size() + " facts, no difference");
        }
    }

    /** The classes of some jars whose constants name one of the annotations. */
    private static SortedSet<String> mapped(String jars) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Stream.of(jars.split(",", -1))
                    .anyMatch(Path.of(entry).getFileName().toString()::startsWith)) {
                try (JarFile jar = new JarFile(entry)) {
                    for (ZipEntry each : jar.stream()
                            .filter(file -> file.getName().endsWith(".class"))
                            .toList()) {
                        byte[] bytes = jar.getInputStream(each).readAllBytes();
                        if (MAPPED.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                                .find()) {
                            names.add(each.getName().replace(".class", "").replace('/', '.'));
                        }
                    }
                }
            }
        }
        assertThat(names).isNotEmpty();
        return names;
    }

    private static List<Class<?>> classes(SortedSet<String> names) {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            try {
                classes.add(Class.forName(name, false, CorpusTest.class.getClassLoader()));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return classes;
    }

    /** What a compile makes of classes that are compiled already. */
    private Compiled migration(SortedSet<String> names, String naming) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Path output = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            JavaCompiler.CompilationTask task = javac.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    List.of(
                            "-Aturnstone.naming=" + naming,
                            "-Aturnstone.validation=none",
                            "-Aturnstone.save=initial",
                            "-Aturnstone.package=corpus.migrations",
                            "-Aturnstone.dir=" + folder.resolve("turnstone")),
                    names,
                    List.of());
            task.setProcessors(List.of(new MigrationProcessor()));
            boolean success = task.call();
            Compiled compiled = new Compiled(success, diagnostics.getDiagnostics(), "", output, generated);
            assertThat(compiled.errors()).isEmpty();
            return compiled;
        }
    }
}
