package dev.turnstone.dialect;

import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Schema;
import java.util.List;
import java.util.function.Supplier;

/**
 * One migration as a dialect gets it. A dialect sees all operations at once, so it can treat a table that the migration
 * itself creates otherwise than one that is in use, and make several changes of one table in one go.
 *
 * @param operations what happens, in order
 * @param before gives the schema that the first operation finds; a dialect that need not know it does not ask, as the
 *     answer may cost a replay of the whole history
 * @param inUse whether others may be using the tables; if not, the plain and fast forms will do
 */
public record Change(List<Operation> operations, Supplier<Schema> before, boolean inUse) {

    /** Copies the operations. */
    public Change {
        operations = List.copyOf(operations);
    }

    /**
     * A change of tables that are in use.
     *
     * @param operations what happens, in order
     * @param before gives the schema that the first operation finds
     * @return the change
     */
    public static Change inUse(List<Operation> operations, Supplier<Schema> before) {
        return new Change(operations, before, true);
    }
}
