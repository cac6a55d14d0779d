package dev.turnstone.processor.history;

import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the snapshot's file says. */
record Snapshot(
        String set,
        String packageName,
        String headId,
        String headFingerprint,
        String release,
        Schema schema,
        Mapping mapping) {

    /** The newest release that either side of a merge knows. */
    static String release(List<Snapshot> sides) {
        return sides.stream()
                .map(Snapshot::release)
                .filter(MigrationId::isValid)
                .max(Comparator.comparingInt(MigrationId::number))
                .orElse("");
    }

    /** All classes and fields of the sides of a merge; where both know a table or column, the first one's. */
    static Mapping mapping(List<Snapshot> sides) {
        Mapping merged = Mapping.EMPTY;
        for (Snapshot side : sides) {
            List<TableMapping> tables = new ArrayList<>();
            for (TableMapping table : side.mapping.tables()) {
                Optional<TableMapping> known = merged.table(table.table());
                tables.add(known.isEmpty() ? table : merged(known.get(), table));
            }
            for (TableMapping table : merged.tables()) {
                if (side.mapping.table(table.table()).isEmpty()) {
                    tables.add(table);
                }
            }
            merged = new Mapping(tables);
        }
        return merged;
    }

    private static TableMapping merged(TableMapping first, TableMapping second) {
        List<ColumnMapping> columns = new ArrayList<>(first.columns());
        second.columns().stream()
                .filter(column -> first.column(column.column()).isEmpty())
                .forEach(columns::add);
        return new TableMapping(first.table(), first.entity(), first.renamedFrom(), columns);
    }
}
