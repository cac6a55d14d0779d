package dev.turnstone.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How Turnstone compares names: letter case is never a difference, as unquoted SQL names have none. */
public final class Identifiers {

    /** The stable order of names: case is ignored, so that a change of case moves nothing. */
    public static final Comparator<String> ORDER = String.CASE_INSENSITIVE_ORDER;

    /**
     * One for all that has a name, as each further lambda takes time at the start of an application. It is here, because
     * public types would inherit it from {@link Named}.
     */
    static final Comparator<Named> BY_NAME = (a, b) -> ORDER.compare(a.name(), b.name());

    private Identifiers() {}

    /**
     * Tells whether two names denote the same thing.
     *
     * @param a a name
     * @param b another name
     * @return true if they are equal but for letter case
     */
    public static boolean same(String a, String b) {
        return a.equalsIgnoreCase(b);
    }

    /**
     * Tells whether two lists hold the same names in the same order.
     *
     * @param a names
     * @param b other names
     * @return true if they are pairwise the same
     */
    public static boolean same(List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Looks for a name.
     *
     * @param names where to look
     * @param name what to look for
     * @return true if one of the names is the same
     */
    public static boolean contains(Collection<String> names, String name) {
        for (String each : names) {
            if (same(each, name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes away the quotes that say that a name's letter case counts.
     *
     * @param name a name, in double quotes or not
     * @return the name as a catalogue tells it, but for the letter case of a name without quotes
     */
    public static String exact(String name) {
        int last = name.length() - 1;
        return last > 1 && name.charAt(0) == '"' && name.charAt(last) == '"' ? name.substring(1, last) : name;
    }

    /**
     * Replaces one name in a list.
     *
     * @param names the names
     * @param from the name to replace
     * @param to what stands there afterwards
     * @return a new list in the same order
     */
    public static List<String> replace(List<String> names, String from, String to) {
        return names.stream().map(name -> same(name, from) ? to : name).toList();
    }

    /**
     * Finds an element by name in a list that is sorted by {@link #ORDER}.
     *
     * @param sorted the elements
     * @param nameOf gives an element's name
     * @param name what to look for
     * @param <T> the elements' type
     * @return the element of the same name, or empty
     */
    public static <T> Optional<T> find(List<T> sorted, Function<T, String> nameOf, String name) {
        return find(sorted, nameOf, name, ORDER);
    }

    /**
     * Finds an element by its key in a sorted list. Without streams and linear searches, because a compile looks up every
     * column of every table, cold.
     *
     * @param sorted the elements, sorted by their keys
     * @param keyOf gives an element's key
     * @param key what to look for
     * @param order the order of keys
     * @param <T> the elements' type
     * @param <K> the keys' type
     * @return an element whose key is no different in that order, or empty
     */
    public static <T, K> Optional<T> find(List<T> sorted, Function<T, K> keyOf, K key, Comparator<? super K> order) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            T element = sorted.get(middle);
            int difference = order.compare(keyOf.apply(element), key);
            if (difference == 0) {
                return Optional.of(element);
            } else if (difference < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    static String requireName(String name, String what) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("A " + what + " needs a name.");
        }
        return name;
    }

    static List<String> requireNames(List<String> names, String what) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A " + what + " needs at least one column.");
        }
        for (String name : names) {
            requireName(name, "column of a " + what);
        }
        return List.copyOf(names);
    }
}
