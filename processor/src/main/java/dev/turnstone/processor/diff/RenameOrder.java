package dev.turnstone.processor.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Puts renames in an order in which no name is ever taken twice; a cycle goes through a temporary name. */
final class RenameOrder {

    private RenameOrder() {}

    /**
     * One rename.
     *
     * @param origin the name from before all renames
     * @param from the name from before this one
     * @param to the name afterwards
     * @param <N> the kind of name
     */
    record Rename<N>(N origin, N from, N to) {}

    /**
     * Orders renames.
     *
     * @param wanted new names by old names, in a map that compares names as the database does
     * @param order how it compares them
     * @param taken all names that a temporary one must not be, compared the same way
     * @param temporary makes the n-th candidate for a temporary name of a thing, by its name
     */
    static <N> List<Rename<N>> of(
            Map<N, N> wanted, Comparator<? super N> order, Set<N> taken, BiFunction<N, Integer, N> temporary) {
        TreeMap<N, Rename<N>> pending = new TreeMap<>(order);
        wanted.forEach((from, to) -> pending.put(from, new Rename<>(from, from, to)));
        List<Rename<N>> ordered = new ArrayList<>();
        while (!pending.isEmpty()) {
            Rename<N> next = pending.values().stream()
                    .filter(rename -> !pending.containsKey(rename.to()))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                Rename<N> first = pending.firstEntry().getValue();
                N free = IntStream.iterate(1, i -> i + 1)
                        .mapToObj(n -> temporary.apply(first.from(), n))
                        .filter(name -> !taken.contains(name))
                        .findFirst()
                        .orElseThrow();
                next = new Rename<>(first.origin(), first.from(), free);
                pending.put(free, new Rename<>(first.origin(), free, first.to()));
                taken.add(free);
            }
            pending.remove(next.from());
            ordered.add(next);
        }
        return ordered;
    }
}
