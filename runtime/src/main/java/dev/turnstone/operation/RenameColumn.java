package dev.turnstone.operation;

import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A column gets another name and keeps its values.
 *
 * @param table the table
 * @param from the old name
 * @param to the new name
 */
public record RenameColumn(TableName table, String from, String to) implements Operation {

    /** Checks that the parts are given. */
    public RenameColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Operation inverse() {
        return new RenameColumn(table, to, from);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameColumn(this);
    }
}
