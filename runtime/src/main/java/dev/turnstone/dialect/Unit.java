package dev.turnstone.dialect;

import java.util.List;

/**
 * Steps that belong together.
 *
 * @param transactional whether the steps run in one transaction, so that all of them happen or none; a unit that is not
 *     has exactly one step, which runs on its own
 * @param steps the steps, in order; at least one
 * @param first the place of the first operation that the steps carry out, from 0
 * @param last the place of the last such operation
 */
public record Unit(boolean transactional, List<Step> steps, int first, int last) {

    /** Checks the number of steps. */
    public Unit {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || (!transactional && steps.size() > 1)) {
            throw new IllegalArgumentException("A unit cannot have " + steps.size() + " steps.");
        }
    }
}
