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
 * What the last compilation into the same class output knew of its entities. An IDE compiles only the changed files, and
 * an entity that is new since the last saved migration stands nowhere else. Type annotations of class files cannot be
 * read before JDK 22, so what JSpecify made NOT NULL is kept too.
 */
final class ClassOutput {

    private static final String NAME = "META-INF/turnstone/entities";

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
     * The entities of the last compilation.
     *
     * @return for each entity, by binary name, the fields that JSpecify made NOT NULL; empty if there was none
     */
    SortedMap<String, Set<String>> read() {
        SortedMap<String, Set<String>> entities = new TreeMap<>();
        existing().ifPresent(resource -> {
            try {
                resource.getCharContent(true).toString().lines().forEach(line -> {
                    String[] words = line.split(" ", -1);
                    Set<String> fields = new TreeSet<>();
                    for (int i = 1; i < words.length; i++) {
                        fields.add(words[i]);
                    }
                    entities.put(words[0], fields);
                });
            } catch (IOException noLastCompilation) {
                entities.clear();
            }
        });
        return entities;
    }

    /**
     * Keeps the entities of this compilation for the next.
     *
     * @param entities for each entity, by binary name, the fields that JSpecify made NOT NULL
     */
    void write(SortedMap<String, Set<String>> entities) {
        Optional<FileObject> file = create();
        if (file.isEmpty()) {
            return;
        }
        try (Writer writer = file.get().openWriter()) {
            for (var entity : entities.entrySet()) {
                writer.write(entity.getKey());
                for (String field : new TreeSet<>(entity.getValue())) {
                    writer.write(' ');
                    writer.write(field);
                }
                writer.write('\n');
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
