package dev.turnstone.processor.diff;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.Unique;
import java.util.Optional;

/** What rows get in a column that comes back after its values are lost. */
final class Refill {

    private Refill() {}

    /** NULL or a neutral value that the column takes; null where none is needed, or none is known. */
    static DefaultValue of(Table table, Column column) {
        if (column.nullable() && column.defaultValue() != null && isInKey(table, column)) {
            // The default in every row would be a duplicate, or refer to nothing.
            return new DefaultValue.Sql("NULL");
        }
        if (column.nullable() || column.identity() || column.defaultValue() != null) {
            return null;
        }
        Optional<String> allowed = table.constraintsOf(Check.class).stream()
                .map(Check::condition)
                .filter(Condition.OneOf.class::isInstance)
                .map(Condition.OneOf.class::cast)
                .filter(oneOf -> Identifiers.same(oneOf.column(), column.name()))
                .map(oneOf -> oneOf.values().get(0))
                .findFirst();
        String value = allowed.orElseGet(() -> neutral(column.type()));
        return value == null ? null : new DefaultValue.Literal(value);
    }

    private static boolean isInKey(Table table, Column column) {
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof Unique || constraint instanceof ForeignKey)
                .anyMatch(constraint -> constraint.mentions(column.name()));
    }

    private static String neutral(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "false";
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> "0";
            case CHAR, VARCHAR, TEXT, VARBINARY, BLOB -> "";
            case DATE -> "1970-01-01";
            case TIME -> "00:00:00";
            case TIMESTAMP -> "1970-01-01 00:00:00";
            case TIMESTAMP_TZ -> "1970-01-01 00:00:00+00:00";
            case UUID -> "00000000-0000-0000-0000-000000000000";
            case VERBATIM -> null;
        };
    }
}
