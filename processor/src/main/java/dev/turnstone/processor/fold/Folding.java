package dev.turnstone.processor.fold;

import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a list of operations shorter, without a difference to the schema that it leads to, to the way back, or to what rows
 * get. Two operations become one, or none, if they can be brought together: if nothing between them touches the same things.
 * What a person wrote by hand may touch anything, so nothing passes it.
 */
public final class Folding {

    private final List<Operation> folded = new ArrayList<>();

    private Folding() {}

    /**
     * Folds operations.
     *
     * @param operations what happens, in order; they fit the schema that they find
     * @return what does the same, in order, in as few operations as the rules find
     */
    public static List<Operation> fold(List<Operation> operations) {
        Folding folding = new Folding();
        operations.forEach(folding::append);
        return List.copyOf(folding.folded);
    }

    /** What stands here already cannot be folded among itself; after each success what follows is tried again. */
    private void append(Operation operation) {
        Optional<Brought> brought = isLoss(operation) ? late(operation).or(() -> early(operation)) : early(operation);
        if (brought.isEmpty()) {
            folded.add(operation);
            return;
        }
        folded.subList(brought.get().from(), folded.size()).clear();
        brought.get().operations().forEach(this::append);
    }

    /**
     * A shorter end of the list.
     *
     * @param from the first place that changes
     * @param operations what stands there and after it
     */
    private record Brought(int from, List<Operation> operations) {}

    /** What loses values stands as late as it can, so that all else has succeeded then. */
    private static boolean isLoss(Operation operation) {
        return operation instanceof DropColumn
                || operation instanceof DropTable
                || operation instanceof DropConstraint
                || operation instanceof DropIndex;
    }

    /** Moves the new operation to the front until it meets its partner, or what it cannot pass. */
    private Optional<Brought> early(Operation operation) {
        Operation moved = operation;
        List<Operation> passed = new ArrayList<>();
        for (int i = folded.size() - 1; i >= 0; i--) {
            Optional<List<Operation>> merged = Merge.of(folded.get(i), moved);
            if (merged.isPresent()) {
                return Optional.of(new Brought(i, joined(List.of(), merged.get(), passed)));
            }
            Optional<Swap> swap = Swap.of(folded.get(i), moved);
            if (swap.isEmpty()) {
                return late(moved, i + 1, passed);
            }
            moved = swap.get().first();
            passed.add(0, swap.get().second());
        }
        return Optional.empty();
    }

    private Optional<Brought> late(Operation operation) {
        return late(operation, folded.size(), List.of());
    }

    /** Moves an operation that stands before a place towards it, until it meets its partner there. */
    private Optional<Brought> late(Operation partner, int place, List<Operation> rest) {
        for (int i = place - 1; i >= 0; i--) {
            if (!Merge.isOnOneTable(folded.get(i), partner)) {
                continue;
            }
            List<Operation> passed = new ArrayList<>();
            Optional<Operation> moved = moved(i, place, passed);
            Optional<List<Operation>> merged = moved.flatMap(first -> Merge.of(first, partner));
            if (merged.isPresent()) {
                return Optional.of(new Brought(i, joined(passed, merged.get(), rest)));
            }
        }
        return Optional.empty();
    }

    private Optional<Operation> moved(int from, int place, List<Operation> passed) {
        Operation moved = folded.get(from);
        for (int i = from + 1; i < place; i++) {
            Optional<Swap> swap = Swap.of(moved, folded.get(i));
            if (swap.isEmpty()) {
                return Optional.empty();
            }
            passed.add(swap.get().first());
            moved = swap.get().second();
        }
        return Optional.of(moved);
    }

    private static List<Operation> joined(List<Operation> before, List<Operation> merged, List<Operation> after) {
        List<Operation> all = new ArrayList<>(before);
        all.addAll(merged);
        all.addAll(after);
        return all;
    }
}
