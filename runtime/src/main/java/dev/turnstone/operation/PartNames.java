package dev.turnstone.operation;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.Map;
import java.util.TreeMap;

/** The names of constraints and indexes: each is unique within its database schema, whatever its table. */
final class PartNames {

    private final Map<String, Map<String, TableState>> owners = new TreeMap<>(Identifiers.ORDER);

    void claim(TableState table, String name) {
        TableState owner = in(table.name()).putIfAbsent(name, table);
        if (owner != null) {
            throw new InvalidOperationException("The table " + table.name() + " cannot have a constraint or index "
                    + name + ": the table " + owner.name() + " has one of this name.");
        }
    }

    void release(TableName table, String name) {
        in(table).remove(name);
    }

    private Map<String, TableState> in(TableName table) {
        return owners.computeIfAbsent(table.schema(), schema -> new TreeMap<>(Identifiers.ORDER));
    }
}
