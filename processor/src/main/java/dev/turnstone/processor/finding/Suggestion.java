package dev.turnstone.processor.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a user meant by a name that does not exist. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * Finds the real name that is most like a wrong one. Letter case does not count.
     *
     * @param wrong what the user wrote
     * @param real the names that exist, in any order
     * @return the nearest name, the first in alphabetical order among equally near ones; empty if none is near enough to
     *     be meant
     */
    public static Optional<String> nearest(String wrong, Collection<String> real) {
        String typed = wrong.toLowerCase(Locale.ROOT);
        int tolerated = (Math.min(typed.length(), 30) + 2) / 3;
        return real.stream()
                .map(name -> new Candidate(name, distance(typed, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= tolerated)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /**
     * The question to put behind a message.
     *
     * @param wrong what the user wrote
     * @param real the names that exist, in any order
     * @return such as {@code " Did you mean 'title'?"}; empty if no name is near
     */
    public static String didYouMean(String wrong, Collection<String> real) {
        return nearest(wrong, real).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    /** Levenshtein's distance: how many letters must be put in, taken out or changed. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[to.length()];
    }

    private record Candidate(String name, int distance) {}
}
