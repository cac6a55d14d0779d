package dev.turnstone.processor.fold;

import dev.turnstone.operation.Operation;
import java.util.Optional;

/**
 * Two operations that follow one another, in the other order.
 *
 * @param first what comes first now: the second one, under the names that it finds then
 * @param second what comes second now: the first one, under the names that it finds then
 */
record Swap(Operation first, Operation second) {

    /**
     * Changes the order of two operations.
     *
     * @param first what comes first
     * @param second what follows
     * @return the other order, which does the same to a schema and to its rows; empty if there is none
     */
    static Optional<Swap> of(Operation first, Operation second) {
        Optional<Renaming> later = Renaming.of(second);
        if (later.isPresent()) {
            return later.filter(renaming -> renaming.fits(first))
                    .map(renaming -> new Swap(second, first.accept(renaming)));
        }
        Optional<Renaming> earlier = Renaming.of(first).map(Renaming::inverse);
        if (earlier.isPresent()) {
            return earlier.filter(renaming -> renaming.fits(second))
                    .map(renaming -> new Swap(second.accept(renaming), first));
        }
        return Footprint.of(first).clashes(Footprint.of(second))
                ? Optional.empty()
                : Optional.of(new Swap(second, first));
    }
}
