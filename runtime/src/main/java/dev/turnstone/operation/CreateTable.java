package dev.turnstone.operation;

import dev.turnstone.schema.Table;
import java.util.Objects;

/**
 * A new table, with all its parts.
 *
 * @param table the table
 */
public record CreateTable(Table table) implements Operation {

    /** Checks that the parts are given. */
    public CreateTable {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public Operation inverse() {
        return new DropTable(table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createTable(this);
    }
}
