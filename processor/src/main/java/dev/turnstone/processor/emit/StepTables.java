package dev.turnstone.processor.emit;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tables and columns that a data migration finds, to write as Java.
 *
 * @param step the binary name of its class
 * @param schema the schema at its point of the history
 * @param only the tables that it asks for, by name; empty for all
 * @param used words of sources, among which the constants are that are needed; empty for all
 */
public record StepTables(String step, Schema schema, List<String> only, Set<String> used) {

    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9_$]+");

    /** Copies the names. */
    public StepTables {
        only = List.copyOf(only);
        used = Set.copyOf(used);
    }

    /** Whether a table is needed; a name that is not plain may stand in a source in many ways. */
    boolean needs(String table, String constant) {
        return (only.isEmpty() || Identifiers.contains(only, table))
                && (used.isEmpty()
                        || used.contains(constant)
                        || !PLAIN.matcher(constant).matches());
    }

    String packageName() {
        return step.substring(0, Math.max(0, step.lastIndexOf('.')));
    }

    String className() {
        return className(step);
    }

    /**
     * How the class of constants is called.
     *
     * @param step the binary name of a data migration's class
     * @return the simple name, such as {@code Blog_SplitNamesTables} for {@code com.acme.Blog$SplitNames}
     */
    public static String className(String step) {
        return step.substring(step.lastIndexOf('.') + 1).replace('$', '_') + "Tables";
    }

    String qualifiedName() {
        return packageName().isEmpty() ? className() : packageName() + "." + className();
    }
}
