package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Tells what there is only since some migrations. */
public final class Fresh {

    private Fresh() {}

    /**
     * The tables and columns that operations made and left.
     *
     * @param base the schema that they find
     * @param operations what happens, in order; it fits the schema
     * @param tableKey makes a text of a table's name
     * @param columnKey makes a text of a table's and a column's name
     * @return the names that they have in the end, as such texts
     */
    public static Set<String> since(
            Schema base,
            List<Operation> operations,
            Function<TableName, String> tableKey,
            BiFunction<TableName, String, String> columnKey) {
        Line line = Line.of(base, operations);
        Set<String> fresh = new TreeSet<>();
        for (Table table : SchemaReplay.replay(base, operations).tables()) {
            if (line.origin(table.name()) == null) {
                fresh.add(tableKey.apply(table.name()));
            }
            table.columns().forEach(column -> {
                if (line.columnOrigin(table.name(), column.name()) == null) {
                    fresh.add(columnKey.apply(table.name(), column.name()));
                }
            });
        }
        return fresh;
    }
}
