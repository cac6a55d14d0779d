package dev.turnstone.operation;

import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A constraint goes away.
 *
 * @param table the table
 * @param constraint the constraint as it was
 */
public record DropConstraint(TableName table, Constraint constraint) implements Operation {

    /** Checks that the parts are given. */
    public DropConstraint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public Operation inverse() {
        return new AddConstraint(table, constraint);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropConstraint(this);
    }
}
