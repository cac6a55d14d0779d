package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition.OneOf;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value that leaves an enum, and that rows may hold. */
final class EnumRemoveCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        List<Remark> remarks = new ArrayList<>();
        for (AddConstraint add : context.operations(AddConstraint.class)) {
            oneOf(add.constraint())
                    .ifPresent(now -> context.operations(DropConstraint.class).stream()
                            .filter(drop -> drop.table().same(add.table()))
                            .flatMap(drop -> oneOf(drop.constraint()).stream())
                            .filter(old -> isOf(context, add.table(), old.column(), now.column()))
                            .forEach(old -> add(
                                    context,
                                    add.table(),
                                    now.column(),
                                    new EnumList(old.values()).without(new EnumList(now.values())),
                                    remarks)));
        }
        for (AlterColumn alter : context.operations(AlterColumn.class)) {
            Optional<EnumList> old = EnumList.of(alter.from().type());
            Optional<EnumList> now = EnumList.of(alter.to().type());
            if (old.isPresent() && now.isPresent()) {
                add(context, alter.table(), alter.to().name(), old.get().without(now.get()), remarks);
            }
        }
        return remarks;
    }

    private static Optional<OneOf> oneOf(Constraint constraint) {
        return constraint instanceof Check check && check.condition() instanceof OneOf oneOf
                ? Optional.of(oneOf)
                : Optional.empty();
    }

    private static boolean isOf(LintContext context, TableName table, String old, String now) {
        return Identifiers.same(old, now)
                || context.operations(RenameColumn.class).stream()
                        .anyMatch(each -> each.table().same(table)
                                && Identifiers.same(each.from(), old)
                                && Identifiers.same(each.to(), now));
    }

    private static void add(
            LintContext context, TableName table, String column, List<String> gone, List<Remark> remarks) {
        boolean converted = context.operations(AlterColumn.class).stream()
                .anyMatch(each -> each.table().same(table)
                        && Identifiers.same(each.to().name(), column)
                        && !each.rows().using().isEmpty());
        if (gone.isEmpty() || converted) {
            return;
        }
        remarks.add(new Remark(
                Tag.ENUM_REMOVE,
                Remark.subject(table, column),
                context.declared().enumPlace(table, column),
                "The column " + column + " of table " + table + " may no longer hold " + String.join(", ", gone)
                        + ", but rows may do so. The change fails if one does.",
                "Say on the field what they become: @Convert(using = \"case when " + column + " = '" + gone.get(0)
                        + "' then '...' else " + column + " end\")\nIf no row does, write here: "
                        + Remark.accept(Tag.ENUM_REMOVE)));
    }
}
