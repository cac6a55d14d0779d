package dev.turnstone.processor.testing;

import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.OperationSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What a compilation of a {@link TestProject} gave. */
public record Compiled(
        boolean success,
        List<Diagnostic<? extends JavaFileObject>> diagnostics,
        String output,
        Path classes,
        Path generated) {

    /** One message, with the source line that it stands at; empty where it has no place. */
    public record Message(Diagnostic.Kind kind, String line, String text) {}

    public List<Message> messages(Diagnostic.Kind kind) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == kind)
                .map(diagnostic -> new Message(kind, lineOf(diagnostic), diagnostic.getMessage(Locale.ROOT)))
                .toList();
    }

    public List<Message> errors() {
        return messages(Diagnostic.Kind.ERROR);
    }

    public List<Message> warnings() {
        return Stream.concat(
                        messages(Diagnostic.Kind.WARNING).stream(),
                        messages(Diagnostic.Kind.MANDATORY_WARNING).stream())
                .toList();
    }

    public List<Message> notes() {
        return messages(Diagnostic.Kind.NOTE);
    }

    /** The tags of the errors, in order: exact counts and kinds in one. */
    public List<String> errorTags() {
        return errors().stream().map(message -> tagOf(message.text())).toList();
    }

    public List<String> noteTags() {
        return notes().stream()
                .map(message -> tagOf(message.text()))
                .filter(tag -> !tag.startsWith("javac: Turnstone's page "))
                .toList();
    }

    private static String tagOf(String text) {
        return text.startsWith("[") ? text.substring(1, text.indexOf(']')) : "javac: " + text;
    }

    private static String lineOf(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null || diagnostic.getLineNumber() < 1) {
            return "";
        }
        try {
            return diagnostic
                    .getSource()
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .skip(diagnostic.getLineNumber() - 1)
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The generated sources by file name. */
    public SortedMap<String, String> sources() {
        SortedMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(generated)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(generated.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** The migration sets that a start of the compiled application would find. */
    public List<MigrationSet> sets() {
        try {
            URLClassLoader loader = new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
            List<MigrationSet> sets = new ArrayList<>();
            ServiceLoader.load(MigrationSet.class, loader).forEach(sets::add);
            return sets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MigrationSet set() {
        List<MigrationSet> sets = sets();
        if (sets.size() != 1) {
            throw new AssertionError("Not one set but " + sets.size() + ": " + diagnostics);
        }
        return sets.get(0);
    }

    /** The operations of the newest migration, each in a few words. */
    public List<String> newest() {
        MigrationSet set = set();
        Migration migration = set.migration(set.entries().size() - 1);
        return migration.upOperations().stream().map(OperationSummary::of).toList();
    }

    public List<Operation> operations(int position) {
        return set().migration(position).upOperations();
    }
}
