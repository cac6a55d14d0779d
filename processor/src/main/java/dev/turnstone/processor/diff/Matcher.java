package dev.turnstone.processor.diff;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds for each declared thing what it was in the snapshot: what its hint says, else what has its name, else what its
 * class or field stood for.
 *
 * @param <N> the kind of name
 */
final class Matcher<N> {

    private final Generations<N> generations;
    private final Pairs<N> pairs;
    private final List<Finding> findings;
    private final Set<N> effective;

    private Matcher(Generations<N> generations, List<Finding> findings) {
        this.generations = generations;
        this.findings = findings;
        pairs = new Pairs<>(generations);
        effective = new TreeSet<>(generations.order());
    }

    /** Pairs things up, and reports on the hints that had no part in it. */
    static <N> Pairs<N> match(Generations<N> generations, List<Finding> findings) {
        Matcher<N> matcher = new Matcher<>(generations, findings);
        matcher.byHint();
        matcher.pairs.added().forEach(name -> matcher.pairs.pair(name, name));
        matcher.bySource();
        generations.after().forEach(matcher::judgeHint);
        return matcher.pairs;
    }

    private void byHint() {
        for (N after : pairs.added()) {
            if (!generations.hint(after).isEmpty() && !generations.isSaved(after)) {
                generations
                        .hinted(after)
                        .filter(before -> generations.order().compare(before, after) != 0)
                        .filter(before -> pairs.pair(after, before))
                        .ifPresent(before -> effective.add(after));
            }
        }
    }

    private void bySource() {
        for (N after : pairs.added()) {
            generations.sameSource(after).ifPresent(before -> pairs.pair(after, before));
        }
    }

    private void judgeHint(N after) {
        String hint = generations.hint(after);
        if (hint.isEmpty() || effective.contains(after)) {
            return;
        }
        if (isDone(after)) {
            findings.add(Finding.of(
                    Tag.HINT_DONE,
                    generations.place(after),
                    "@RenamedFrom(" + Quoted.java(hint) + ") has had its effect: " + generations.describe(after)
                            + " has its new name since a saved migration.",
                    "It can go from the source."));
        } else {
            findings.add(generations
                    .hinted(after)
                    .map(before -> conflict(after, before))
                    .orElseGet(() -> unmatched(after)));
        }
    }

    private boolean isDone(N after) {
        return pairs.before(after)
                .map(before -> generations.isSaved(after)
                        || generations.isPast(after)
                        || generations
                                .hinted(after)
                                .filter(hinted -> generations.order().compare(hinted, before) == 0)
                                .isPresent())
                .orElse(false);
    }

    private Finding conflict(N after, N before) {
        String other = pairs.after(before).map(generations::describe).orElse("something else");
        return Finding.of(
                Tag.HINT_CONFLICT,
                generations.place(after),
                "@RenamedFrom(" + Quoted.java(generations.hint(after)) + ") says that " + generations.describe(after)
                        + " was " + generations.describe(before) + ", but that is what " + other
                        + " was. One thing cannot become two.",
                "Keep the hint in one place only.");
    }

    private Finding unmatched(N after) {
        String hint = generations.hint(after);
        Collection<N> candidates = pairs.vanished().isEmpty() ? generations.before() : pairs.vanished();
        List<String> known = candidates.stream().map(generations::written).toList();
        return Finding.of(
                Tag.HINT_UNMATCHED,
                generations.place(after),
                "@RenamedFrom(" + Quoted.java(hint) + ") has no effect: the snapshot has nothing of this name that "
                        + generations.describe(after) + " could have been." + Suggestion.didYouMean(hint, known),
                Suggestion.nearest(hint, known)
                        .map(name -> "@RenamedFrom(" + Quoted.java(name) + ")")
                        .orElse("Name what it was called in the newest saved migration, or take the hint away."));
    }
}
