package dev.turnstone.dialect;

import dev.turnstone.operation.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the steps that a dialect makes of operations, and cuts them into units. */
final class Assembly {

    private final boolean transactional;
    private final List<Unit> units = new ArrayList<>();
    private final List<Rendered.Refusal> refusals = new ArrayList<>();
    private final List<Step> open = new ArrayList<>();
    private int first;
    private int operation;

    /**
     * Collects nothing yet.
     *
     * @param transactional whether steps share a transaction unless they are to be alone
     */
    Assembly(boolean transactional) {
        this.transactional = transactional;
    }

    /** What is added next carries out this operation. */
    void operation(int index) {
        operation = index;
    }

    /** A step in the open transaction, which begins with it if there is none. */
    void add(Step step) {
        if (!transactional) {
            units.add(new Unit(false, List.of(step), operation, operation));
            return;
        }
        if (open.isEmpty()) {
            first = operation;
        }
        open.add(step);
    }

    /** A step without a transaction. */
    void alone(Step step) {
        alone(step, operation, operation);
    }

    /** A step without a transaction, which carries out several operations. */
    void alone(Step step, int from, int to) {
        cut();
        units.add(new Unit(false, List.of(step), from, to));
    }

    /** A transaction of its own for a data migration, unless there is nothing to take back. */
    void data(RunData data) {
        cut();
        if (data.reversible() || !data.undo()) {
            units.add(new Unit(true, List.of(Step.of(data)), operation, operation));
        }
    }

    /** Ends the open transaction: what is added next belongs to another. */
    void cut() {
        if (!open.isEmpty()) {
            units.add(new Unit(true, open, first, operation));
            open.clear();
        }
    }

    void refuse(String reason) {
        refusals.add(new Rendered.Refusal(operation, reason));
    }

    Rendered rendered(Supplier<List<Precondition>> preconditions) {
        cut();
        return refusals.isEmpty() ? new Rendered.Units(preconditions, units) : new Rendered.Refused(refusals);
    }
}
