package dev.turnstone.operation;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.Objects;

/**
 * A column changes its type, its nullability, its default, its comment or who numbers it.
 *
 * @param table the table
 * @param from the column as it was
 * @param to the column as it will be, under the same name
 * @param rows what becomes of the rows that exist
 * @param rowsBack what becomes of them when the change is taken back
 */
public record AlterColumn(TableName table, Column from, Column to, Conversion rows, Conversion rowsBack)
        implements Operation {

    /** Checks that the parts are given and that the name stays. */
    public AlterColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(rowsBack, "rowsBack");
        if (!Identifiers.same(from.name(), to.name())) {
            throw new IllegalArgumentException("A column is renamed by its own operation, not from " + from.name()
                    + " to " + to.name() + " while it changes.");
        }
    }

    /**
     * A change that leaves the rows to the database.
     *
     * @param table the table
     * @param from the column as it was
     * @param to the column as it will be, under the same name
     */
    public AlterColumn(TableName table, Column from, Column to) {
        this(table, from, to, Conversion.NONE, Conversion.NONE);
    }

    @Override
    public Operation inverse() {
        return new AlterColumn(table, to, from, rowsBack, rows);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
