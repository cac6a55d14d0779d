package dev.turnstone.processor.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which declared thing was which thing of the snapshot. Each is in one pair at most.
 *
 * @param <N> the kind of name
 */
final class Pairs<N> {

    private final SortedMap<N, N> beforeByAfter;
    private final SortedMap<N, N> afterByBefore;
    private final SortedMap<N, N> vanished;
    private final SortedMap<N, N> added;

    Pairs(Generations<N> generations) {
        beforeByAfter = new TreeMap<>(generations.order());
        afterByBefore = new TreeMap<>(generations.order());
        vanished = new TreeMap<>(generations.order());
        added = new TreeMap<>(generations.order());
        generations.before().forEach(name -> vanished.put(name, name));
        generations.after().forEach(name -> added.put(name, name));
    }

    /** Makes a pair, unless one of both has a partner. */
    boolean pair(N after, N before) {
        if (!added.containsKey(after) || !vanished.containsKey(before)) {
            return false;
        }
        N spelled = vanished.remove(before);
        beforeByAfter.put(after, spelled);
        afterByBefore.put(spelled, added.remove(after));
        return true;
    }

    Optional<N> before(N after) {
        return Optional.ofNullable(beforeByAfter.get(after));
    }

    Optional<N> after(N before) {
        return Optional.ofNullable(afterByBefore.get(before));
    }

    boolean hasVanished(N before) {
        return vanished.containsKey(before);
    }

    /** What the source has no counterpart for, sorted. */
    List<N> vanished() {
        return new ArrayList<>(vanished.keySet());
    }

    /** What the snapshot has no counterpart for, sorted. */
    List<N> added() {
        return new ArrayList<>(added.keySet());
    }
}
