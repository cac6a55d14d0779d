package dev.turnstone.processor.history;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of saved migrations: a number of four digits or more, and a name that every file system can keep. */
final class MigrationId {

    private static final Pattern ID = Pattern.compile("[0-9]{4,9}_[a-z][a-z0-9_]{0,79}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,79}");

    private MigrationId() {}

    static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    static boolean isValidName(String name) {
        return NAME.matcher(name).matches();
    }

    static int number(String id) {
        return Integer.parseInt(id.substring(0, id.indexOf('_')));
    }

    static String of(int number, String name) {
        return String.format(Locale.ROOT, "%04d_%s", number, name);
    }

    /** What someone may have meant by a name that is none. */
    static Optional<String> cleaned(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        String cleaned = words.substring(0, Math.min(80, words.length()));
        return isValidName(cleaned) ? Optional.of(cleaned) : Optional.empty();
    }
}
