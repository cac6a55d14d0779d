package dev.turnstone.engine;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.OperationRefusedException;
import dev.turnstone.migration.ResumeImpossibleException;
import dev.turnstone.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * A pending migration as statements of one database.
 *
 * @param set its set
 * @param entry its id and fingerprint
 * @param pending its place, and what the history has of it
 * @param steps its statements
 * @param undo the statements that take it back
 */
record Script(MigrationSet set, MigrationSet.Entry entry, Chain.Pending pending, List<Step> steps, UndoScript undo) {

    static Script render(MigrationSet set, Chain.Pending pending, Dialect dialect) {
        MigrationSet.Entry entry = set.entries().get(pending.position());
        Migration migration = set.migration(pending.position());
        List<Operation> up = migration.upOperations();
        List<Operation> down = migration.downOperations();
        List<Step> steps = new ArrayList<>();
        int[] ends = new int[up.size() + 1];
        for (int i = 0; i < up.size(); i++) {
            steps.addAll(steps(set, entry, dialect, up.get(i)));
            ends[i + 1] = steps.size();
        }
        boolean paired = down.size() == up.size();
        List<UndoScript.Statement> undo = new ArrayList<>();
        for (int i = 0; i < down.size(); i++) {
            // The last operation is taken back first.
            int first = paired ? ends[up.size() - 1 - i] + 1 : 1;
            int last = paired ? ends[up.size() - i] : steps.size();
            for (Step step : steps(set, entry, dialect, down.get(i))) {
                undo.add(new UndoScript.Statement(first, last, step.sql(), step.doneQuery()));
            }
        }
        if (pending.begun() != null && pending.begun().progress().total() != steps.size()) {
            throw new ResumeImpossibleException(
                    set.name(), entry.id(), pending.begun().progress().total(), steps.size());
        }
        return new Script(set, entry, pending, List.copyOf(steps), new UndoScript(undo));
    }

    private static List<Step> steps(MigrationSet set, MigrationSet.Entry entry, Dialect dialect, Operation operation) {
        Rendered rendered = dialect.render(operation);
        if (rendered instanceof Rendered.Refusal refusal) {
            throw new OperationRefusedException(set.name(), entry.id(), dialect.name(), refusal.reason());
        }
        return ((Rendered.Steps) rendered).steps();
    }

    /** How many statements are known to be done. */
    int done() {
        return pending.begun() == null ? 0 : pending.begun().progress().done();
    }
}
