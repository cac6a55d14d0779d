package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts one migration in the place of the newest ones. After each single step the folder is one that {@link HistoryStore#load}
 * understands: the new file names the fingerprints that it supersedes.
 */
public final class HistoryRewrite {

    private final Path dir;
    private final History history;
    private final int kept;

    private HistoryRewrite(Path dir, History history, int kept) {
        this.dir = dir;
        this.history = history;
        this.kept = kept;
    }

    /**
     * Replaces the newest migrations.
     *
     * @param dir the committed folder
     * @param history what {@link HistoryStore#load} gave
     * @param kept how many of its migrations stay as they are, the oldest ones; at least one does not
     * @param id the id of the migration that replaces the others; it may be that of the first of them
     * @param operations what it does; nothing if no migration is to be in their place
     * @param consents what the source agreed to
     * @param mapping the classes and fields behind the new schema
     * @param now the time to note
     * @return the history as it is then; or a finding that says why nothing was written
     */
    public static HistoryResult replace(
            Path dir,
            History history,
            int kept,
            String id,
            List<Operation> operations,
            List<Consent> consents,
            Mapping mapping,
            Instant now) {
        if (!MigrationId.isValid(id)) {
            return HistoryResult.failed(HistoryStore.invalidName(id.substring(id.indexOf('_') + 1)));
        }
        if (!HistoryStore.isText(operations) || !HistoryStore.isText(consents) || !HistoryStore.isText(mapping)) {
            return HistoryResult.failed(HistoryStore.noText());
        }
        HistoryRewrite rewrite = new HistoryRewrite(dir, history, kept);
        try {
            History found = HistoryStore.load(dir).history().orElse(History.EMPTY);
            if (!found.migrations().equals(history.migrations())) {
                return HistoryResult.failed(HistoryStore.savedMeanwhile(dir));
            }
            return HistoryResult.of(
                    operations.isEmpty()
                            ? rewrite.remove(mapping)
                            : rewrite.write(rewrite.migration(id, operations, consents, now), mapping));
        } catch (IOException e) {
            return HistoryResult.failed(HistoryStore.unusable(dir, "written", e));
        }
    }

    private SavedMigration migration(String id, List<Operation> operations, List<Consent> consents, Instant now) {
        SavedMigration first = replaced().get(0);
        List<String> superseded = new ArrayList<>();
        for (SavedMigration each : replaced()) {
            if (history.leftovers().snapshot()) {
                superseded.addAll(each.supersedes());
            }
            superseded.add(each.fingerprint());
        }
        String fingerprint = Fingerprint.of(first.parentFingerprint(), operations);
        superseded.remove(fingerprint);
        return new SavedMigration(
                id,
                first.parent(),
                first.parentFingerprint(),
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                operations,
                consents,
                fingerprint,
                superseded);
    }

    private List<SavedMigration> replaced() {
        return history.migrations().subList(kept, history.migrations().size());
    }

    private History write(SavedMigration migration, Mapping mapping) throws IOException {
        List<SavedMigration> migrations = new ArrayList<>(history.migrations().subList(0, kept));
        Schema before = history.schemaAfter(kept);
        migrations.add(migration);
        History saved = history.with(migrations, SchemaReplay.replay(before, migration.operations()), mapping);
        FileWriting.replace(file(migration.id()), JsonText.of(MigrationFile.encode(migration)));
        FileWriting.replace(dir.resolve(SnapshotFile.NAME), HistoryStore.snapshot(saved));
        List<String> superseded = new ArrayList<>(history.files());
        superseded.removeAll(saved.files());
        for (String name : superseded) {
            Files.deleteIfExists(dir.resolve(name));
        }
        return saved;
    }

    /** From the newest on, and each time the snapshot first: one that is a single migration behind is understood. */
    private History remove(Mapping mapping) throws IOException {
        History saved = history;
        for (String id : history.leftovers().superseded()) {
            Files.deleteIfExists(file(id));
        }
        for (int count = history.migrations().size() - 1; count >= kept; count--) {
            saved = saved.with(history.migrations().subList(0, count), history.schemaAfter(count), mapping);
            if (count == 0) {
                Files.deleteIfExists(dir.resolve(SnapshotFile.NAME));
            } else {
                FileWriting.replace(dir.resolve(SnapshotFile.NAME), HistoryStore.snapshot(saved));
            }
            Files.delete(file(history.migrations().get(count).id()));
        }
        return saved;
    }

    private Path file(String id) {
        return dir.resolve(id + ".json");
    }
}
