package dev.turnstone.dialect;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.SchemaReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Spells what stands before, between and after the data migrations of a migration as migrations of their own, so that no
 * statement is moved past one. The rows are looked at only for what comes before the first, as it may be what makes the rows
 * fit for the rest.
 */
final class DataSteps {

    private DataSteps() {}

    static Rendered render(Change change, Function<Change, Rendered> dialect) {
        List<Operation> all = change.operations();
        int end = end(all, 0);
        if (end == all.size()) {
            return dialect.apply(change);
        }
        List<Unit> units = new ArrayList<>();
        List<Rendered.Refusal> refusals = new ArrayList<>();
        Supplier<List<Precondition>> preconditions = List::of;
        for (int start = 0; start < all.size(); start = end) {
            end = end(all, start);
            List<Operation> earlier = all.subList(0, start);
            Rendered part = dialect.apply(new Change(
                    all.subList(start, end),
                    () -> SchemaReplay.replay(change.before().get(), earlier),
                    change.inUse()));
            if (part instanceof Rendered.Refused refused) {
                for (Rendered.Refusal each : refused.refusals()) {
                    refusals.add(new Rendered.Refusal(start + each.operation(), each.reason()));
                }
            } else if (part instanceof Rendered.Units rendered) {
                if (start == 0) {
                    preconditions = rendered.preconditions();
                }
                for (Unit each : rendered.units()) {
                    units.add(new Unit(each.transactional(), each.steps(), start + each.first(), start + each.last()));
                }
            }
        }
        return refusals.isEmpty() ? new Rendered.Units(preconditions, units) : new Rendered.Refused(refusals);
    }

    /** A data migration is a part, and so is what stands between two. */
    private static int end(List<Operation> all, int start) {
        int end = start;
        while (end < all.size() && !(all.get(end) instanceof RunData)) {
            end++;
        }
        return end == start && end < all.size() ? end + 1 : end;
    }
}
