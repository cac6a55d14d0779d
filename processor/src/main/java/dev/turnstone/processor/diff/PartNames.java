package dev.turnstone.processor.diff;

import dev.turnstone.schema.Identifiers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hands out names of constraints and indexes: each once in a database schema. */
final class PartNames {

    private static final int HASH_DIGITS = 8;

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
            String hash = hash(owner + "\n" + name + "\n" + attempt);
            candidate = name.substring(0, Math.min(name.length(), MAX_LENGTH - HASH_DIGITS - 1)) + "_" + hash;
        }
        return candidate;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
