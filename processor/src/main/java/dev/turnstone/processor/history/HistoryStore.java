package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The committed folder: reads it with suspicion, and writes it so that nothing is ever there by halves. */
public final class HistoryStore {

    static final String JSON = ".json";

    private HistoryStore() {}

    /**
     * Reads a folder.
     *
     * @param dir the committed folder; it need not exist
     * @return the history, which is empty where there is no folder; or findings that say what is wrong with its files
     */
    public static HistoryResult load(Path dir) {
        try {
            return read(dir, HistoryLoader::load);
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "read", e));
        }
    }

    /**
     * Reads what can be read of a folder of which {@link #load} says that something is wrong.
     *
     * @param dir the committed folder
     * @return the migrations, if they are one line whatever the snapshot says; else an empty history
     */
    public static History salvage(Path dir) {
        try {
            return read(dir, HistoryLoader::loadWithoutSnapshot).history().orElse(History.EMPTY);
        } catch (IOException e) {
            return History.EMPTY;
        }
    }

    static HistoryResult read(Path dir, Function<Folder, HistoryResult> use) throws IOException {
        List<String> files = Files.exists(dir) ? jsonFiles(dir) : List.of();
        return files.isEmpty() ? HistoryResult.of(History.EMPTY) : use.apply(FolderReader.read(dir, files));
    }

    /**
     * Freezes operations as the next migration: writes its file, then the snapshot.
     *
     * @param dir the committed folder; it is made where it is missing
     * @param history what {@link #load} gave, with its names
     * @param name the migration's name, such as {@code add_author_email}
     * @param operations what the migration does; at least one operation that fits the history
     * @param consents what the source agreed to
     * @param mapping the classes and fields behind the new schema
     * @param now the time to note
     * @return the history with the new migration; or a finding that says why nothing was written
     */
    public static HistoryResult save(
            Path dir,
            History history,
            String name,
            List<Operation> operations,
            List<Consent> consents,
            Mapping mapping,
            Instant now) {
        if (!MigrationId.isValidName(name)) {
            return HistoryResult.failed(invalidName(name));
        }
        if (!isText(operations) || !isText(consents) || !isText(mapping)) {
            return HistoryResult.failed(noText());
        }
        String parent = history.headFingerprint();
        SavedMigration migration = new SavedMigration(
                history.nextId(name),
                history.headId(),
                parent,
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                operations,
                consents,
                Fingerprint.of(parent, operations));
        List<SavedMigration> migrations = new ArrayList<>(history.migrations());
        migrations.add(migration);
        Schema schema = SchemaReplay.replay(history.baseline().schema(), operations);
        History saved = history.with(migrations, schema, mapping);
        try {
            Files.createDirectories(dir);
            if (!holdsExactly(dir, history.files())) {
                return HistoryResult.failed(savedMeanwhile(dir));
            }
            deleteSuperseded(dir, history);
            return write(dir, saved, migration);
        } catch (FileAlreadyExistsException e) {
            return HistoryResult.failed(Files.isDirectory(dir) ? savedMeanwhile(dir) : unusable(dir, "written", e));
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "written", e));
        }
    }

    /**
     * Writes the snapshot of a history without a new migration, for classes and fields that got other names.
     *
     * @param dir the committed folder
     * @param history what {@link #load} gave; it has a migration
     * @param mapping the classes and fields behind its schema now
     * @return the history with the mapping; or a finding that says why nothing was written
     */
    public static HistoryResult saveMapping(Path dir, History history, Mapping mapping) {
        Schema schema = history.baseline().schema();
        return isText(mapping)
                ? writeSnapshot(dir, history, history.with(history.migrations(), schema, mapping))
                : HistoryResult.failed(noText());
    }

    /**
     * Notes which migrations are released.
     *
     * @param dir the committed folder
     * @param history what {@link #load} gave; it has the migration
     * @param id the id of the newest released migration
     * @return the history with the mark; or a finding that says why nothing was written
     */
    public static HistoryResult saveRelease(Path dir, History history, String id) {
        Baseline old = history.baseline();
        return writeSnapshot(
                dir, history, history.released(id).with(history.migrations(), old.schema(), old.mapping()));
    }

    private static HistoryResult writeSnapshot(Path dir, History history, History saved) {
        try {
            if (!holdsExactly(dir, history.files())) {
                return HistoryResult.failed(savedMeanwhile(dir));
            }
            FileWriting.replace(dir.resolve(SnapshotFile.NAME), snapshot(saved));
            deleteSuperseded(dir, history);
            return HistoryResult.of(saved);
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "written", e));
        }
    }

    private static void deleteSuperseded(Path dir, History history) throws IOException {
        for (String id : history.leftovers().superseded()) {
            Files.deleteIfExists(dir.resolve(id + ".json"));
        }
    }

    private static HistoryResult write(Path dir, History saved, SavedMigration migration) throws IOException {
        Path file = dir.resolve(migration.id() + JSON);
        FileWriting.create(file, JsonText.of(MigrationFile.encode(migration)));
        try {
            // Whoever looks second sees the other's file, so of two compiles that save at once at most one goes on.
            if (!holdsExactly(dir, saved.files())) {
                Files.delete(file);
                return HistoryResult.failed(savedMeanwhile(dir));
            }
            FileWriting.replace(dir.resolve(SnapshotFile.NAME), snapshot(saved));
            return HistoryResult.of(saved);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static String snapshot(History history) {
        return JsonText.of(SnapshotFile.encode(new Snapshot(
                history.set(),
                history.packageName(),
                history.headId(),
                history.headFingerprint(),
                history.release(),
                history.baseline().schema(),
                history.baseline().mapping())));
    }

    static boolean holdsExactly(Path dir, List<String> expected) throws IOException {
        List<String> files = new ArrayList<>(jsonFiles(dir));
        files.remove(SnapshotFile.NAME);
        return files.equals(expected);
    }

    static List<String> jsonFiles(Path dir) throws IOException {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.toLowerCase(Locale.ROOT).endsWith(JSON)) {
                    files.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files.stream().sorted().toList();
    }

    /** A record's own text holds all its texts; half of a surrogate pair has no place in UTF-8. */
    static boolean isText(Object values) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(values.toString());
    }

    static Finding noText() {
        return Finding.of(
                Tag.INVALID_VALUE,
                SourceRef.NONE,
                "A name or a text of the entities has half of a character (a surrogate without its pair), which neither"
                        + " a file nor a database can keep.",
                "Search the entities for \\ud8 to \\udf, and write both halves or none.");
    }

    static Finding invalidName(String name) {
        return Finding.of(
                Tag.OPTION,
                SourceRef.NONE,
                "A migration cannot be saved as '" + Shown.text(name)
                        + "': a name has lower-case letters, digits and underscores, begins with a letter,"
                        + " and has at most 80 characters.",
                "-Aturnstone.save=" + MigrationId.cleaned(name).orElse("add_author_email"));
    }

    static Finding savedMeanwhile(Path dir) {
        return Findings.directory(
                dir,
                "Another compile wrote to " + dir + " at the same time. Nothing was saved here.",
                "Compile again: the other migration is then the parent of this one.");
    }

    static Finding unusable(Path dir, String done, IOException e) {
        if (Files.exists(dir) && !Files.isDirectory(dir)) {
            return Findings.directory(
                    dir,
                    dir + " is a file, but Turnstone keeps its history in a folder there.",
                    "Move the file away, or name another folder with -Aturnstone.dir=<folder>.");
        }
        return Findings.directory(
                dir,
                "The folder " + dir + " cannot be " + done + " (" + Shown.text(e.toString()) + ").",
                "Give the compile the right to use it, or name another folder with -Aturnstone.dir=<folder>.");
    }
}
