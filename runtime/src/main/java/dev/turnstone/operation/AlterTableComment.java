package dev.turnstone.operation;

import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * The comment of a table changes.
 *
 * @param table the table
 * @param from the old comment; empty for none
 * @param to the new comment; empty for none
 */
public record AlterTableComment(TableName table, String from, String to) implements Operation {

    /** Checks that the parts are given. */
    public AlterTableComment {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Operation inverse() {
        return new AlterTableComment(table, to, from);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterTableComment(this);
    }
}
