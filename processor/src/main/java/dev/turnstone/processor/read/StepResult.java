package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.finding.Finding;
import java.util.List;

/**
 * What comes of reading the data migration or the steps of SQL of one element.
 *
 * @param steps what it says
 * @param findings what is wrong with it
 * @param unresolved whether it mentions something that does not exist yet, so that it must be read again in a later round
 */
public record StepResult(List<DeclaredStep> steps, List<Finding> findings, boolean unresolved) {

    static final StepResult UNRESOLVED = new StepResult(List.of(), List.of(), true);

    /** Copies the lists. */
    public StepResult {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }
}
