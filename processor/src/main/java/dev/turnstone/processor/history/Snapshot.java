package dev.turnstone.processor.history;

import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.rewrite.Renames;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /**
     * All classes and fields of the sides of a merge. Where both know a table or column, the one that says a former name, as
     * its branch gave it that name; else the first one.
     */
    static Mapping mapping(List<Snapshot> sides) {
        return sides.stream().map(Snapshot::mapping).reduce(Snapshot::merged).orElse(Mapping.EMPTY);
    }

    /** The same with the names that its tables and columns have elsewhere; without those that are gone there. */
    Snapshot renamed(Renames names) {
        List<TableMapping> tables = new ArrayList<>();
        for (TableMapping table : mapping.tables()) {
            List<ColumnMapping> columns = new ArrayList<>();
            table.columns()
                    .forEach(column -> names.column(table.table(), column.column())
                            .map(name -> new ColumnMapping(name, column.field(), column.renamedFrom()))
                            .ifPresent(columns::add));
            names.table(table.table())
                    .map(name -> new TableMapping(name, table.entity(), table.renamedFrom(), columns))
                    .ifPresent(tables::add);
        }
        return new Snapshot(set, packageName, headId, headFingerprint, release, schema, new Mapping(tables));
    }

    private static Mapping merged(Mapping first, Mapping second) {
        List<TableMapping> tables = new ArrayList<>();
        for (TableMapping table : first.tables()) {
            TableMapping other = second.table(table.table()).orElse(table);
            boolean moved =
                    table.renamedFrom().isEmpty() && !other.renamedFrom().isEmpty();
            TableMapping leading = moved ? other : table;
            tables.add(merged(
                    leading, (moved ? first : second).entity(leading.entity()).orElse(moved ? table : other)));
        }
        second.tables().stream()
                .filter(table -> first.table(table.table()).isEmpty())
                .map(table -> merged(table, first.entity(table.entity()).orElse(table)))
                .forEach(tables::add);
        return new Mapping(tables);
    }

    private static TableMapping merged(TableMapping first, TableMapping second) {
        List<ColumnMapping> columns = new ArrayList<>();
        for (ColumnMapping column : first.columns()) {
            ColumnMapping other = second.column(column.column()).orElse(column);
            columns.add(column.renamedFrom().isEmpty() && !other.renamedFrom().isEmpty() ? other : column);
        }
        second.columns().stream()
                .filter(column -> first.column(column.column()).isEmpty())
                .forEach(columns::add);
        return new TableMapping(first.table(), first.entity(), first.renamedFrom(), columns);
    }
}
