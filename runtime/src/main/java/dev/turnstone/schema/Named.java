package dev.turnstone.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has a name in a table. */
interface Named {

    /** One for all kinds: each further lambda takes time at the start of an application. */
    Comparator<Named> ORDER = (a, b) -> Identifiers.ORDER.compare(a.name(), b.name());

    String name();

    static <T extends Named> List<T> sorted(List<T> parts) {
        List<T> sorted = new ArrayList<>(parts);
        sorted.sort(ORDER);
        return List.copyOf(sorted);
    }
}
