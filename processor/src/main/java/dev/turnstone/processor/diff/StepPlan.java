package dev.turnstone.processor.diff;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts data migrations and steps of SQL into a plan: behind all that they may need, and before all that rows must be ready for.
 */
final class StepPlan {

    private final DeclaredSchema declared;
    private final Set<String> filled = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    StepPlan(DeclaredSchema declared) {
        this.declared = declared;
    }

    /**
     * A plan with the steps in it.
     *
     * @param plan the operations without them
     * @param tightening the position from which on operations demand something of the rows, or lose some
     */
    List<Operation> place(List<Operation> plan, int tightening) {
        if (declared.steps().isEmpty()) {
            return plan;
        }
        List<Operation> operations = new ArrayList<>(steps(true));
        List<Operation> waiting = new ArrayList<>();
        for (Operation operation : plan.subList(0, tightening)) {
            if (operation instanceof AddColumn add) {
                add(add, operations, waiting);
            } else if (operation instanceof AlterColumn alter) {
                alter(alter, operations, waiting);
            } else {
                operations.add(operation);
            }
        }
        operations.addAll(steps(false));
        operations.addAll(waiting);
        operations.addAll(plan.subList(tightening, plan.size()));
        return operations;
    }

    private List<Operation> steps(boolean first) {
        return declared.steps().stream()
                .filter(step -> step.first() == first)
                .map(DeclaredStep::operation)
                .toList();
    }

    private void add(AddColumn add, List<Operation> operations, List<Operation> waiting) {
        Column column = add.column();
        boolean needsValue =
                !column.nullable() && !column.identity() && column.defaultValue() == null && add.fill() == null;
        if (needsValue && declared.isFilled(add.table(), column.name())) {
            filled.add(add.table() + "." + column.name());
            operations.add(new AddColumn(add.table(), nullable(column), null));
            waiting.add(new AlterColumn(add.table(), nullable(column), column));
        } else {
            operations.add(add);
        }
    }

    /** Rows get their values before the column becomes NOT NULL; whatever else changes may be what they need for it. */
    private void alter(AlterColumn alter, List<Operation> operations, List<Operation> waiting) {
        TableName table = alter.table();
        Column to = alter.to();
        boolean becomesNotNull = alter.from().nullable() && !to.nullable();
        if (!becomesNotNull || alter.rows().fill() != null || to.identity()) {
            operations.add(alter);
            return;
        }
        filled.add(table + "." + to.name());
        Column between = nullable(to);
        if (!between.equals(alter.from())) {
            operations.add(new AlterColumn(table, alter.from(), between, alter.rows(), alter.rowsBack()));
        }
        waiting.add(
                between.equals(alter.from()) ? alter : new AlterColumn(table, between, to, Conversion.NONE, Conversion.NONE));
    }

    private static Column nullable(Column column) {
        return new Column(
                column.name(), column.type(), true, column.defaultValue(), column.identity(), column.comment());
    }

    /** What data migrations are said to fill, but the plan has no use for. */
    List<Finding> unmatched() {
        return declared.steps().stream()
                .flatMap(step -> step.fills().stream())
                .filter(fill -> !filled.contains(fill.value()))
                .map(this::unmatched)
                .toList();
    }

    private Finding unmatched(Placed<String> fill) {
        return Finding.of(
                Tag.HINT_UNMATCHED,
                fill.place(),
                "The data migration fills " + fill.value()
                        + ", but no column of that name becomes NOT NULL without a value in this change."
                        + Suggestion.didYouMean(fill.value(), candidates()),
                "Name a column of the database that does, such as fills = \"author.first_name\", or remove the name.");
    }

    private List<String> candidates() {
        return declared.schema().tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> !column.nullable())
                        .map(column -> table.name() + "." + column.name()))
                .toList();
    }
}
