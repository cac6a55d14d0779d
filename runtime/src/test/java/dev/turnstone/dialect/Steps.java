package dev.turnstone.dialect;

import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Schema;
import java.util.List;

/** Renders for tests. */
final class Steps {

    private Steps() {}

    static Rendered render(Dialect dialect, Schema before, Operation... operations) {
        return dialect.render(Change.inUse(List.of(operations), () -> before));
    }

    /** The steps of operations that the dialect does not refuse. */
    static List<Step> of(Dialect dialect, Schema before, Operation... operations) {
        return ((Rendered.Units) render(dialect, before, operations))
                .units().stream().flatMap(unit -> unit.steps().stream()).toList();
    }

    /** What a golden file holds: preconditions, units and steps with all their parts. */
    static String text(Rendered rendered) {
        StringBuilder text = new StringBuilder();
        if (rendered instanceof Rendered.Refused refused) {
            refused.refusals().forEach(refusal -> line(text, "-- refused: ", refusal.reason()));
            return text.toString();
        }
        Rendered.Units units = (Rendered.Units) rendered;
        for (Precondition each : units.preconditions().get()) {
            line(text, "-- first: ", "In " + each.subject() + " N " + each.problem() + ". " + each.fix());
            line(text, "-- count: ", each.count());
            line(text, "-- samples: ", each.samples());
        }
        for (Unit unit : units.units()) {
            if (unit.transactional()) {
                text.append("-- in one transaction\n");
            }
            for (Step step : unit.steps()) {
                if (step.kind() != Step.Kind.STATEMENT) {
                    text.append("-- ").append(step.kind()).append('\n');
                }
                line(text, "-- leftovers: ", step.leftovers());
                text.append(step.sql()).append(";\n");
                line(text, "-- done: ", step.doneQuery());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String title, String content) {
        if (!content.isEmpty()) {
            text.append(title).append(content).append('\n');
        }
    }
}
