package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.Checkpoint.Replaced;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The committed folder: reads it with suspicion, and writes it so that nothing is ever there by halves. */
public final class HistoryStore {

    private static final String JSON = ".json";

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
     * Brings two branches into one line. Writes nothing: {@link #rewrite} does.
     *
     * @param dir the committed folder
     * @param id the migration that is put on top of the other branch, with what follows it
     * @return the history as it will be; or findings that say why that cannot be
     */
    public static HistoryResult rebase(Path dir, String id) {
        try {
            return read(dir, folder -> Rebasing.of(folder, id));
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "read", e));
        }
    }

    /**
     * Leaves out what the newest checkpoint replaces. Writes nothing: {@link #rewrite} does.
     *
     * @param dir the committed folder
     * @return the history as it will be; or findings that say why that cannot be
     */
    public static HistoryResult prune(Path dir) {
        try {
            return read(dir, folder -> HistoryLoader.load(folder.pruned()));
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "read", e));
        }
    }

    private static HistoryResult read(Path dir, Function<Folder, HistoryResult> use) throws IOException {
        List<String> files = Files.exists(dir) ? jsonFiles(dir) : List.of();
        return files.isEmpty() ? HistoryResult.of(History.EMPTY) : use.apply(FolderReader.read(dir, files));
    }

    /**
     * Makes the folder hold exactly a history. What is new is written first, what goes is deleted then, newest first, and the
     * snapshot comes last: a compile that is killed leaves files of which the next one says how to go on.
     *
     * @param dir the committed folder
     * @param history what {@link #rebase} or {@link #prune} gave, with its names
     * @param again what gave it; asked once more, as another compile may have written meanwhile
     * @param mapping the classes and fields behind its schema
     * @return the history with the mapping; or a finding that says why not everything was written
     */
    public static HistoryResult rewrite(
            Path dir, History history, Function<Path, HistoryResult> again, Mapping mapping) {
        History written = history.mapped(mapping);
        if (!isText(mapping)) {
            return HistoryResult.failed(noText());
        }
        try {
            Optional<History> now = again.apply(dir).history();
            if (now.isEmpty()
                    || !now.get().migrations().equals(history.migrations())
                    || !now.get().checkpoints().equals(history.checkpoints())) {
                return HistoryResult.failed(savedMeanwhile(dir));
            }
            SortedMap<String, String> texts = new TreeMap<>();
            history.migrations().forEach(each -> texts.put(each.id() + JSON, JsonText.of(MigrationFile.encode(each))));
            history.checkpoints()
                    .forEach(each -> texts.put(each.id() + JSON, JsonText.of(CheckpointFile.encode(each))));
            List<String> old = new ArrayList<>(jsonFiles(dir));
            for (Map.Entry<String, String> file : texts.entrySet()) {
                Path path = dir.resolve(file.getKey());
                if (!old.contains(file.getKey())) {
                    FileWriting.create(path, file.getValue());
                } else if (!Files.readString(path).equals(file.getValue())) {
                    FileWriting.replace(path, file.getValue());
                }
            }
            old.removeAll(texts.keySet());
            old.remove(SnapshotFile.NAME);
            for (int i = old.size() - 1; i >= 0; i--) {
                Files.delete(dir.resolve(old.get(i)));
            }
            FileWriting.replace(dir.resolve(SnapshotFile.NAME), snapshot(written));
            return HistoryResult.of(written);
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "written", e));
        }
    }

    /**
     * Saves a checkpoint beside the chain.
     *
     * @param dir the committed folder
     * @param history what {@link #load} gave
     * @param id the newest migration that it replaces
     * @param operations what it does
     * @param consents which steps were left out, and why
     * @param now the time to note
     * @return the history with the checkpoint; or a finding that says why nothing was written
     */
    public static HistoryResult squash(
            Path dir, History history, String id, List<Operation> operations, List<Consent> consents, Instant now) {
        List<Replaced> chain = history.chain();
        int end = chain.stream().map(Replaced::id).toList().indexOf(id) + 1;
        List<Replaced> replaces = chain.subList(0, end);
        Checkpoint checkpoint = new Checkpoint(
                MigrationId.of(MigrationId.number(id), "checkpoint"),
                replaces,
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                operations,
                consents,
                Fingerprint.of(Checkpoint.ancestry(replaces), operations));
        try {
            if (!holdsExactly(dir, history)) {
                return HistoryResult.failed(savedMeanwhile(dir));
            }
            FileWriting.create(dir.resolve(checkpoint.id() + JSON), JsonText.of(CheckpointFile.encode(checkpoint)));
            List<Checkpoint> checkpoints = new ArrayList<>(history.checkpoints());
            checkpoints.add(checkpoint);
            checkpoints.sort(Comparator.comparingInt(Checkpoint::number));
            return HistoryResult.of(new History(
                    history.set(), history.packageName(), history.migrations(), checkpoints, history.baseline()));
        } catch (FileAlreadyExistsException e) {
            return HistoryResult.failed(Findings.directory(
                    dir,
                    checkpoint.id() + JSON + " is there already, so no checkpoint of this name can be saved.",
                    "Squash up to another migration."));
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "written", e));
        }
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
        History saved = new History(
                history.set(),
                history.packageName(),
                migrations,
                history.checkpoints(),
                HistoryLoader.baseline(migrations, history.root(), schema, mapping));
        try {
            Files.createDirectories(dir);
            if (!holdsExactly(dir, history)) {
                return HistoryResult.failed(savedMeanwhile(dir));
            }
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
        History saved = history.mapped(mapping);
        if (!isText(mapping)) {
            return HistoryResult.failed(noText());
        }
        try {
            if (!holdsExactly(dir, history)) {
                return HistoryResult.failed(savedMeanwhile(dir));
            }
            FileWriting.replace(dir.resolve(SnapshotFile.NAME), snapshot(saved));
            return HistoryResult.of(saved);
        } catch (IOException e) {
            return HistoryResult.failed(unusable(dir, "written", e));
        }
    }

    private static HistoryResult write(Path dir, History saved, SavedMigration migration) throws IOException {
        Path file = dir.resolve(migration.id() + JSON);
        FileWriting.create(file, JsonText.of(MigrationFile.encode(migration)));
        try {
            // Whoever looks second sees the other's file, so of two compiles that save at once at most one goes on.
            if (!holdsExactly(dir, saved)) {
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

    private static String snapshot(History history) {
        return JsonText.of(SnapshotFile.encode(new Snapshot(
                history.set(),
                history.packageName(),
                history.headId(),
                history.headFingerprint(),
                history.baseline().schema(),
                history.baseline().mapping())));
    }

    private static boolean holdsExactly(Path dir, History history) throws IOException {
        List<String> files = new ArrayList<>(jsonFiles(dir));
        files.remove(SnapshotFile.NAME);
        return files.equals(Stream.concat(
                        history.migrations().stream().map(SavedMigration::id),
                        history.checkpoints().stream().map(Checkpoint::id))
                .map(id -> id + JSON)
                .sorted()
                .toList());
    }

    private static List<String> jsonFiles(Path dir) throws IOException {
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
    private static boolean isText(Object values) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(values.toString());
    }

    private static Finding noText() {
        return Finding.of(
                Tag.INVALID_VALUE,
                SourceRef.NONE,
                "A name or a text of the entities has half of a character (a surrogate without its pair), which neither"
                        + " a file nor a database can keep.",
                "Search the entities for \\ud8 to \\udf, and write both halves or none.");
    }

    private static Finding invalidName(String name) {
        return Finding.of(
                Tag.OPTION,
                SourceRef.NONE,
                "A migration cannot be saved as '" + Shown.text(name)
                        + "': a name has lower-case letters, digits and underscores, begins with a letter,"
                        + " and has at most 80 characters.",
                "-Aturnstone.save=" + MigrationId.cleaned(name).orElse("add_author_email"));
    }

    private static Finding savedMeanwhile(Path dir) {
        return Findings.directory(
                dir,
                "Another compile wrote to " + dir + " at the same time. Nothing was saved here.",
                "Compile again: the other migration is then the parent of this one.");
    }

    private static Finding unusable(Path dir, String done, IOException e) {
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
