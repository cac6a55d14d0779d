package dev.turnstone.operation;

import dev.turnstone.schema.Table;
import java.util.Objects;

/**
 * A table goes away, and its rows with it.
 *
 * @param table the table as it was
 */
public record DropTable(Table table) implements Operation {

    /** Checks that the parts are given. */
    public DropTable {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public Operation inverse() {
        return new CreateTable(table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
