package dev.turnstone.processor.history;

import dev.turnstone.operation.InvalidOperationException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.codec.InvalidTreeException;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one folder once: the files, then their chain, then the replay, then the snapshot. */
final class HistoryLoader {

    private static final String SUFFIX = ".json";

    private final Path dir;
    private final Findings findings;
    private final List<SavedMigration> migrations = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private Schema beforeHead = Schema.EMPTY;
    private boolean behind;

    HistoryLoader(Path dir) {
        this.dir = dir;
        this.findings = new Findings(dir);
    }

    HistoryResult load(List<String> files) throws IOException {
        Optional<Snapshot> snapshot = Optional.empty();
        for (String file : files) {
            if (file.equals(SnapshotFile.NAME)) {
                snapshot = readSnapshot();
            } else {
                readMigration(file);
            }
        }
        migrations.sort(Comparator.comparingInt(SavedMigration::number).thenComparing(SavedMigration::id));
        List<String> superseded = takeSuperseded();
        Chain.check(migrations, unreadable, findings);
        if (findings.hasErrors() || files.isEmpty()) {
            return new HistoryResult(
                    findings.isEmpty() ? Optional.of(History.EMPTY) : Optional.empty(), findings.all());
        }
        Optional<Schema> replayed = replay();
        if (replayed.isPresent()) {
            checkSnapshot(snapshot, replayed.get());
        }
        if (findings.hasErrors() || replayed.isEmpty()) {
            return new HistoryResult(Optional.empty(), findings.all());
        }
        Mapping mapping = snapshot.map(Snapshot::mapping).orElse(Mapping.EMPTY);
        History history = new History(
                snapshot.map(Snapshot::set).orElse(""),
                snapshot.map(Snapshot::packageName).orElse(""),
                migrations,
                baseline(migrations, replayed.get(), mapping),
                snapshot.map(Snapshot::release).orElse(""),
                new Leftovers(behind, superseded));
        return new HistoryResult(Optional.of(history), findings.all());
    }

    /** Whoever is killed while files are deleted that another one stands for leaves the rest of them. */
    private List<String> takeSuperseded() {
        Set<String> fingerprints = new HashSet<>();
        migrations.forEach(each -> fingerprints.addAll(each.supersedes()));
        List<SavedMigration> superseded = migrations.stream()
                .filter(each -> fingerprints.contains(each.fingerprint()))
                .toList();
        migrations.removeAll(superseded);
        superseded.forEach(each -> noteInterrupted(
                each.id() + SUFFIX,
                findings.named(each.id() + SUFFIX) + " is there still, though another migration stands for it: an"
                        + " amend or rebuild was interrupted."));
        return superseded.stream().map(SavedMigration::id).toList();
    }

    static Baseline baseline(List<SavedMigration> migrations, Schema schema, Mapping mapping) {
        PastNames names = PastNames.of(migrations);
        return new Baseline(schema, mapping, names.tablesGoneFrom(schema), names.columnsIn(schema));
    }

    private Optional<Snapshot> readSnapshot() {
        Optional<Object> tree = FileReading.tree(dir.resolve(SnapshotFile.NAME), findings, Tag.SNAPSHOT);
        try {
            return tree.map(SnapshotFile::decode);
        } catch (InvalidTreeException e) {
            String fix = fix(e, "Restore it from version control.");
            findings.add(Tag.SNAPSHOT, SnapshotFile.NAME, invalid(SnapshotFile.NAME, e), fix);
            return Optional.empty();
        }
    }

    private void readMigration(String file) {
        String id = file.substring(0, file.length() - SUFFIX.length());
        if (!MigrationId.isValid(id) || !file.endsWith(SUFFIX)) {
            findings.add(
                    Tag.HISTORY_FILE,
                    file,
                    findings.named(file) + " is no migration: a migration's file has a number of four digits and a name"
                            + " of lower-case letters, digits and underscores, such as 0002_add_author_email.json.",
                    "Give it the name that its \"id\" says, or move it out of the folder.");
            return;
        }
        Optional<Object> tree = FileReading.tree(dir.resolve(file), findings, Tag.HISTORY_FILE);
        Optional<SavedMigration> migration = Optional.empty();
        try {
            migration = tree.map(MigrationFile::decode);
        } catch (InvalidTreeException e) {
            findings.add(Tag.HISTORY_FILE, file, invalid(file, e), fix(e, Findings.RESTORE));
        }
        if (migration.isPresent() && isGenuine(migration.get(), file, id)) {
            migrations.add(migration.get());
        } else {
            unreadable.add(id);
        }
    }

    private boolean isGenuine(SavedMigration migration, String file, String id) {
        if (!migration.id().equals(id)) {
            findings.add(
                    Tag.HISTORY_FILE,
                    file,
                    findings.named(file) + " holds the migration '" + Shown.text(migration.id())
                            + "': the file's name and the \"id\" inside must be the same.",
                    "Give the file its old name again.");
            return false;
        }
        if (!Fingerprint.of(migration.parentFingerprint(), migration.operations())
                .equals(migration.fingerprint())) {
            findings.add(
                    Tag.HISTORY_FILE,
                    file,
                    findings.named(file) + " was changed after it was saved: its fingerprint does not fit its content."
                            + " Databases may have run it as it was, so a saved migration is frozen.",
                    Findings.RESTORE);
            return false;
        }
        return true;
    }

    private String invalid(String file, InvalidTreeException e) {
        return findings.named(file) + " has another form than Turnstone writes, at " + Shown.text(e.path()) + ": "
                + Shown.text(e.sentence());
    }

    private static String fix(InvalidTreeException e, String restore) {
        return MigrationFile.isNewer(e) ? "Use the version of Turnstone that wrote it, or a newer one." : restore;
    }

    /** In one go: each replay copies a whole schema twice, and a history is long. */
    private Optional<Schema> replay() {
        List<Operation> operations = new ArrayList<>();
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

    /** Finds the operation that does not fit. */
    private Optional<Schema> replayOneByOne() {
        Schema schema = Schema.EMPTY;
        for (SavedMigration migration : migrations) {
            int number = 0;
            for (Operation operation : migration.operations()) {
                number++;
                try {
                    schema = SchemaReplay.replay(schema, List.of(operation));
                } catch (InvalidOperationException e) {
                    String file = migration.id() + SUFFIX;
                    findings.add(
                            Tag.HISTORY_FILE,
                            file,
                            "Operation " + number + " of " + findings.named(file)
                                    + " does not fit the schema that the operations before it leave: "
                                    + Shown.text(e.getMessage()),
                            Findings.RESTORE);
                    return Optional.empty();
                }
            }
        }
        return Optional.of(schema);
    }

    private void checkSnapshot(Optional<Snapshot> snapshot, Schema replayed) {
        if (migrations.isEmpty()) {
            findings.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME) + " is there, but no migration is.",
                    "Restore the migrations from version control, or delete the file to start a new history.");
            return;
        }
        SavedMigration head = migrations.get(migrations.size() - 1);
        String fingerprint = snapshot.map(Snapshot::headFingerprint).orElse(Fingerprint.NONE);
        if (fingerprint.equals(head.fingerprint())) {
            compare(snapshot.get(), head.id(), replayed);
        } else if (fingerprint.equals(head.parentFingerprint())) {
            snapshot.ifPresent(each -> compare(each, head.parent(), beforeHead));
            behind = true;
            noteInterrupted(
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME) + " does not have " + head.id()
                            + " yet: its save was interrupted, or the file was not committed.");
        } else if (head.supersedes().contains(fingerprint)) {
            behind = true;
            noteInterrupted(
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME) + " does not have the new form of " + head.id()
                            + " yet: an amend or rebuild was interrupted, or the file was not committed.");
        } else {
            findings.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME)
                            + snapshot.map(each -> " belongs to " + Shown.text(each.headId()))
                                    .orElse(" is missing")
                            + ", but the newest migration is " + head.id() + ".",
                    "Restore it, and the migrations that belong to it, from version control.");
        }
    }

    /** A migration is written before the snapshot; whoever is killed in between leaves this. */
    private void noteInterrupted(String file, String text) {
        findings.add(new Finding(
                Tag.SNAPSHOT,
                Severity.NOTE,
                SourceRef.named(file),
                text + " The compile goes on with what the migrations say.",
                "Restore the folder from version control, or compile with -Aturnstone.save=true to put it in order."));
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
                    "Restore it from version control. It is written by saving a migration, never by hand.");
        }
    }
}
