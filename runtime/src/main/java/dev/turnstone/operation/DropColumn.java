package dev.turnstone.operation;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A column goes away, and its values with it.
 *
 * @param table the table
 * @param column the column as it was
 * @param refill what rows get for the lost value when the change is taken back; null for the column's default, or NULL
 */
public record DropColumn(TableName table, Column column, DefaultValue refill) implements Operation {

    /** Checks that the parts are given. */
    public DropColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public Operation inverse() {
        return new AddColumn(table, column, refill);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropColumn(this);
    }
}
