package dev.turnstone.operation;

import dev.turnstone.schema.Index;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A new index on an existing table.
 *
 * @param table the table
 * @param index the index
 */
public record AddIndex(TableName table, Index index) implements Operation {

    /** Checks that the parts are given. */
    public AddIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    @Override
    public Operation inverse() {
        return new DropIndex(table, index);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addIndex(this);
    }
}
