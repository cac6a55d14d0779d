package dev.turnstone.operation;

import dev.turnstone.schema.Index;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * An index goes away.
 *
 * @param table the table
 * @param index the index as it was
 */
public record DropIndex(TableName table, Index index) implements Operation {

    /** Checks that the parts are given. */
    public DropIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    @Override
    public Operation inverse() {
        return new AddIndex(table, index);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
