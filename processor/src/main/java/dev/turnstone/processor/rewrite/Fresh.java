package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells what there is only since some migrations. */
public final class Fresh {

    private Fresh() {}

    /**
     * The tables and columns that operations made and left.
     *
     * @param base the schema that they find
     * @param operations what happens, in order; it fits the schema
     * @return the names that they have in the end, as {@link DeclaredSchema#key} gives them
     */
    public static Set<String> since(Schema base, List<Operation> operations) {
        Line line = new Line(base);
        operations.forEach(line::follow);
        Set<String> fresh = new TreeSet<>();
        for (Table table : SchemaReplay.replay(base, operations).tables()) {
            if (line.origin(table.name()) == null) {
                fresh.add(DeclaredSchema.key(table.name()));
            }
            table.columns().forEach(column -> {
                if (line.columnOrigin(table.name(), column.name()) == null) {
                    fresh.add(DeclaredSchema.key(table.name(), column.name()));
                }
            });
        }
        return fresh;
    }
}
