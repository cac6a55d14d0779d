package dev.turnstone.schema;

import java.util.ArrayList;
import java.util.List;

/** What has a name in a table. */
interface Named {

    String name();

    static <T extends Named> List<T> sorted(List<T> parts) {
        List<T> sorted = new ArrayList<>(parts);
        sorted.sort(Identifiers.BY_NAME);
        return List.copyOf(sorted);
    }
}
