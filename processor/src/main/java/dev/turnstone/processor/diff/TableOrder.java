package dev.turnstone.processor.diff;

import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Orders tables by their foreign keys. */
final class TableOrder {

    private final Map<TableName, Table> tables = new TreeMap<>();

    /** For each table that waits: the tables that it waits for. */
    private final TreeMap<TableName, SortedSet<TableName>> waiting = new TreeMap<>();

    private final Map<TableName, Set<TableName>> awaitedBy = new TreeMap<>();
    private final SortedSet<TableName> ready = new TreeSet<>();

    private TableOrder(List<Table> all) {
        all.forEach(table -> tables.put(table.name(), table));
        for (Table table : all) {
            SortedSet<TableName> referenced = new TreeSet<>();
            for (ForeignKey key : table.foreignKeys()) {
                if (tables.containsKey(key.table()) && !key.table().same(table.name())) {
                    referenced.add(key.table());
                    awaitedBy
                            .computeIfAbsent(key.table(), name -> new TreeSet<>())
                            .add(table.name());
                }
            }
            if (referenced.isEmpty()) {
                ready.add(table.name());
            } else {
                waiting.put(table.name(), referenced);
            }
        }
    }

    /** Referenced tables first, else by name. In a cycle one table has to come before one that it references. */
    static List<Table> referencedFirst(List<Table> all) {
        TableOrder order = new TableOrder(all);
        List<Table> ordered = new ArrayList<>();
        while (ordered.size() < order.tables.size()) {
            ordered.add(order.tables.get(order.next()));
        }
        return ordered;
    }

    private TableName next() {
        TableName next = ready.isEmpty() ? firstOfCycle() : ready.first();
        ready.remove(next);
        waiting.remove(next);
        for (TableName other : awaitedBy.getOrDefault(next, Set.of())) {
            SortedSet<TableName> awaited = waiting.get(other);
            if (awaited != null) {
                awaited.remove(next);
                if (awaited.isEmpty()) {
                    waiting.remove(other);
                    ready.add(other);
                }
            }
        }
        return next;
    }

    /** The first by name in some cycle; a table that only leads to a cycle is none of it, and can wait. */
    private TableName firstOfCycle() {
        List<TableName> path = new ArrayList<>();
        Set<TableName> seen = new TreeSet<>();
        TableName name = waiting.firstKey();
        while (seen.add(name)) {
            path.add(name);
            name = waiting.get(name).first();
        }
        TableName start = name;
        int from = path.stream().map(each -> each.same(start)).toList().indexOf(true);
        return new TreeSet<>(path.subList(from, path.size())).first();
    }
}
