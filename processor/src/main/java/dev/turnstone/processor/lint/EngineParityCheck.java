package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A change that the target databases make in different ways, so that one says little about another. */
final class EngineParityCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        List<Remark> remarks = new ArrayList<>();
        if (context.targets().size() > 1) {
            stepwise(context).ifPresent(remarks::add);
            remarks.addAll(rebuilt(context));
        }
        return remarks;
    }

    /** One for the whole change, where its first operation stands. */
    private static Optional<Remark> stepwise(LintContext context) {
        String whole = names(context, Dialect::transactional);
        String stepwise = names(
                context,
                target -> !target.transactional()
                        && context.rendered(target) instanceof Rendered.Units units
                        && units.units().stream()
                                        .mapToInt(unit -> unit.steps().size())
                                        .sum()
                                > 1);
        if (whole.isEmpty() || stepwise.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Remark(
                Tag.ENGINE_PARITY,
                "change",
                OperationPlace.of(context.declared(), context.operations().get(0)),
                "The change is made as a whole or not at all in " + whole + ", but statement by statement in "
                        + stepwise
                        + ": when one fails there, those before it stay, and the next start goes on after them.",
                "Two changes that are saved one after the other fail on their own."));
    }

    private static String names(LintContext context, Predicate<Dialect> isMeant) {
        return context.targets().stream().filter(isMeant).map(Dialect::name).collect(Collectors.joining(", "));
    }

    private static List<Remark> rebuilt(LintContext context) {
        if (context.targets().stream().noneMatch(target -> target.name().equals("sqlite"))) {
            return List.of();
        }
        Map<String, TableName> tables = new LinkedHashMap<>();
        for (Operation operation : context.operations()) {
            rebuilt(operation)
                    .filter(table -> !context.isNew(table))
                    .ifPresent(table -> tables.putIfAbsent(table.toString(), table));
        }
        return tables.values().stream()
                .map(table -> new Remark(
                        Tag.ENGINE_PARITY,
                        table.toString(),
                        context.declared().place(table),
                        "SQLite cannot alter the table " + table
                                + " like this. It is built anew there, with all its rows, and nobody else writes meanwhile.",
                        ""))
                .toList();
    }

    private static Optional<TableName> rebuilt(Operation operation) {
        if (operation instanceof AlterColumn alter
                && !alter.from().equals(alter.to().withComment(alter.from().comment()))) {
            return Optional.of(alter.table());
        } else if (operation instanceof AddConstraint add) {
            return Optional.of(add.table());
        } else if (operation instanceof DropConstraint drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof RenameConstraint rename) {
            return Optional.of(rename.table());
        }
        return operation instanceof AddColumn add && needsRebuild(add.column())
                ? Optional.of(add.table())
                : Optional.empty();
    }

    private static boolean needsRebuild(Column column) {
        return column.identity()
                || column.defaultValue() instanceof DefaultValue.Sql
                || (!column.nullable() && column.defaultValue() == null);
    }
}
