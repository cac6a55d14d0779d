package dev.turnstone.processor.declared;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives SQL names the names of Java constants: valid, each once, and the same for the same names in the same order. */
public final class JavaNames {

    private final Set<String> taken = new HashSet<>();

    /**
     * Names for one class.
     *
     * @param reserved names that it has already
     */
    public JavaNames(String... reserved) {
        for (String name : reserved) {
            taken.add(key(name));
        }
    }

    /**
     * Names the constant of the next SQL name.
     *
     * @param name the name of a table or column
     * @return such as {@code FULL_NAME}
     */
    public String constant(String name) {
        String valid = valid(name);
        String free = valid;
        for (int n = 2; !taken.add(key(free)); n++) {
            free = valid + "_" + n;
        }
        return free;
    }

    private static String valid(String name) {
        StringBuilder out = new StringBuilder();
        String words = name.replaceAll("(?<=\\p{Ll}|\\d)(?=\\p{Lu})", "_").toUpperCase(Locale.ROOT);
        for (int i = 0; i < words.length(); i++) {
            char each = words.charAt(i);
            boolean fits =
                    each != '$' && Character.isJavaIdentifierPart(each) && !Character.isIdentifierIgnorable(each);
            if (out.isEmpty() && fits && !Character.isJavaIdentifierStart(each)) {
                out.append('_');
            }
            out.append(fits ? each : '_');
        }
        // A lone underscore is a keyword.
        return out.length() == 1 && out.charAt(0) == '_' ? "__" : out.toString();
    }

    /** File systems may not tell letter case, and classes become files. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
