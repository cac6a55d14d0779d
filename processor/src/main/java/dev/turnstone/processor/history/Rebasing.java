package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.rewrite.Rebase;
import dev.turnstone.processor.rewrite.Renames;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the files of two branches into one line, in memory. */
final class Rebasing {

    private static final String NEXT =
            "Change the entities, or what one branch saved, so that both fit; or put the other" + " branch on top.";

    private final Folder folder;
    private final String id;
    private final Findings findings;
    private final List<Finding> notes = new ArrayList<>();
    private List<Snapshot> snapshots;

    private Rebasing(Folder folder, String id) {
        this.folder = folder;
        this.id = id;
        this.findings = folder.findings();
        this.snapshots = folder.snapshots();
    }

    /**
     * Works out the one line.
     *
     * @param folder the files
     * @param id the migration that is put on top of the other branch, with what follows it
     * @return the history with its new migrations; or findings that say why that cannot be
     */
    static HistoryResult of(Folder folder, String id) {
        return new Rebasing(folder, id).result();
    }

    private HistoryResult result() {
        if (findings.hasErrors()) {
            return failed();
        }
        List<SavedMigration> line = Fork.in(folder).map(this::joined).orElseGet(this::whole);
        if (!findings.hasErrors() && folder.snapshots().isEmpty()) {
            findings.add(
                    Tag.SNAPSHOT,
                    SnapshotFile.NAME,
                    findings.named(SnapshotFile.NAME)
                            + " says under which name databases keep the migrations, and it is"
                            + " missing or cannot be read, not even one side of it.",
                    "Take the version of one branch, then compile with -Aturnstone.rebase=" + id + " again.");
        }
        if (findings.hasErrors()) {
            return failed();
        }
        HistoryResult loaded = HistoryLoader.loadWithoutSnapshot(new Folder(
                folder.dir(),
                line,
                folder.checkpoints(),
                snapshots,
                folder.superseded(),
                folder.unreadable(),
                findings,
                findings));
        return new HistoryResult(
                loaded.history(),
                Stream.concat(loaded.findings().stream(), notes.stream()).toList());
    }

    private HistoryResult failed() {
        return new HistoryResult(Optional.empty(), findings.all());
    }

    /** The migrations are in one line already: there is only the snapshot to write. */
    private List<SavedMigration> whole() {
        String name = id.substring(id.indexOf('_') + 1);
        if (folder.migrations().stream()
                .noneMatch(each -> each.id().equals(id) || each.id().endsWith("_" + name))) {
            unknown("none of the migrations: there are not two branches");
        }
        return folder.migrations();
    }

    private void unknown(String what) {
        findings.add(
                Finding.of(
                        Tag.OPTION,
                        SourceRef.NONE,
                        "-Aturnstone.rebase=" + Shown.text(id) + " names " + what + ".",
                        "Name the first migration of the branch that is to go on top, as the compile without this option says."));
    }

    private List<SavedMigration> joined(Fork fork) {
        Optional<List<SavedMigration>> own = fork.line(id);
        if (own.isEmpty()) {
            unknown("no migration of the two branches");
            return List.of();
        }
        List<SavedMigration> ground = own.get().equals(fork.first()) ? fork.second() : fork.first();
        refuseReleased(ground, own.get());
        Optional<Schema> start = folder.root()
                .map(root -> HistoryLoader.replay(Schema.EMPTY, root.id(), root.operations(), findings))
                .orElse(Optional.of(Schema.EMPTY));
        Optional<Schema> parted = start.flatMap(before -> replay(before, fork.common()));
        parted.ifPresent(before -> replay(before, ground));
        parted.ifPresent(before -> replay(before, own.get()));
        if (findings.hasErrors()) {
            return List.of();
        }
        Schema base = parted.orElseThrow();
        // A rebase that was interrupted left some of its migrations on the ground: it goes on where it stopped.
        for (int i = 1; i < ground.size(); i++) {
            Rebase rebase = rebase(base, ground.subList(0, i), own.get());
            List<SavedMigration> rebased = saved(ground.get(i - 1), rebase, own.get());
            List<SavedMigration> rest = ground.subList(i, ground.size());
            int both = Math.min(rebased.size(), rest.size());
            if (rebase.conflicts().isEmpty()
                    && both > 0
                    && rebased.subList(0, both).equals(rest.subList(0, both))) {
                return line(fork, base, own.get(), ground.subList(0, i), rebased.size() > both ? rebased : rest);
            }
        }
        Rebase rebase = rebase(base, ground, own.get());
        report(rebase, ground, own.get());
        return rebase.conflicts().isEmpty()
                ? line(fork, base, own.get(), ground, saved(ground.get(ground.size() - 1), rebase, own.get()))
                : List.of();
    }

    private void refuseReleased(List<SavedMigration> ground, List<SavedMigration> own) {
        for (Snapshot side : folder.snapshots()) {
            if (contains(own, side.release()) && !contains(ground, side.release())) {
                findings.add(
                        Tag.HISTORY_CHAIN,
                        own.get(0).id() + ".json",
                        own.get(0).id() + " cannot be put on top of "
                                + ground.get(0).id() + ": " + Shown.text(side.release())
                                + " is marked as released with all before it, so databases that nobody here knows may have"
                                + " it in this place. Nothing was written.",
                        "Put the other branch on top: -Aturnstone.rebase="
                                + ground.get(0).id());
                return;
            }
        }
    }

    private static boolean contains(List<SavedMigration> line, String migration) {
        return line.stream().anyMatch(each -> each.id().equals(migration));
    }

    private Optional<Schema> replay(Schema before, List<SavedMigration> migrations) {
        Optional<Schema> schema = Optional.of(before);
        for (SavedMigration each : migrations) {
            schema = schema.flatMap(now -> HistoryLoader.replay(now, each.id(), each.operations(), findings));
        }
        return schema;
    }

    private List<SavedMigration> line(
            Fork fork, Schema base, List<SavedMigration> own, List<SavedMigration> ground, List<SavedMigration> top) {
        List<Operation> below = operations(ground);
        List<Operation> above = operations(top);
        Renames ofOwn = Renames.between(
                base,
                operations(own),
                Stream.concat(below.stream(), above.stream()).toList());
        // What is on the ground goes on from its end: what both branches added has no name of the beginning to follow.
        Renames ofGround = Renames.between(SchemaReplay.replay(base, below), List.of(), above);
        snapshots = folder.snapshots().stream()
                .map(side ->
                        isEnd(own, side) ? side.renamed(ofOwn) : isEnd(ground, side) ? side.renamed(ofGround) : side)
                .toList();
        return Stream.of(fork.common(), ground, top).flatMap(List::stream).toList();
    }

    private static boolean isEnd(List<SavedMigration> line, Snapshot side) {
        return line.get(line.size() - 1).fingerprint().equals(side.headFingerprint());
    }

    private static List<Operation> operations(List<SavedMigration> migrations) {
        return migrations.stream().flatMap(each -> each.operations().stream()).toList();
    }

    private static Rebase rebase(Schema base, List<SavedMigration> ground, List<SavedMigration> own) {
        return Rebase.of(
                base,
                operations(ground),
                own.stream().map(SavedMigration::operations).toList());
    }

    /** The migrations with new numbers, parents and fingerprints, but for those that have nothing left to do. */
    private static List<SavedMigration> saved(SavedMigration head, Rebase rebase, List<SavedMigration> own) {
        List<SavedMigration> saved = new ArrayList<>();
        SavedMigration parent = head;
        for (int i = 0; i < own.size(); i++) {
            SavedMigration old = own.get(i);
            List<Operation> operations = rebase.migrations().get(i);
            if (!operations.isEmpty()) {
                String name = old.id().substring(old.id().indexOf('_') + 1);
                parent = new SavedMigration(
                        MigrationId.of(parent.number() + 1, name),
                        parent.id(),
                        parent.fingerprint(),
                        old.savedAt(),
                        operations,
                        old.consents(),
                        Fingerprint.of(parent.fingerprint(), operations));
                saved.add(parent);
            }
        }
        return saved;
    }

    private void report(Rebase rebase, List<SavedMigration> ground, List<SavedMigration> own) {
        String what =
                own.get(0).id() + " cannot be put on top of " + ground.get(0).id();
        if (!rebase.conflicts().isEmpty()) {
            findings.add(
                    Tag.HISTORY_CHAIN,
                    own.get(0).id() + ".json",
                    what + ", as both change the same. Nothing was written." + listed(rebase.conflicts()),
                    NEXT);
        }
        if (!rebase.notes().isEmpty()) {
            notes.add(new Finding(
                    Tag.HISTORY_CHAIN,
                    Severity.NOTE,
                    SourceRef.named(own.get(0).id() + ".json"),
                    "Left out of " + own.get(0).id() + " and what follows it, as both branches do the same:"
                            + listed(rebase.notes()),
                    ""));
        }
    }

    private static String listed(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("\n    ").append(Shown.line(line)));
        return text.toString();
    }
}
