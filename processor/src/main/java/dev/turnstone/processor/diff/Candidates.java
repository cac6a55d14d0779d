package dev.turnstone.processor.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/** Tells which new things a vanished one may have become. */
final class Candidates {

    private Candidates() {}

    private record Pairing<T>(T vanished, T added, int likeness) {}

    /**
     * Lists the candidates of each vanished thing, best first.
     *
     * @param vanished what the source does not have any more, in the order of names
     * @param added what only the source has, in the order of names
     * @param likeness how much a vanished thing is like an added one; 0 if it cannot have become that one
     * @return for each vanished thing the added ones like it. As far as they go round, each vanished thing has another one
     *     at the first place, so that two questions are not asked about the same new thing.
     */
    static <T> Map<T, List<T>> of(List<T> vanished, List<T> added, ToIntBiFunction<T, T> likeness) {
        List<Pairing<T>> pairings = new ArrayList<>();
        for (T old : vanished) {
            for (T fresh : added) {
                int like = likeness.applyAsInt(old, fresh);
                if (like > 0) {
                    pairings.add(new Pairing<>(old, fresh, like));
                }
            }
        }
        // A stable sort: among equally good ones names decide, never the order of the source.
        pairings.sort(Comparator.comparingInt(pairing -> -pairing.likeness()));
        Map<T, List<T>> candidates = new LinkedHashMap<>();
        vanished.forEach(old -> candidates.put(old, new ArrayList<>()));
        Set<T> first = new HashSet<>();
        for (Pairing<T> pairing : pairings) {
            if (candidates.get(pairing.vanished()).isEmpty() && first.add(pairing.added())) {
                candidates.get(pairing.vanished()).add(pairing.added());
            }
        }
        for (Pairing<T> pairing : pairings) {
            List<T> list = candidates.get(pairing.vanished());
            if (!list.contains(pairing.added())) {
                list.add(pairing.added());
            }
        }
        return candidates;
    }
}
