package dev.turnstone.processor.diff;

import dev.turnstone.processor.diff.TableChange.ColumnPair;
import dev.turnstone.processor.diff.TableChange.PartPair;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.Set;
import java.util.TreeSet;

/** Finds what must go early because its name is needed: a loss comes last wherever it can. */
final class EarlyDrops {

    private final Set<TableName> tables = new TreeSet<>();

    /** Names of constraints and indexes with the schema they are in. */
    private final Set<TableName> parts = new TreeSet<>();

    EarlyDrops(Target target) {
        for (Table table : target.created()) {
            tables.add(table.name());
            Part.of(table).forEach(part -> need(table, part));
        }
        for (TableChange change : target.changes()) {
            boolean moved = !Identifiers.same(
                    change.before().name().schema(), change.after().name().schema());
            if (change.isRenamed()) {
                tables.add(change.after().name());
            }
            change.addedParts().forEach(part -> need(change.after(), part));
            change.parts().stream()
                    .filter(pair -> moved || pair.isRenamed())
                    .map(PartPair::after)
                    .forEach(part -> need(change.after(), part));
        }
    }

    private void need(Table table, Part part) {
        parts.add(table.name().sibling(part.name()));
    }

    boolean isEarly(Table dropped) {
        return tables.contains(dropped.name())
                || Part.of(dropped)
                        .anyMatch(part -> parts.contains(dropped.name().sibling(part.name())));
    }

    static boolean isEarly(TableChange change, Column dropped) {
        return change.columns().stream()
                .map(ColumnPair::after)
                .anyMatch(column -> Identifiers.same(column.name(), dropped.name()));
    }
}
