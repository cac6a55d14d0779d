package dev.turnstone.operation;

import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A new constraint on an existing table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(TableName table, Constraint constraint) implements Operation {

    /** Checks that the parts are given. */
    public AddConstraint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public Operation inverse() {
        return new DropConstraint(table, constraint);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addConstraint(this);
    }
}
