package dev.turnstone.processor.diff;

import dev.turnstone.operation.Operation;
import java.util.List;
import java.util.Locale;

/** The name of a migration, from what it does. */
public final class MigrationName {

    private static final int ENOUGH = 50;
    private static final int MAX_LENGTH = 120;

    private MigrationName() {}

    /**
     * Names a migration.
     *
     * @param operations what it does
     * @param first whether it is the first of its history
     * @return such as {@code add_author_email}: letters from a to z, digits and underscores, with a letter first
     */
    public static String of(List<Operation> operations, boolean first) {
        return first
                ? "initial"
                : join(OperationTitle.of(operations).stream()
                        .map(MigrationName::clean)
                        .distinct()
                        .toList());
    }

    private static String join(List<String> fragments) {
        if (fragments.isEmpty()) {
            return "changes";
        }
        StringBuilder name = new StringBuilder(fragments.get(0));
        for (String fragment : fragments.subList(1, fragments.size())) {
            if (name.length() + "_and_".length() + fragment.length() > ENOUGH) {
                return cut(name) + "_and_more";
            }
            name.append("_and_").append(fragment);
        }
        return cut(name);
    }

    /** A single fragment stays whole, unless file systems would mind. */
    private static String cut(StringBuilder name) {
        return name.substring(0, Math.min(name.length(), MAX_LENGTH));
    }

    private static String clean(String fragment) {
        return fragment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
