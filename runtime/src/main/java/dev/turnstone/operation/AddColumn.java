package dev.turnstone.operation;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A new column in an existing table.
 *
 * @param table the table
 * @param column the column
 * @param fill what rows that exist get; null for the column's default, or NULL
 */
public record AddColumn(TableName table, Column column, DefaultValue fill) implements Operation {

    /** Checks that the parts are given. */
    public AddColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public Operation inverse() {
        return new DropColumn(table, column, fill);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addColumn(this);
    }
}
