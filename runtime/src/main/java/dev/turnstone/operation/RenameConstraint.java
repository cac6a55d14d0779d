package dev.turnstone.operation;

import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A constraint gets another name.
 *
 * @param table the table
 * @param from the old name
 * @param to the new name
 */
public record RenameConstraint(TableName table, String from, String to) implements Operation {

    /** Checks that the parts are given. */
    public RenameConstraint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Operation inverse() {
        return new RenameConstraint(table, to, from);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameConstraint(this);
    }
}
