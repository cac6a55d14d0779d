package dev.turnstone.operation;

import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * An index gets another name.
 *
 * @param table the table
 * @param from the old name
 * @param to the new name
 */
public record RenameIndex(TableName table, String from, String to) implements Operation {

    /** Checks that the parts are given. */
    public RenameIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Operation inverse() {
        return new RenameIndex(table, to, from);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameIndex(this);
    }
}
