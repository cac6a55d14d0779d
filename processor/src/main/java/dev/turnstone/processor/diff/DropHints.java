package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be lost.
 *
 * @param hints what the source says of that
 * @param fresh what may go without a word
 */
record DropHints(List<DropHint> hints, Set<String> fresh) {

    /** Whether a table of the snapshot may go. */
    boolean allowTable(TableName table) {
        return namesTable(table) || fresh.contains(DeclaredSchema.key(table));
    }

    /** Whether a column may go: it is in a table of the snapshot, and the hint in that of the entities. */
    boolean allowColumn(TableMatch match, String column) {
        return namesColumn(match.declared().name(), column)
                || fresh.contains(DeclaredSchema.key(match.before().name(), column));
    }

    boolean namesTable(TableName table) {
        return hints.stream().anyMatch(hint -> hint.table() == null && denotes(hint, table));
    }

    /** Asks for a column of a declared table. */
    boolean namesColumn(TableName table, String column) {
        return hints.stream()
                .anyMatch(hint ->
                        hint.table() != null && hint.table().same(table) && Identifiers.same(hint.name(), column));
    }

    /** A hint as it is to be written, with a place for the reason. */
    static String written(String member, List<String> names) {
        String value = names.stream().map(Quoted::java).collect(Collectors.joining(", "));
        return "@Dropped(" + member + " = " + (names.size() == 1 ? value : "{" + value + "}")
                + ", reason = \"why it may go\")";
    }

    /** Whether a hint means a table, with or without its schema. */
    static boolean denotes(DropHint hint, TableName table) {
        return Identifiers.same(hint.name(), table.name()) || Identifiers.same(hint.name(), table.toString());
    }
}
