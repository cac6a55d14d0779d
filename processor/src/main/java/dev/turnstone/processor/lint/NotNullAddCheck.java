package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new column that is NOT NULL, or that a subclass in the table of its root wants filled, needs a value for the rows that exist. */
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
                demand(context, operation).ifPresent(demand -> remarks.add(remark(context, operation, demand)));
            }
        }
        return remarks;
    }

    private static boolean lacksValue(AddColumn operation) {
        Column column = operation.column();
        return !column.identity() && column.defaultValue() == null && operation.fill() == null;
    }

    /** The demand of an entity that shares its table, made by a new check, if rows of it may exist. */
    private static Optional<SubclassDemand> demand(LintContext context, AddColumn operation) {
        Optional<Table> before = context.before().table(operation.table());
        return context.operations(AddConstraint.class).stream()
                .filter(add -> add.table().same(operation.table()))
                .flatMap(add -> SubclassDemand.of(add.constraint()).stream())
                .filter(demand -> demand.isAbout(operation.column().name()))
                .filter(demand -> before.filter(demand::isKnownTo).isPresent())
                .findFirst();
    }

    private static Remark remark(LintContext context, AddColumn operation, SubclassDemand demand) {
        Column column = operation.column();
        boolean relation = context.target().table(operation.table()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> Identifiers.contains(key.columns(), column.name()));
        return new Remark(
                Tag.NOTNULL_ADD,
                Remark.subject(operation.table(), column.name()),
                context.place(operation.table(), column.name()),
                "The new column " + column.name() + " of table " + operation.table()
                        + " may be empty, but its rows must meet "
                        + demand.check() + ", which wants a value in those with " + demand.discriminator() + " = "
                        + demand.value() + ", and rows that exist have none: the change fails if there are such rows.",
                (relation
                                ? "Let it be empty: optional = true in the annotation of the relation."
                                : "Give them and all rows to come one: " + Example.columnDefault(column.type())
                                        + "\nOr let it be empty: its wrapper instead of a primitive type, without optional"
                                        + " = false.")
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
