package dev.turnstone.processor.testing;

import dev.turnstone.data.DataStep;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A migration set made of operations. */
public final class OperationsSet extends MigrationSet {

    public static final OperationsSet EMPTY = new OperationsSet(List.of(), List.of());

    private final List<Entry> entries;
    private final List<List<Operation>> migrations;
    private Checkpoint newest;
    private List<Operation> atOnce = List.of();

    private OperationsSet(List<Entry> entries, List<List<Operation>> migrations) {
        this.entries = entries;
        this.migrations = migrations;
    }

    public OperationsSet with(String id, List<Operation> operations) {
        List<Entry> newEntries = new ArrayList<>(entries);
        newEntries.add(new Entry(id, Fingerprint.of(headFingerprint(), operations)));
        List<List<Operation>> newMigrations = new ArrayList<>(migrations);
        newMigrations.add(operations);
        return new OperationsSet(newEntries, newMigrations);
    }

    /** What a compile generates for a history; each data migration notes itself in the log of steps. */
    public static OperationsSet of(History history) {
        List<Entry> pruned = history.root().map(root -> root.replaces()).orElse(List.of()).stream()
                .map(each -> new Entry(each.id(), each.fingerprint()))
                .toList();
        OperationsSet set = new OperationsSet(pruned, Collections.nCopies(pruned.size(), List.of()));
        for (SavedMigration each : history.migrations()) {
            set = set.with(each.id(), each.operations());
        }
        if (history.checkpoint().isPresent()) {
            var newest = history.checkpoint().get();
            set.newest = new Checkpoint(
                    newest.id(), newest.fingerprint(), newest.replaces().size(), pruned.size());
            set.atOnce = newest.operations();
        }
        return set;
    }

    /** The same with a checkpoint for all of these migrations, and then one more. */
    public OperationsSet squashed(List<Operation> operations, String next, List<Operation> nextOperations) {
        OperationsSet set = with(next, nextOperations);
        set.newest = new Checkpoint(
                "0009_checkpoint", Fingerprint.of("squashed", operations), entries.size(), entries.size());
        set.atOnce = operations;
        return set;
    }

    @Override
    public Checkpoint checkpoint() {
        return newest;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String toolVersion() {
        return "test";
    }

    @Override
    public String headFingerprint() {
        return entries.isEmpty()
                ? Fingerprint.NONE
                : entries.get(entries.size() - 1).fingerprint();
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public boolean hasDraft() {
        return false;
    }

    @Override
    public Migration migration(int position) {
        List<Operation> operations = position == CHECKPOINT ? atOnce : migrations.get(position);
        return new Migration() {
            @Override
            protected void up(Changes changes) {
                operations.forEach(changes::add);
            }

            @Override
            protected void down(Changes changes) {
                Operations.inverse(operations).forEach(changes::add);
            }

            @Override
            protected DataStep dataStep(String step) {
                return context -> context.update(StepLog.statement(step));
            }
        };
    }
}
