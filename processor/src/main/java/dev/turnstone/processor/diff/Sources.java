package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A mapping made quick to ask: a module may have a thousand entities. */
final class Sources {

    private final Map<TableName, TableMapping> byTable = new TreeMap<>();
    private final Map<String, TableMapping> byEntity = new HashMap<>();

    Sources(Mapping mapping) {
        for (TableMapping table : mapping.tables()) {
            byTable.putIfAbsent(table.table(), table);
            byEntity.putIfAbsent(table.entity(), table);
        }
    }

    Optional<TableMapping> table(TableName table) {
        return Optional.ofNullable(byTable.get(table));
    }

    Optional<TableMapping> entity(String entity) {
        return Optional.ofNullable(byEntity.get(entity));
    }

    /** The entity of this name, simple or full. */
    Optional<TableMapping> entityCalled(String name) {
        return byTable.values().stream()
                .filter(each -> each.entity().equals(name)
                        || each.entity().endsWith("." + name)
                        || each.entity().endsWith("$" + name))
                .findFirst();
    }

    Optional<ColumnMapping> column(TableName table, String column) {
        return table(table).flatMap(each -> each.column(column));
    }

    Optional<ColumnMapping> field(TableName table, String field) {
        return table(table)
                .flatMap(each -> each.columns().stream()
                        .filter(column -> column.field().equals(field))
                        .findFirst());
    }
}
