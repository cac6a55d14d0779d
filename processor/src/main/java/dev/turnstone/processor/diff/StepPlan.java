package dev.turnstone.processor.diff;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts data migrations and steps of SQL into a plan: behind all that they may need, and before all that rows must be ready for.
 */
final class StepPlan {

    private final Schema before;
    private final DeclaredSchema declared;
    private final Set<String> filled = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    StepPlan(Schema before, DeclaredSchema declared) {
        this.before = before;
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

    /** Rows are made ready before a column becomes NOT NULL or narrower; what gives them room comes before. */
    private void alter(AlterColumn alter, List<Operation> operations, List<Operation> waiting) {
        boolean converts = !alter.rows().using().isEmpty();
        boolean becomesNotNull = alter.from().nullable() && !alter.to().nullable();
        if (!converts && !Widening.holds(alter.from().type(), alter.to().type())) {
            waiting.add(alter);
        } else if (becomesNotNull && alter.rows().fill() == null) {
            Column between = nullable(alter.to());
            if (!between.equals(alter.from())) {
                operations.add(new AlterColumn(alter.table(), alter.from(), between, alter.rows(), alter.rowsBack()));
            }
            waiting.add(new AlterColumn(alter.table(), between, alter.to()));
        } else {
            operations.add(alter);
            return;
        }
        if (becomesNotNull) {
            filled.add(alter.table() + "." + alter.to().name());
        }
    }

    private static Column nullable(Column column) {
        return new Column(
                column.name(), column.type(), true, column.defaultValue(), column.identity(), column.comment());
    }

    /** What data migrations name that there is not, or that needs nothing of them. */
    List<Finding> unmatched() {
        List<Finding> findings = new ArrayList<>();
        for (DeclaredStep step : declared.steps()) {
            step.fills().stream()
                    .filter(fill -> !filled.contains(fill.value()))
                    .forEach(fill -> findings.add(needless(fill)));
            step.tables().stream()
                    .filter(table -> !Identifiers.contains(tables(), table.value()))
                    .forEach(table -> findings.add(unknown(table)));
        }
        return findings;
    }

    private static Finding needless(Placed<String> fill) {
        return Finding.of(
                Tag.HINT_UNMATCHED,
                fill.place(),
                "The data migration is said to fill " + fill.value()
                        + ", but this change makes no column of that name NOT NULL without a value of its own.",
                "Name the column as the database does, such as fills = \"author.first_name\", or remove the name.");
    }

    private Finding unknown(Placed<String> table) {
        return Finding.of(
                Tag.HINT_UNMATCHED,
                table.place(),
                "There is no table " + table.value() + " where the data migration runs."
                        + Suggestion.didYouMean(table.value(), tables()),
                "Name the table as the database does, or leave the attribute out to have constants for all tables.");
    }

    private List<String> tables() {
        return Stream.concat(before.tables().stream(), declared.schema().tables().stream())
                .map(table -> table.name().toString())
                .toList();
    }
}
