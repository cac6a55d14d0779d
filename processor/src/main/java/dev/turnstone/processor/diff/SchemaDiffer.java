package dev.turnstone.processor.diff;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Compares the committed files with the entities: which part was which, what may go, under which names, in which order. */
public final class SchemaDiffer {

    private SchemaDiffer() {}

    /**
     * Finds the change that the source makes. A pure function of plain data.
     *
     * @param baseline what the committed files say
     * @param declared what the entities say
     * @return the change; if a finding is an error, its operations leave out what the error is about
     */
    public static Diff diff(Baseline baseline, DeclaredSchema declared) {
        if (isUnchanged(baseline, declared)) {
            return new Diff(List.of(), List.of(), baseline.schema(), baseline.mapping(), List.of());
        }
        List<Finding> findings = new ArrayList<>();
        DropHints hints = new DropHints(declared.dropHints(), baseline.fresh());
        Matches matches = Matches.find(baseline, declared, hints, findings);
        findings.addAll(new IdleDropHints(baseline, declared, matches).find());
        findings.addAll(new TableLosses(baseline, declared, matches, hints).find());
        ColumnLosses losses = new ColumnLosses(baseline, declared, hints, matches.created());
        matches.kept().forEach(match -> findings.addAll(losses.find(match)));
        Target target = TargetBuilder.build(declared, matches, hints);
        DropConsents consents = DropConsents.of(target, hints);
        findings.addAll(consents.findings());
        findings.addAll(RowHintFindings.find(declared, target));
        StepPlan steps = new StepPlan(baseline.schema(), declared);
        SequencePlan sequences = SequencePlan.of(baseline.schema(), target);
        List<Operation> operations = new ArrayList<>(sequences.first());
        new Planner(target, new RowHints(declared.rowHints()), steps)
                .plan().stream()
                        .filter(operation -> !(operation instanceof AddColumn add
                                && losses.isOpen(add.table(), add.column().name())))
                        .forEach(operations::add);
        operations.addAll(sequences.last());
        findings.addAll(steps.unmatched());
        return new Diff(operations, consents.consents(), target.schema(), target.mapping(), findings);
    }

    /** Most compiles change no entity: nothing has to be found out then, unless a hint or a step waits for a word. */
    private static boolean isUnchanged(Baseline baseline, DeclaredSchema declared) {
        return declared.dropHints().isEmpty()
                && declared.rowHints().isEmpty()
                && declared.steps().isEmpty()
                && !declared.mapping().hasHints()
                && declared.mapping().equals(baseline.mapping())
                && declared.schema().equals(baseline.schema());
    }
}
