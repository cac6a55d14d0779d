package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.Checkpoint;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.processor.rewrite.Squash;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A checkpoint to save.
 *
 * @param operations what it does; empty if it cannot be made
 * @param consents which steps it leaves out, and why
 * @param findings why it cannot be made
 */
record Squashing(List<Operation> operations, List<Consent> consents, List<Finding> findings) {

    /**
     * Squashes the beginning of a history.
     *
     * @param history the saved migrations
     * @param id the newest one to squash, as the user wrote it
     * @param steps tells which steps are no longer needed
     * @return the checkpoint
     */
    static Squashing of(History history, String id, ObsoleteSteps steps) {
        List<String> chain = history.chain().stream().map(Replaced::id).toList();
        int end = chain.indexOf(id) + 1;
        int pruned = history.root().map(root -> root.replaces().size()).orElse(0);
        if (end <= pruned) {
            return failed(Finding.of(
                    Tag.OPTION,
                    SourceRef.NONE,
                    "-Aturnstone.squash=" + id + " names "
                            + (end == 0
                                    ? "no saved migration."
                                    : "a migration that a checkpoint replaced and that is gone."),
                    "Name one of: " + String.join(", ", chain.subList(pruned, chain.size())) + "."));
        }
        boolean done = history.checkpoint()
                .filter(checkpoint -> checkpoint.replaces().size() >= end)
                .isPresent();
        if (done || end == 1) {
            String text = done
                    ? history.checkpoint().get().id() + " reaches as far already"
                    : id + " alone is what a new database begins with already";
            return failed(Finding.of(Tag.NOTHING_TO_SAVE, SourceRef.NONE, text + ", so nothing was saved.", ""));
        }
        List<Operation> operations =
                new ArrayList<>(history.root().map(Checkpoint::operations).orElse(List.of()));
        for (SavedMigration migration : history.migrations().subList(0, end - pruned)) {
            operations.addAll(migration.operations());
        }
        // What an earlier checkpoint left out is in no operation any more, but its names stay taken.
        List<Consent> consents =
                new ArrayList<>(history.root().map(Checkpoint::consents).orElse(List.of()));
        consents.addAll(steps.among(operations));
        Squash squash =
                Squash.of(operations, consents.stream().map(Consent::subject).collect(Collectors.toSet()));
        if (!squash.barriers().isEmpty()) {
            return new Squashing(
                    List.of(),
                    List.of(),
                    squash.barriers().entrySet().stream()
                            .map(each -> barrier(each, history, steps))
                            .toList());
        }
        return Proof.refute(Schema.EMPTY, squash.operations(), SchemaReplay.replay(Schema.EMPTY, operations))
                .map(Squashing::failed)
                .orElseGet(() -> new Squashing(squash.operations(), consents, List.of()));
    }

    private static Squashing failed(Finding finding) {
        return new Squashing(List.of(), List.of(), List.of(finding));
    }

    private static Finding barrier(Map.Entry<String, String> barrier, History history, ObsoleteSteps steps) {
        String step = barrier.getKey();
        // A step that the first checkpoint has carried over is in no migration: nothing before it can be squashed.
        Optional<SavedMigration> migration = history.migrations().stream()
                .filter(each -> each.operations().stream().anyMatch(operation -> Squash.isStep(operation, step)))
                .findFirst();
        String parent = migration.map(SavedMigration::parent).orElse("");
        String owner = migration
                .map(SavedMigration::id)
                .orElseGet(() -> history.root().orElseThrow().id());
        return Finding.of(
                Tag.SQUASH_BARRIER,
                steps.place(step),
                "The step " + step + " of " + owner + " cannot be squashed: " + barrier.getValue() + ".",
                (parent.isEmpty() ? "If" : "Squash up to " + parent + " at most; or, if")
                        + " a new database does not need the step, say so"
                        + " on its class (for a step of SQL, on the package): @Accept(value = \"" + Tag.SQUASH_BARRIER
                        + "\", reason = \"...\")");
    }
}
