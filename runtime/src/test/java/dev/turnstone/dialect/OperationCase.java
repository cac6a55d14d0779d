package dev.turnstone.dialect;

import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.List;

/**
 * A change that each dialect renders, or refuses.
 *
 * @param name the golden file's name
 * @param before the schema that the change finds
 * @param rows statements that put rows into it, which any database understands
 * @param inUse whether others may be using the tables
 * @param operations what happens
 */
record OperationCase(String name, Schema before, List<String> rows, boolean inUse, List<Operation> operations) {

    static OperationCase of(String name, Schema before, Operation... operations) {
        return new OperationCase(name, before, List.of(), true, List.of(operations));
    }

    static OperationCase of(String name, Table before, Operation... operations) {
        return of(name, Schema.of(before), operations);
    }

    OperationCase withRows(String... inserts) {
        return new OperationCase(name, before, List.of(inserts), inUse, operations);
    }

    /** The same on tables that nobody uses yet. */
    OperationCase plain() {
        return new OperationCase("plain_" + name, before, rows, false, operations);
    }

    Change change() {
        return new Change(operations, () -> before, inUse);
    }

    @Override
    public String toString() {
        return name;
    }
}
