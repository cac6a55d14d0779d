package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A new column that is NOT NULL, or that a new check wants filled, needs a value for the rows that exist. */
final class NotNullAddCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        List<Remark> remarks = new ArrayList<>();
        for (AddColumn operation : context.operations(AddColumn.class)) {
            if (!lacksValue(operation) || context.isNew(operation.table())) {
                continue;
            }
            if (!operation.column().nullable()) {
                remarks.add(remark(context, operation));
            } else {
                wanting(context, operation).ifPresent(check -> remarks.add(remark(context, operation, check)));
            }
        }
        return remarks;
    }

    private static boolean lacksValue(AddColumn operation) {
        Column column = operation.column();
        return !column.identity() && column.defaultValue() == null && operation.fill() == null;
    }

    /** The new check that wants a value in the column, as the one for a subclass in the table of its root does. */
    private static Optional<Check> wanting(LintContext context, AddColumn operation) {
        Pattern wanted = Pattern.compile(
                "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(operation.column().name()) + " is not null",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return context.operations(AddConstraint.class).stream()
                .filter(add -> add.table().same(operation.table()))
                .flatMap(add -> add.constraint() instanceof Check check ? Stream.of(check) : Stream.empty())
                .filter(check -> check.condition() instanceof Condition.Sql sql
                        && wanted.matcher(sql.expression().replace('`', '"')).find())
                .findFirst();
    }

    private static Remark remark(LintContext context, AddColumn operation, Check check) {
        Column column = operation.column();
        return new Remark(
                Tag.NOTNULL_ADD,
                Remark.subject(operation.table(), column.name()),
                context.place(operation.table(), column.name()),
                "The new column " + column.name() + " of table " + operation.table() + " may be empty, but its rows must meet "
                        + check.name() + ", which wants a value, and rows that exist have none: the change fails if it"
                        + " is about one of them.",
                "Give them and all rows to come one: " + Example.columnDefault(column.type())
                        + "\nOr let it be empty: its wrapper instead of a primitive type."
                        + "\nIf there are no such rows anywhere: " + Remark.accept(Tag.NOTNULL_ADD));
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
