package dev.turnstone.processor.history;

import dev.turnstone.operation.InvalidOperationException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that each checkpoint stands for migrations of the chain, and does what they do. */
final class Checkpoints {

    private final Folder folder;
    private final Findings findings;
    private final List<Replaced> chain;

    private Checkpoints(Folder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
        this.chain = History.chain(folder.migrations(), folder.checkpoints());
    }

    static void check(Folder folder, Findings findings) {
        if (!findings.hasErrors()) {
            Checkpoints checkpoints = new Checkpoints(folder, findings);
            folder.checkpoints().forEach(checkpoints::check);
        }
    }

    private void check(Checkpoint checkpoint) {
        String file = checkpoint.id() + ".json";
        List<Replaced> replaces = checkpoint.replaces();
        boolean gone = folder.migrations().stream().noneMatch(each -> checkpoint.replaces(each.id()));
        Optional<Checkpoint> root = folder.root();
        if (gone && root.isPresent() && root.get().replaces().size() >= replaces.size()) {
            return;
        }
        if (checkpoint.number() != MigrationId.number(checkpoint.last().id())
                || chain.size() < replaces.size()
                || !chain.subList(0, replaces.size()).equals(replaces)) {
            findings.add(
                    Tag.HISTORY_CHAIN,
                    file,
                    findings.named(file) + " replaces the migrations up to "
                            + checkpoint.last().id() + ", but those in the folder are not the same.",
                    Findings.RESTORE);
            return;
        }
        Optional<Schema> alone = HistoryLoader.replay(Schema.EMPTY, checkpoint.id(), checkpoint.operations(), findings);
        List<Operation> chained =
                new ArrayList<>(root.map(Checkpoint::operations).orElse(List.of()));
        folder.migrations().stream()
                .filter(each -> checkpoint.replaces(each.id()))
                .forEach(each -> chained.addAll(each.operations()));
        if (alone.isPresent() && !alone.get().equals(schema(chained))) {
            findings.add(
                    Tag.HISTORY_FILE,
                    file,
                    findings.named(file) + " leads to another schema than the migrations that it replaces.",
                    Findings.RESTORE);
        }
    }

    private static Schema schema(List<Operation> operations) {
        try {
            return SchemaReplay.replay(Schema.EMPTY, operations);
        } catch (InvalidOperationException e) {
            return null;
        }
    }

    /** Says that some files of what a checkpoint replaces are gone, and others are not. */
    static boolean reportHalfPruned(Folder folder, Findings findings) {
        for (Checkpoint checkpoint : folder.checkpoints()) {
            List<String> there = new ArrayList<>();
            folder.migrations().stream()
                    .map(SavedMigration::id)
                    .filter(checkpoint::replaces)
                    .forEach(there::add);
            boolean first = there.contains(checkpoint.replaces().get(0).id());
            boolean last = there.contains(checkpoint.last().id());
            if (!there.isEmpty() && !(first && last) && folder.root().isEmpty()) {
                findings.add(
                        Tag.HISTORY_CHAIN,
                        checkpoint.id() + ".json",
                        "Of the migrations that " + findings.named(checkpoint.id() + ".json")
                                + " replaces, only some are there: " + Shown.text(String.join(", ", there))
                                + ". Pruning was interrupted, or a file was lost.",
                        "Restore the others from version control, or compile with -Aturnstone.prune to delete"
                                + " these, too.");
                return true;
            }
        }
        return false;
    }
}
