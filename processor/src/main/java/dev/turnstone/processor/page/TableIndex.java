package dev.turnstone.processor.page;

import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.fold.OperationTable;
import dev.turnstone.processor.history.History;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** For each table that ever was, what was done to it, under whatever name. */
final class TableIndex {

    private final Map<TableName, Entry> current = new TreeMap<>();
    private final List<Entry> all = new ArrayList<>();

    /**
     * A table.
     *
     * @param names all names that it had, the last one last
     * @param changes what was done to it, with the migration that did it
     */
    record Entry(List<TableName> names, List<Change> changes) {

        TableName name() {
            return names.get(names.size() - 1);
        }

        /** The names that it had before, without those of a moment. */
        Set<TableName> former() {
            Set<TableName> former = new LinkedHashSet<>(names);
            former.remove(name());
            return former;
        }
    }

    /**
     * What was done to a table.
     *
     * @param migration the id of the migration
     * @param summary what it did
     */
    record Change(String migration, String summary) {}

    private TableIndex() {}

    /** The tables, by name; of those with one name, the oldest first. */
    static List<Entry> of(History history) {
        TableIndex index = new TableIndex();
        history.root().ifPresent(root -> root.operations().forEach(each -> index.add(root.id(), each)));
        history.migrations()
                .forEach(migration -> migration.operations().forEach(each -> index.add(migration.id(), each)));
        index.all.sort(Comparator.comparing(Entry::name));
        return index.all;
    }

    private void add(String migration, Operation operation) {
        Optional<TableName> found = OperationTable.foundBy(operation);
        if (found.isEmpty()) {
            return;
        }
        Entry entry = current.remove(found.get());
        if (entry == null) {
            entry = new Entry(new ArrayList<>(), new ArrayList<>());
            all.add(entry);
        }
        TableName left = OperationTable.leftBy(operation).orElseThrow();
        if (entry.names().isEmpty() || !entry.name().equals(left)) {
            entry.names().add(left);
        }
        entry.changes().add(new Change(migration, OperationSummary.of(operation)));
        if (!(operation instanceof DropTable)) {
            current.put(left, entry);
        }
    }
}
