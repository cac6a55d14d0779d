package dev.turnstone.processor.history;

import dev.turnstone.operation.InvalidOperationException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a history of the files of a folder: their chain first, then the replay, then the snapshot. */
final class HistoryLoader {

    private static final String SUFFIX = ".json";

    private final Folder folder;
    private final Findings findings;
    private final List<SavedMigration> migrations;
    private Schema beforeHead = Schema.EMPTY;
    private boolean behind;

    private HistoryLoader(Folder folder) {
        this.folder = folder;
        this.findings = folder.findings();
        this.migrations = folder.migrations();
    }

    static HistoryResult load(Folder folder) {
        return new HistoryLoader(folder).load();
    }

    private HistoryResult load() {
        Optional<Fork> fork = findings.hasErrors() ? Optional.empty() : Fork.in(folder);
        if (fork.isPresent()) {
            fork.get().report(findings);
            return failed();
        }
        if (Checkpoints.reportHalfPruned(folder, findings)) {
            return failed();
        }
        Chain.check(folder, findings);
        Checkpoints.check(folder, findings);
        folder.secondary().all().forEach(findings::add);
        if (findings.hasErrors()) {
            return failed();
        }
        Optional<Schema> replayed = replay();
        if (replayed.isPresent()) {
            checkSnapshot(folder.snapshots().stream().findFirst(), replayed.get());
        }
        if (findings.hasErrors() || replayed.isEmpty()) {
            return failed();
        }
        return new HistoryResult(Optional.of(history(replayed.get())), findings.all());
    }

    private HistoryResult failed() {
        return new HistoryResult(Optional.empty(), findings.all());
    }

    private History history(Schema schema) {
        return new History(
                folder.snapshots().stream().map(Snapshot::set).findFirst().orElse(""),
                folder.snapshots().stream()
                        .map(Snapshot::packageName)
                        .findFirst()
                        .orElse(""),
                migrations,
                folder.checkpoints(),
                baseline(migrations, folder.root(), schema, Snapshot.mapping(folder.snapshots())),
                Snapshot.release(folder.snapshots()),
                new Leftovers(behind, folder.superseded()));
    }

    /**
     * The history whatever the snapshot says, as it can be written anew.
     *
     * @param folder files of migrations in one line
     * @return the history; or findings that say what does not fit
     */
    static HistoryResult loadWithoutSnapshot(Folder folder) {
        HistoryLoader loader = new HistoryLoader(folder);
        Chain.check(folder, loader.findings);
        Checkpoints.check(folder, loader.findings);
        Optional<Schema> replayed = loader.findings.hasErrors() ? Optional.empty() : loader.replay();
        return new HistoryResult(replayed.map(loader::history), loader.findings.all());
    }

    static Baseline baseline(
            List<SavedMigration> migrations, Optional<Checkpoint> root, Schema schema, Mapping mapping) {
        PastNames names = PastNames.of(root, migrations);
        return new Baseline(schema, mapping, names.tablesGoneFrom(schema), names.columnsIn(schema));
    }

    /** In one go: each replay copies a whole schema twice, and a history is long. */
    private Optional<Schema> replay() {
        List<Operation> operations =
                new ArrayList<>(folder.root().map(Checkpoint::operations).orElse(List.of()));
        migrations.stream()
                .limit(Math.max(0, migrations.size() - 1))
                .forEach(each -> operations.addAll(each.operations()));
        try {
            beforeHead = SchemaReplay.replay(Schema.EMPTY, operations);
            return Optional.of(
                    migrations.isEmpty()
                            ? beforeHead
                            : SchemaReplay.replay(
                                    beforeHead,
                                    migrations.get(migrations.size() - 1).operations()));
        } catch (InvalidOperationException misfit) {
            return replayOneByOne();
        }
    }

    /** Finds the migration that does not fit. */
    private Optional<Schema> replayOneByOne() {
        Optional<Schema> schema = Optional.of(Schema.EMPTY);
        if (folder.root().isPresent()) {
            Checkpoint root = folder.root().get();
            schema = replay(Schema.EMPTY, root.id(), root.operations(), findings);
        }
        for (SavedMigration migration : migrations) {
            schema = schema.flatMap(before -> replay(before, migration.id(), migration.operations(), findings));
        }
        return schema;
    }

    /** The schema after a migration; empty with a finding if one of its operations does not fit. */
    static Optional<Schema> replay(Schema before, String id, List<Operation> operations, Findings findings) {
        try {
            return Optional.of(SchemaReplay.replay(before, operations));
        } catch (InvalidOperationException misfit) {
            return replayOneByOne(before, id, operations, findings);
        }
    }

    /** Finds the operation that does not fit. */
    private static Optional<Schema> replayOneByOne(
            Schema before, String id, List<Operation> operations, Findings findings) {
        Schema schema = before;
        for (int i = 0; i < operations.size(); i++) {
            try {
                schema = SchemaReplay.replay(schema, List.of(operations.get(i)));
            } catch (InvalidOperationException e) {
                String file = id + SUFFIX;
                findings.add(
                        Tag.HISTORY_FILE,
                        file,
                        "Operation " + (i + 1) + " of " + findings.named(file)
                                + " does not fit the schema that the operations before it leave: "
                                + Shown.text(e.getMessage()),
                        Findings.RESTORE);
                return Optional.empty();
            }
        }
        return Optional.of(schema);
    }

    private void checkSnapshot(Optional<Snapshot> snapshot, Schema replayed) {
        if (snapshot.isEmpty() && migrations.isEmpty() && folder.checkpoints().isEmpty()) {
            return;
        }
        if (migrations.isEmpty() && folder.checkpoints().isEmpty()) {
            findings.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME) + " is there, but no migration is.",
                    "Restore the migrations from version control, or delete the file to start a new history.");
            return;
        }
        String fingerprint = snapshot.map(Snapshot::headFingerprint).orElse(Fingerprint.NONE);
        SavedMigration newest = migrations.isEmpty() ? null : migrations.get(migrations.size() - 1);
        Replaced head =
                newest == null ? folder.root().orElseThrow().last() : new Replaced(newest.id(), newest.fingerprint());
        if (fingerprint.equals(head.fingerprint())) {
            compare(snapshot.get(), head.id(), replayed);
        } else if (newest != null && fingerprint.equals(newest.parentFingerprint())) {
            snapshot.ifPresent(each -> compare(each, newest.parent(), beforeHead));
            behind = true;
            findings.addInterrupted(
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME) + " does not have " + newest.id()
                            + " yet: its save was interrupted, or the file was not committed.");
        } else if (newest != null && newest.supersedes().contains(fingerprint)) {
            behind = true;
            findings.addInterrupted(
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME) + " does not have the new form of " + newest.id()
                            + " yet: an amend or rebuild was interrupted, or the file was not committed.");
        } else {
            findings.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME)
                            + snapshot.map(each -> " belongs to " + Shown.text(each.headId()))
                                    .orElse(" is missing")
                            + ", but the newest migration is " + head.id() + ".",
                    "Restore it, and the migrations that belong to it, from version control" + anew(head.id()));
        }
    }

    private static String anew(String head) {
        return "; or compile with -Aturnstone.rebase=" + head
                + " to write it anew from the migrations and the entities, as after a merge.";
    }

    private void compare(Snapshot snapshot, String head, Schema replayed) {
        List<String> differences = SchemaComparison.differences(snapshot.schema(), replayed);
        String named = findings.named(SnapshotFile.NAME);
        if (!snapshot.headId().equals(head)) {
            findings.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    named + " has the fingerprint of " + head + " under the name '" + Shown.text(snapshot.headId())
                            + "'.",
                    "Restore it from version control.");
        } else if (!differences.isEmpty()) {
            findings.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    named + " is not what the migrations up to " + head + " lead to: " + String.join("; ", differences)
                            + ".",
                    "Restore it from version control" + anew(head));
        }
    }
}
