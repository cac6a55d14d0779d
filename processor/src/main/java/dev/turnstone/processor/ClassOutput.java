package dev.turnstone.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * What the last compilation into the same class output knew of its entities, data migrations and steps of SQL. An IDE compiles only the changed files, and
 * an entity that is new since the last saved migration stands nowhere else. Type annotations of class files cannot be
 * read before JDK 22, so what JSpecify made NOT NULL is kept too.
 */
final class ClassOutput {

    private static final String NAME = "META-INF/turnstone/entities";

    /** Begins the line of a type or package with steps; no Java name begins with it. */
    private static final String STEPS = "@";

    private final Filer filer;
    private FileObject created;

    ClassOutput(Filer filer) {
        this.filer = filer;
    }

    /**
     * The folder of the class files.
     *
     * @return the folder, or empty if the compiler does not tell or it is not on a disk
     */
    Optional<Path> folder() {
        Path name = Path.of(NAME);
        return existing()
                .or(this::create)
                .map(FileObject::toUri)
                .filter(URI::isAbsolute)
                .flatMap(SourceFiles::onDisk)
                .filter(file -> file.endsWith(name))
                .map(file -> file.getRoot().resolve(file.subpath(0, file.getNameCount() - name.getNameCount())));
    }

    /**
     * What a compilation knew.
     *
     * @param entities for each entity, by binary name, the fields that JSpecify made NOT NULL
     * @param steps the types and packages with data migrations or steps of SQL, as {@link Collector#steps} names them
     */
    record Known(SortedMap<String, Set<String>> entities, Set<String> steps) {}

    /**
     * Reads what the last compilation knew.
     *
     * @return all of it; nothing if there was none
     */
    Known read() {
        Known known = new Known(new TreeMap<>(), new TreeSet<>());
        existing().ifPresent(resource -> {
            try {
                resource.getCharContent(true).toString().lines().forEach(line -> read(line, known));
            } catch (IOException noLastCompilation) {
                known.entities().clear();
                known.steps().clear();
            }
        });
        return known;
    }

    private static void read(String line, Known known) {
        if (line.startsWith(STEPS)) {
            known.steps().add(line.substring(STEPS.length()));
            return;
        }
        String[] words = line.split(" ", -1);
        Set<String> fields = new TreeSet<>();
        for (int i = 1; i < words.length; i++) {
            fields.add(words[i]);
        }
        known.entities().put(words[0], fields);
    }

    /**
     * Keeps what this compilation knows for the next.
     *
     * @param known all of it
     */
    void write(Known known) {
        Optional<FileObject> file = create();
        if (file.isEmpty()) {
            return;
        }
        try (Writer writer = file.get().openWriter()) {
            for (var entity : known.entities().entrySet()) {
                writer.write(entity.getKey());
                for (String field : new TreeSet<>(entity.getValue())) {
                    writer.write(' ');
                    writer.write(field);
                }
                writer.write('\n');
            }
            for (String holder : new TreeSet<>(known.steps())) {
                writer.write(STEPS + holder + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<FileObject> existing() {
        try {
            return Optional.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", NAME));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException none) {
            // ECJ throws for a file that is not there; javac gives the address of one that could be.
            return Optional.empty();
        }
    }

    private Optional<FileObject> create() {
        try {
            if (created == null) {
                created = filer.createResource(StandardLocation.CLASS_OUTPUT, "", NAME);
            }
            return Optional.of(created);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }
}
