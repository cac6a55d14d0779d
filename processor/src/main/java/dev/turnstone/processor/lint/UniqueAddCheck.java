package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;

/** A unique constraint over columns that rows fill already. */
final class UniqueAddCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.operations(AddConstraint.class).stream()
                .filter(add -> !context.isNew(add.table()) && concernsRows(context, add.table(), add.constraint()))
                .map(add -> new Remark(
                        Tag.UNIQUE_ADD,
                        Remark.subject(add.table(), add.constraint().name()),
                        context.place(add.table(), add.constraint().name()),
                        "No two rows of table " + add.table() + " may share their "
                                + String.join(", ", columns(add.constraint()))
                                + " from now on. The change fails if two rows that exist do.",
                        ""))
                .toList();
    }

    private static boolean concernsRows(LintContext context, TableName table, Constraint constraint) {
        List<String> columns = columns(constraint);
        boolean hasNewColumn = context.operations(AddColumn.class).stream()
                .anyMatch(add -> add.table().same(table)
                        && Identifiers.contains(columns, add.column().name()));
        boolean heldBefore = context.operations(DropConstraint.class).stream()
                .filter(drop -> drop.table().same(table))
                .map(drop -> columns(drop.constraint()))
                .anyMatch(old -> !old.isEmpty() && old.stream().allMatch(each -> Identifiers.contains(columns, each)));
        return !columns.isEmpty() && !hasNewColumn && !heldBefore;
    }

    /** The columns whose values are unique together; empty for any other constraint. */
    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof Unique unique) {
            return unique.columns();
        }
        return constraint instanceof PrimaryKey key ? key.columns() : List.of();
    }
}
