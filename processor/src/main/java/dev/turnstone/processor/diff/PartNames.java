package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.NameHash;
import dev.turnstone.schema.Identifiers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hands out names of constraints and indexes: each once in a database schema. */
final class PartNames {

    /** PostgreSQL has the shortest names of the supported databases. */
    private static final int MAX_LENGTH = 63;

    private final Map<String, Set<String>> taken = new TreeMap<>(Identifiers.ORDER);

    /** Takes a name if it is free. */
    boolean take(String schema, String name) {
        return taken.computeIfAbsent(schema, each -> new TreeSet<>(Identifiers.ORDER))
                .add(name);
    }

    /** Takes a name that is free, as near to the wanted one as can be. The same input gives the same name. */
    String takeLike(String schema, String name, String owner) {
        String candidate = name;
        for (int attempt = 0; !take(schema, candidate); attempt++) {
            String hash = NameHash.of((owner + "\n" + name + "\n" + attempt).toLowerCase(Locale.ROOT));
            candidate = name.substring(0, Math.min(name.length(), MAX_LENGTH - NameHash.LENGTH - 1)) + "_" + hash;
        }
        return candidate;
    }
}
