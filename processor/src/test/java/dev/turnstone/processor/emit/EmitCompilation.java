package dev.turnstone.processor.emit;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.migration.MigrationSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Emits a set into a folder by a real javac, which compiles it with every lint and doclint check on. */
final class EmitCompilation {

    private final Path folder;
    private final List<String> messages = new ArrayList<>();

    private EmitCompilation(Path folder) {
        this.folder = folder;
    }

    static EmitCompilation of(Path folder, List<Dialect> targets, EmittedSet set) {
        EmitCompilation compilation = new EmitCompilation(folder);
        try {
            compilation.run(targets, set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compilation;
    }

    private void run(List<Dialect> targets, EmittedSet set) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(folder.resolve("classes"))));
            files.setLocationFromPaths(
                    StandardLocation.SOURCE_OUTPUT, List.of(Files.createDirectories(folder.resolve("sources"))));
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-Xlint:all", "-Xdoclint:all", "-Werror", "-encoding", "US-ASCII", "--release", "17"),
                    null,
                    List.of(new Entity()));
            task.setProcessors(List.of(new Emission(targets, set)));
            task.call();
        }
        for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
            messages.add(diagnostic.toString());
        }
    }

    /** What the compiler has to say about the sources: nothing, if they are good. */
    List<String> messages() {
        return messages;
    }

    MigrationSet set() {
        return ServiceLoader.load(MigrationSet.class, loader()).iterator().next();
    }

    private URLClassLoader loader() {
        try {
            URL[] urls = {folder.resolve("classes").toUri().toURL()};
            return new URLClassLoader(urls, getClass().getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The generated files by name, the service file among them. */
    SortedMap<String, String> files() {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".class")) {
                    texts.put(
                            folder.relativize(file)
                                    .subpath(1, folder.relativize(file).getNameCount())
                                    .toString(),
                            Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static final class Entity extends SimpleJavaFileObject {
        Entity() {
            super(URI.create("string:///acme/Entity.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "package acme; /** An entity. */ final class Entity {}";
        }
    }

    private static final class Emission extends AbstractProcessor {
        private final List<Dialect> targets;
        private final EmittedSet set;
        private boolean done;

        Emission(List<Dialect> targets, EmittedSet set) {
            this.targets = targets;
            this.set = set;
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
            if (done) {
                return false;
            }
            done = true;
            MigrationEmitter emitter = new MigrationEmitter(
                    processingEnv.getFiler(), targets, List.copyOf(round.getRootElements()), Map.of());
            try {
                for (List<EmittedMigration> file : set.files()) {
                    emitter.emitMigrations(set.packageName(), file);
                }
                emitter.emitSet(set);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return false;
        }
    }
}
