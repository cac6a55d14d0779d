package dev.turnstone.operation;

import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A table gets another name and keeps its rows.
 *
 * @param from the old name
 * @param to the new name
 */
public record RenameTable(TableName from, TableName to) implements Operation {

    /** Checks that the parts are given. */
    public RenameTable {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Operation inverse() {
        return new RenameTable(to, from);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameTable(this);
    }
}
