package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.codec.InvalidTreeException;
import dev.turnstone.processor.finding.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the files of one folder, each by itself. */
final class FolderReader {

    private static final String SUFFIX = ".json";

    private final Path dir;
    private final Findings findings;
    private final Findings secondary;
    private final List<SavedMigration> migrations = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    private FolderReader(Path dir) {
        this.dir = dir;
        this.findings = new Findings(dir);
        this.secondary = new Findings(dir);
    }

    static Folder read(Path dir, List<String> files) {
        FolderReader reader = new FolderReader(dir);
        for (String file : files) {
            if (file.equals(SnapshotFile.NAME)) {
                reader.readSnapshot();
            } else {
                reader.readMigration(file);
            }
        }
        reader.migrations.sort(Comparator.comparingInt(SavedMigration::number).thenComparing(SavedMigration::id));
        List<String> superseded = reader.takeSuperseded();
        reader.checkpoints.sort(Comparator.comparingInt(Checkpoint::number).thenComparing(Checkpoint::id));
        return new Folder(
                dir,
                List.copyOf(reader.migrations),
                List.copyOf(reader.checkpoints),
                List.copyOf(reader.snapshots),
                superseded,
                reader.unreadable,
                reader.findings,
                reader.secondary);
    }

    /** Whoever is killed while files are deleted that another one stands for leaves the rest of them. */
    private List<String> takeSuperseded() {
        Set<String> fingerprints = new HashSet<>();
        migrations.forEach(each -> fingerprints.addAll(each.supersedes()));
        List<SavedMigration> superseded = migrations.stream()
                .filter(each -> fingerprints.contains(each.fingerprint()))
                .toList();
        migrations.removeAll(superseded);
        superseded.forEach(each -> findings.addInterrupted(
                each.id() + SUFFIX,
                findings.named(each.id() + SUFFIX) + " is there still, though another migration stands for it: an"
                        + " amend or rebuild was interrupted."));
        return superseded.stream().map(SavedMigration::id).toList();
    }

    private void readSnapshot() {
        Optional<String> text = FileReading.text(dir.resolve(SnapshotFile.NAME), secondary, Tag.SNAPSHOT);
        if (text.isPresent() && MergeMarkers.isIn(text.get())) {
            secondary.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    secondary.named(SnapshotFile.NAME) + " has the markers of a merge conflict: both sides changed it.",
                    "Compile with -Aturnstone.rebase=" + newestFile()
                            + ": the migrations are in one line, so only this file is written anew, from them and from the"
                            + " entities.");
            Findings unused = new Findings(dir);
            MergeMarkers.sides(text.get())
                    .forEach(side -> snapshot(side, unused).ifPresent(snapshots::add));
        } else {
            text.flatMap(each -> snapshot(each, secondary)).ifPresent(snapshots::add);
        }
    }

    private String newestFile() {
        return migrations.stream()
                .max(Comparator.comparingInt(SavedMigration::number))
                .map(SavedMigration::id)
                .orElse("<id>");
    }

    private Optional<Snapshot> snapshot(String text, Findings into) {
        String restore = "Restore it from version control.";
        return FileReading.tree(SnapshotFile.NAME, text, into, Tag.SNAPSHOT)
                .flatMap(tree -> decode(SnapshotFile.NAME, tree, into, Tag.SNAPSHOT, restore, SnapshotFile::decode));
    }

    private static <T> Optional<T> decode(
            String file, Object tree, Findings into, Tag tag, String restore, Function<Object, T> decoder) {
        try {
            return Optional.of(decoder.apply(tree));
        } catch (InvalidTreeException e) {
            String fix =
                    MigrationFile.isNewer(e) ? "Use the version of Turnstone that wrote it, or a newer one." : restore;
            into.add(
                    tag,
                    file,
                    into.named(file) + " has another form than Turnstone writes, at " + Shown.text(e.path()) + ": "
                            + Shown.text(e.sentence()),
                    fix);
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
        Optional<String> text = FileReading.text(dir.resolve(file), findings, Tag.HISTORY_FILE);
        if (text.isPresent() && MergeMarkers.isIn(text.get())) {
            readBothSides(file, id, text.get());
        } else if (text.isEmpty() || !keep(file, id, text.get(), findings)) {
            unreadable.add(id);
        }
    }

    /** Two branches gave the same name to what they saved. */
    private void readBothSides(String file, String id, String text) {
        Findings unused = new Findings(dir);
        int before = migrations.size();
        boolean whole = MergeMarkers.sides(text).stream().allMatch(side -> keep(file, id, side, unused));
        boolean same = whole
                && migrations.size() == before + 2
                && migrations
                        .get(before)
                        .fingerprint()
                        .equals(migrations.get(before + 1).fingerprint());
        if (same) {
            migrations.remove(before + 1);
        }
        if (!whole) {
            unreadable.add(id);
            migrations.subList(before, migrations.size()).clear();
        }
        (whole ? secondary : findings)
                .add(
                        Tag.HISTORY_FILE,
                        file,
                        findings.named(file)
                                + " has the markers of a merge conflict: both sides saved a migration under"
                                + " this name" + (same ? ", and both do the same." : "."),
                        "Take either side's version of the whole file.");
    }

    private boolean keep(String file, String id, String text, Findings into) {
        Optional<Object> tree = FileReading.tree(file, text, into, Tag.HISTORY_FILE);
        if (tree.isPresent() && CheckpointFile.isOne(tree.get())) {
            return decode(file, tree.get(), into, Tag.HISTORY_FILE, Findings.RESTORE, CheckpointFile::decode)
                    .filter(each -> isGenuine(
                            file,
                            id,
                            each.id(),
                            Checkpoint.ancestry(each.replaces()),
                            each.operations(),
                            each.fingerprint(),
                            into))
                    .map(checkpoints::add)
                    .isPresent();
        }
        return tree.isPresent()
                && decode(file, tree.get(), into, Tag.HISTORY_FILE, Findings.RESTORE, MigrationFile::decode)
                        .filter(each -> isGenuine(
                                file,
                                id,
                                each.id(),
                                each.parentFingerprint(),
                                each.operations(),
                                each.fingerprint(),
                                into))
                        .map(migrations::add)
                        .isPresent();
    }

    private static boolean isGenuine(
            String file,
            String id,
            String inside,
            String parent,
            List<Operation> operations,
            String fingerprint,
            Findings into) {
        if (!inside.equals(id)) {
            into.add(
                    Tag.HISTORY_FILE,
                    file,
                    into.named(file) + " holds the migration '" + Shown.text(inside)
                            + "': the file's name and the \"id\" inside must be the same.",
                    "Give the file its old name again.");
            return false;
        }
        if (!Fingerprint.of(parent, operations).equals(fingerprint)) {
            into.add(
                    Tag.HISTORY_FILE,
                    file,
                    into.named(file) + " was changed after it was saved: its fingerprint does not fit its content."
                            + " Databases may have run it as it was, so a saved migration is frozen.",
                    Findings.RESTORE);
            return false;
        }
        return true;
    }
}
