package dev.turnstone.processor.testing;

import dev.turnstone.processor.MigrationProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A user's project in a folder, compiled by the real javac with real files. */
public final class TestProject {

    private final Path root;
    private final String sourceSet;
    private final List<Path> classPath = new ArrayList<>();
    private Path output;

    public TestProject(Path root) {
        this(root, "main", root.resolve("target/classes"));
        write("pom.xml", "<project/>");
    }

    private TestProject(Path root, String sourceSet, Path output) {
        this.root = root;
        this.sourceSet = sourceSet;
        this.output = output;
    }

    /** The same project's tests, with the main classes on the class path. */
    public TestProject tests() {
        TestProject tests = new TestProject(root, "test", root.resolve("target/test-classes"));
        tests.classPath.add(output);
        return tests;
    }

    public TestProject withClassPath(Path entry) {
        classPath.add(entry);
        return this;
    }

    public TestProject withOutput(Path folder) {
        output = folder;
        return this;
    }

    public Path root() {
        return root;
    }

    public Path output() {
        return output;
    }

    public Path committed() {
        return root.resolve("src").resolve(sourceSet).resolve("turnstone");
    }

    /** Writes a source file; imports of the annotations are added. */
    public TestProject source(String className, String body) {
        int dot = className.lastIndexOf('.');
        String text = (dot < 0 ? "" : "package " + className.substring(0, dot) + ";\n\n")
                + "import dev.turnstone.annotations.*;\n" + body;
        return write(sourceFile(className).toString(), text);
    }

    public TestProject write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestProject delete(String className) {
        try {
            Files.delete(sourceFile(className));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path sourceFile(String className) {
        return root.resolve("src/" + sourceSet + "/java").resolve(className.replace('.', '/') + ".java");
    }

    /** Compiles all sources into an emptied output, as Maven does. */
    public Compiled compile(String... options) {
        deleteAll(output);
        return compile(allSources(), List.of(new MigrationProcessor()), options);
    }

    /** Compiles some sources, with the rest as class files in the output, as an IDE does. */
    public Compiled compileOnly(List<String> classNames, String... options) {
        classPath.add(output);
        try {
            return compile(
                    classNames.stream().map(this::sourceFile).toList(), List.of(new MigrationProcessor()), options);
        } finally {
            classPath.remove(output);
        }
    }

    public Compiled compileWith(Processor other, String... options) {
        deleteAll(output);
        return compile(allSources(), List.of(new MigrationProcessor(), other), options);
    }

    public List<Path> allSources() {
        Path folder = root.resolve("src/" + sourceSet + "/java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compiled compile(Collection<Path> sources, List<Processor> processors, String... options) {
        return compile(sources, processors, root.resolve("target/generated/" + sourceSet), options);
    }

    public Compiled compile(Collection<Path> sources, List<Processor> processors, Path generated, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            deleteAll(generated);
            Files.createDirectories(output);
            Files.createDirectories(generated);
            List<Path> path = new ArrayList<>(classPath);
            Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                    .map(Path::of)
                    .forEach(path::add);
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            List<String> arguments = new ArrayList<>(List.of(options));
            StringWriter out = new StringWriter();
            JavaCompiler.CompilationTask task =
                    javac.getTask(out, files, diagnostics, arguments, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            boolean success = task.call();
            return new Compiled(success, diagnostics.getDiagnostics(), out.toString(), output, generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
