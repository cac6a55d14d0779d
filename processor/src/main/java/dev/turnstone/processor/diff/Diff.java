package dev.turnstone.processor.diff;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.schema.Schema;
import java.util.List;

/**
 * What lies between the committed files and the entities.
 *
 * @param operations what leads from the snapshot to the target, in the order in which it runs; a loss that the source
 *     does not allow is not among them, so they lead there only if no finding is an error
 * @param consents what the source agrees to, one for each loss
 * @param target the schema that the entities ask for, under the names that it will have in the database
 * @param mapping the classes and fields behind the target
 * @param findings what is wrong with the change, or worth knowing about it
 */
public record Diff(
        List<Operation> operations, List<Consent> consents, Schema target, Mapping mapping, List<Finding> findings) {

    /** Copies the lists. */
    public Diff {
        operations = List.copyOf(operations);
        consents = List.copyOf(consents);
        findings = List.copyOf(findings);
    }
}
