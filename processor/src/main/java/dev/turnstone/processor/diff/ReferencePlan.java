package dev.turnstone.processor.diff;

import dev.turnstone.processor.diff.TableChange.ColumnPair;
import dev.turnstone.processor.diff.TableChange.PartPair;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells which foreign keys stand in the way of other changes, and which must wait for them. */
final class ReferencePlan {

    private final Map<TableName, TableChange> byBefore = new TreeMap<>();
    private final Map<TableName, TableChange> byAfter = new TreeMap<>();
    private final Map<TableName, Integer> creation = new TreeMap<>();
    private final Map<TableName, Integer> dropping = new TreeMap<>();

    /**
     * Prepares the answers.
     *
     * @param changes the tables that stay
     * @param created the new tables, in the order of their creation
     * @param dropped the tables that go, in the order in which they go
     */
    ReferencePlan(List<TableChange> changes, List<Table> created, List<Table> dropped) {
        for (TableChange change : changes) {
            byBefore.put(change.before().name(), change);
            byAfter.put(change.after().name(), change);
        }
        created.forEach(table -> creation.put(table.name(), creation.size()));
        dropped.forEach(table -> dropping.put(table.name(), dropping.size()));
    }

    /** Whether a key of the snapshot must go before its columns, its index, or the key that it relies on can change. */
    boolean isDisturbed(TableName owner, ForeignKey key) {
        return isRetyped(owner, key.columns())
                || isRetyped(key.table(), key.references())
                || isUprooted(byBefore.get(key.table()), key.references())
                || losesIndex(byBefore.get(owner), key.columns());
    }

    private boolean isRetyped(TableName table, List<String> columns) {
        TableChange change = byBefore.get(table);
        return change != null
                && columns.stream()
                        .anyMatch(column -> change.columnBefore(column)
                                .filter(ColumnPair::isRetyped)
                                .isPresent());
    }

    private static boolean isUprooted(TableChange change, List<String> references) {
        return change != null
                && (change.droppedParts().stream().anyMatch(part -> isKeyOver(part, references))
                        || change.droppedColumns().stream()
                                .anyMatch(column -> Identifiers.contains(references, column.name())));
    }

    /** H2 and MySQL let a foreign key use any index that begins with its columns, and refuse to drop that one. */
    private static boolean losesIndex(TableChange change, List<String> columns) {
        return change != null
                && change.droppedParts().stream()
                        .map(ReferencePlan::indexed)
                        .anyMatch(indexed -> indexed.size() >= columns.size()
                                && sorted(indexed.subList(0, columns.size())).equals(sorted(columns)));
    }

    private static List<String> indexed(Part part) {
        return part.element() instanceof Index index
                ? index.columns()
                : keyColumns((Constraint) part.element()).findFirst().orElse(List.of());
    }

    private static boolean isKeyOver(Part part, List<String> columns) {
        return part.element() instanceof Constraint constraint
                && keyColumns(constraint).anyMatch(key -> sorted(key).equals(sorted(columns)));
    }

    private static Stream<List<String>> keyColumns(Constraint constraint) {
        return constraint instanceof PrimaryKey key
                ? Stream.of(key.columns())
                : constraint instanceof Unique unique ? Stream.of(unique.columns()) : Stream.empty();
    }

    private static Set<String> sorted(List<String> names) {
        Set<String> sorted = new TreeSet<>(Identifiers.ORDER);
        sorted.addAll(names);
        return sorted;
    }

    /** Whether a key of a table that goes must go first, because of a change or because the table outlives another. */
    boolean isCut(TableName owner, ForeignKey key) {
        Integer target = dropping.get(key.table());
        return isDisturbed(owner, key) || (target != null && target < dropping.get(owner));
    }

    /** Whether a key can be part of the statement that creates its table: what it references is there by then. */
    boolean fitsInto(Table created, ForeignKey key) {
        Integer other = creation.get(key.table());
        if (other != null) {
            return other <= creation.get(created.name());
        }
        TableChange change = byAfter.get(key.table());
        return change == null || isStable(change, key.references());
    }

    private static boolean isStable(TableChange change, List<String> references) {
        return references.stream()
                        .allMatch(column -> change.columnAfter(column)
                                .filter(pair -> !pair.isRetyped())
                                .isPresent())
                && change.parts().stream().map(PartPair::after).anyMatch(part -> isKeyOver(part, references));
    }
}
