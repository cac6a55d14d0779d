package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import java.util.List;

/** A new NOT NULL column needs a value for the rows that exist. */
final class NotNullAddCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.operations(AddColumn.class).stream()
                .filter(operation -> lacksValue(operation) && !context.isNew(operation.table()))
                .map(operation -> remark(context, operation))
                .toList();
    }

    private static boolean lacksValue(AddColumn operation) {
        Column column = operation.column();
        return !column.nullable() && !column.identity() && column.defaultValue() == null && operation.fill() == null;
    }

    private static Remark remark(LintContext context, AddColumn operation) {
        Column column = operation.column();
        return new Remark(
                Tag.NOTNULL_ADD,
                Remark.subject(operation.table(), column.name()),
                context.place(operation.table(), column.name()),
                "The new column " + column.name() + " of table " + operation.table()
                        + " is NOT NULL, but rows that exist have no value for it: the change fails on a table that is not"
                        + " empty.",
                "Give them one: " + Example.value("Fill", column.type()) + "\nOr these and all rows to come: "
                        + (context.declared().isJpa(operation.table())
                                ? Example.columnDefault(column.type())
                                : Example.value("Default", column.type()))
                        + "\nOr let a data migration compute it: @DataMigration(fills = \"" + operation.table() + "."
                        + column.name() + "\")"
                        + "\nOr let the column be empty: @Column(nullable = true) (a primitive type needs its wrapper)."
                        + "\nIf the table is empty everywhere: " + Remark.accept(Tag.NOTNULL_ADD));
    }
}
