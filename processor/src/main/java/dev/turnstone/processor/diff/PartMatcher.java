package dev.turnstone.processor.diff;

import dev.turnstone.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Finds for each constraint and index of a table what it was in the snapshot: equal in name and content, else in content. */
final class PartMatcher {

    private final List<Old> left;

    private PartMatcher(List<Old> before) {
        left = new ArrayList<>(before);
    }

    /**
     * A part of the snapshot.
     *
     * @param original as in the snapshot
     * @param renamed the same, in the names of tables and columns that the target has
     */
    record Old(Part original, Part renamed) {}

    /** For each wanted part its partner, or null. */
    static List<Old> match(List<Part> wanted, List<Old> before) {
        PartMatcher matcher = new PartMatcher(before);
        List<Old> partners = new ArrayList<>();
        wanted.forEach(part -> partners.add(matcher.take(
                part,
                (a, b) -> Identifiers.same(a.name(), b.name()) && a.content().equals(b.content()))));
        for (int i = 0; i < partners.size(); i++) {
            if (partners.get(i) == null) {
                partners.set(
                        i, matcher.take(wanted.get(i), (a, b) -> a.content().equals(b.content())));
            }
        }
        return partners;
    }

    private Old take(Part wanted, BiPredicate<Part, Part> isSame) {
        for (Old old : left) {
            if (isSame.test(wanted, old.renamed())) {
                left.remove(old);
                return old;
            }
        }
        return null;
    }
}
