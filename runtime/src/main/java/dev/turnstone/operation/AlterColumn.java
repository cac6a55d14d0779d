package dev.turnstone.operation;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A column changes its type, nullability, default, comment or identity, but not its name.
 *
 * @param table the table
 * @param from the column as it was
 * @param to the column as it will be
 */
public record AlterColumn(TableName table, Column from, Column to) implements Operation {

    /** Checks that the parts are given. */
    public AlterColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!Identifiers.same(from.name(), to.name())) {
            throw new IllegalArgumentException("A column is renamed by its own operation, not from " + from.name()
                    + " to " + to.name() + " while it changes.");
        }
    }

    @Override
    public Operation inverse() {
        return new AlterColumn(table, to, from);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
