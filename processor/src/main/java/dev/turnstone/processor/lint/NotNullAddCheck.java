package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import java.util.List;

/** A new NOT NULL column needs a value for the rows that exist. */
final class NotNullAddCheck implements LintCheck {

    @Override
    public List<Finding> check(LintContext context) {
        return context.operations(AddColumn.class).stream()
                .filter(NotNullAddCheck::lacksValue)
                .map(operation -> finding(context, operation))
                .toList();
    }

    private static boolean lacksValue(AddColumn operation) {
        Column column = operation.column();
        return !column.nullable() && !column.identity() && column.defaultValue() == null && operation.fill() == null;
    }

    private static Finding finding(LintContext context, AddColumn operation) {
        Column column = operation.column();
        return Finding.of(
                Tag.NOTNULL_ADD,
                context.declared().place(operation.table(), column.name()),
                "The new column " + column.name() + " of table " + operation.table()
                        + " is NOT NULL, but rows that exist have no value for it: the change fails on a table that is not"
                        + " empty.",
                "Give them one: " + example(column) + "\nOr let the column be empty: @Column(nullable = true)"
                        + " (a primitive type needs its wrapper).");
    }

    private static String example(Column column) {
        return switch (column.type().kind()) {
            case BOOLEAN -> "@Default(\"false\")";
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> "@Default(\"0\")";
            case DATE -> "@Default(sql = \"current_date\")";
            case TIME -> "@Default(sql = \"localtime\")";
            case TIMESTAMP -> "@Default(sql = \"localtimestamp\")";
            case TIMESTAMP_TZ -> "@Default(sql = \"current_timestamp\")";
            case CHAR, VARCHAR, TEXT -> "@Default(\"...\")";
            case VARBINARY, BLOB, UUID, VERBATIM -> "@Default(sql = \"...\")";
        };
    }
}
