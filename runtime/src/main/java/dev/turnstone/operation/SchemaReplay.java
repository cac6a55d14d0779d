package dev.turnstone.operation;

import dev.turnstone.schema.Schema;
import java.util.List;

/** Applies operations to a schema: the same change that a dialect makes to a database, made to plain data. */
public final class SchemaReplay {

    private SchemaReplay() {}

    /**
     * The schema after some operations. A foreign key may reference a table that the schema does not know: that table
     * may belong to another migration set.
     *
     * @param before the schema that the first operation finds
     * @param operations what happens, in order
     * @return the schema that the last operation leaves
     * @throws InvalidOperationException if an operation does not fit the schema that it finds
     */
    public static Schema replay(Schema before, List<Operation> operations) {
        if (operations.isEmpty()) {
            return before;
        }
        SchemaState state = new SchemaState(before);
        operations.forEach(operation -> operation.accept(state));
        return state.schema();
    }
}
