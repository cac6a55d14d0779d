package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Gives a committed folder another form: two branches in one line, a checkpoint beside it, or only what follows one. */
public final class HistoryReshape {

    private HistoryReshape() {}

    /**
     * Brings two branches into one line. Writes nothing: {@link #rewrite} does.
     *
     * @param dir the committed folder
     * @param id the migration that is put on top of the other branch, with what follows it
     * @return the history as it will be; or findings that say why that cannot be
     */
    public static HistoryResult rebase(Path dir, String id) {
        try {
            return HistoryStore.read(dir, folder -> Rebasing.of(folder, id));
        } catch (IOException e) {
            return HistoryResult.failed(HistoryStore.unusable(dir, "read", e));
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
            return HistoryStore.read(dir, folder -> HistoryLoader.load(folder.pruned()));
        } catch (IOException e) {
            return HistoryResult.failed(HistoryStore.unusable(dir, "read", e));
        }
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
        History written = history.with(history.migrations(), history.baseline().schema(), mapping);
        if (!HistoryStore.isText(mapping)) {
            return HistoryResult.failed(HistoryStore.noText());
        }
        try {
            Optional<History> now = again.apply(dir).history();
            if (now.isEmpty()
                    || !now.get().migrations().equals(history.migrations())
                    || !now.get().checkpoints().equals(history.checkpoints())) {
                return HistoryResult.failed(HistoryStore.savedMeanwhile(dir));
            }
            SortedMap<String, String> texts = new TreeMap<>();
            history.migrations()
                    .forEach(each -> texts.put(each.id() + HistoryStore.JSON, JsonText.of(MigrationFile.encode(each))));
            history.checkpoints()
                    .forEach(
                            each -> texts.put(each.id() + HistoryStore.JSON, JsonText.of(CheckpointFile.encode(each))));
            List<String> old = new ArrayList<>(HistoryStore.jsonFiles(dir));
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
            FileWriting.replace(dir.resolve(SnapshotFile.NAME), HistoryStore.snapshot(written));
            return HistoryResult.of(written);
        } catch (IOException e) {
            return HistoryResult.failed(HistoryStore.unusable(dir, "written", e));
        }
    }

    /**
     * Saves a checkpoint beside the chain.
     *
     * @param dir the committed folder
     * @param history what {@link HistoryStore#load} gave
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
            if (!HistoryStore.holdsExactly(dir, history.files())) {
                return HistoryResult.failed(HistoryStore.savedMeanwhile(dir));
            }
            FileWriting.create(
                    dir.resolve(checkpoint.id() + HistoryStore.JSON), JsonText.of(CheckpointFile.encode(checkpoint)));
            List<Checkpoint> checkpoints = new ArrayList<>(history.checkpoints());
            checkpoints.add(checkpoint);
            checkpoints.sort(Comparator.comparingInt(Checkpoint::number));
            return HistoryResult.of(new History(
                    history.set(),
                    history.packageName(),
                    history.migrations(),
                    checkpoints,
                    history.baseline(),
                    history.release(),
                    history.leftovers()));
        } catch (FileAlreadyExistsException e) {
            return HistoryResult.failed(Findings.directory(
                    dir,
                    checkpoint.id() + HistoryStore.JSON
                            + " is there already, so no checkpoint of this name can be saved.",
                    "Squash up to another migration."));
        } catch (IOException e) {
            return HistoryResult.failed(HistoryStore.unusable(dir, "written", e));
        }
    }
}
