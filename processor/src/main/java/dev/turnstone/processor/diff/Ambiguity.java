package dev.turnstone.processor.diff;

import java.util.List;

/** Words for the question what a vanished thing has become. */
final class Ambiguity {

    private static final int LISTED = 4;

    private Ambiguity() {}

    /** Says which new things could be meant. */
    static String text(String kind, List<String> candidates) {
        String names = candidates.size() == 1
                ? "The new " + kind + " " + candidates.get(0)
                : "Each of the new " + kind + "s "
                        + String.join(", ", candidates.subList(0, Math.min(LISTED, candidates.size())));
        return names + " could be what it is called now, or it may be gone: a wrong guess would lose what is stored.";
    }

    /** The candidates after the first that a message lists. */
    static <T> List<T> listed(List<T> candidates) {
        return candidates.subList(1, Math.min(LISTED, candidates.size()));
    }
}
