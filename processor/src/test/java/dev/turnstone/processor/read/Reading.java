package dev.turnstone.processor.read;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.turnstone.processor.declared.DeclaredEntity;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.Naming;
import dev.turnstone.processor.declared.SchemaAssembler;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.FindingPrinter;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles small sources with a processor that only reads and assembles; keeps what came of it. */
final class Reading {

    private static final String HEADER = "package app; import dev.turnstone.annotations.*; import java.math.*;"
            + " import java.time.*; import java.util.*; import org.jspecify.annotations.*;\n";

    final Map<String, ReadResult> results = new HashMap<>();
    final List<DropHint> packageDrops = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> reported = new ArrayList<>();
    private DeclaredSchema schema;

    /** Reads the entities of some sources, each without a header. */
    static Reading of(String... sources) {
        return new Reading().compile(List.of(), List.of(), Map.of(), files(sources));
    }

    /** Compiles the sources first, and reads the named entities from their class files. */
    static Reading ofClassFiles(List<String> entities, Map<String, Set<String>> remembered, String... sources) {
        return ofMixed(entities, remembered, sources, "class Trigger {}");
    }

    /** Compiles some sources first, and reads the named entities from the class files and from another source. */
    static Reading ofMixed(
            List<String> entities, Map<String, Set<String>> remembered, String[] compiled, String source) {
        Compilation first = Compiler.javac().withOptions("-proc:none").compile(files(compiled));
        try {
            Path classes = Files.createTempDirectory("reading");
            for (JavaFileObject file : first.generatedFiles()) {
                Path target = classes.resolve(file.getName().substring("/CLASS_OUTPUT/".length()));
                Files.createDirectories(target.getParent());
                try (var in = file.openInputStream()) {
                    Files.write(target, in.readAllBytes());
                }
            }
            List<File> path = new ArrayList<>(List.of(classes.toFile()));
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(File::new)
                    .forEach(path::add);
            return new Reading().compile(path, entities, remembered, files(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DeclaredEntity entity(String simpleName) {
        return results.get("app." + simpleName).entity().orElseThrow();
    }

    DeclaredSchema schema() {
        return schema;
    }

    Table table(String name) {
        return schema.schema().table(TableName.of(name)).orElseThrow();
    }

    /** Each column of a table as its name, its type, and NOT NULL where it is. */
    List<String> columns(String table) {
        return table(table).columns().stream()
                .map(column -> column.name() + " " + column.type() + (column.nullable() ? "" : " not null"))
                .toList();
    }

    List<Finding> findings() {
        return findings;
    }

    /** Each finding as its tag, a bar, and the source text from its place on. */
    List<String> reported() {
        return reported;
    }

    private static List<JavaFileObject> files(String... sources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            boolean isPackage = source.startsWith("@Package");
            String text = isPackage ? source.substring("@Package".length()) : HEADER + source;
            String name = isPackage ? "app.package-info" : "app.Unit" + files.size();
            files.add(JavaFileObjects.forSourceString(name, text));
        }
        return files;
    }

    private Reading compile(
            List<File> path, List<String> named, Map<String, Set<String>> remembered, List<JavaFileObject> files) {
        Compiler compiler = Compiler.javac().withProcessors(new Processor(named, remembered));
        Compilation compilation = (path.isEmpty() ? compiler : compiler.withClasspath(path)).compile(files);
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            String message = diagnostic.getMessage(null);
            if (message.startsWith("[TS-")) {
                reported.add(message.substring(1, message.indexOf(']')) + " | " + sourceAt(diagnostic));
            } else if (message.contains("Exception")) {
                throw new AssertionError(message);
            }
        }
        return this;
    }

    private static String sourceAt(Diagnostic<? extends JavaFileObject> diagnostic) {
        try {
            if (diagnostic.getSource() == null) {
                return "";
            }
            String text = diagnostic.getSource().getCharContent(true).toString();
            return text.substring((int) diagnostic.getPosition())
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Processor extends AbstractProcessor {
        private final List<String> named;
        private final Map<String, Set<String>> remembered;
        private final Set<String> sources = new HashSet<>();

        Processor(List<String> named, Map<String, Set<String>> remembered) {
            this.named = named;
            this.remembered = remembered;
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
            if (!round.processingOver()) {
                round.getRootElements().forEach(root -> sources.add(root.toString()));
                readAll(round);
            }
            return false;
        }

        private void readAll(RoundEnvironment round) {
            var elements = processingEnv.getElementUtils();
            var reader = new TurnstoneEntityReader(
                    processingEnv.getTypeUtils(), elements, type -> sources.contains(outermost(type)));
            Stream<TypeElement> found =
                    round.getElementsAnnotatedWith(elements.getTypeElement(Vocabulary.ENTITY)).stream()
                            .map(TypeElement.class::cast);
            List<DeclaredEntity> entities = new ArrayList<>();
            Stream.concat(found, named.stream().map(elements::getTypeElement)).forEach(type -> {
                String name = type.getQualifiedName().toString();
                ReadResult result = reader.read(type, Optional.ofNullable(remembered.get(name)));
                results.put(name, result);
                findings.addAll(result.findings());
                result.entity().ifPresent(entities::add);
            });
            for (Element root : round.getRootElements()) {
                if (root instanceof PackageElement element) {
                    var result = reader.read(element);
                    packageDrops.addAll(result.drops());
                    findings.addAll(result.findings());
                }
            }
            var assembly = SchemaAssembler.assemble(entities, List.of(), packageDrops, Naming.SNAKE_CASE);
            schema = assembly.schema();
            findings.addAll(assembly.findings());
            new FindingPrinter(processingEnv.getMessager(), element -> true).print(findings);
        }

        private String outermost(Element element) {
            Element type = element;
            while (type.getEnclosingElement() instanceof TypeElement outer) {
                type = outer;
            }
            return type.toString();
        }
    }
}
