package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.schema.Schema;
import java.util.List;

/**
 * What checks look at.
 *
 * @param baseline what the committed files say
 * @param operations the change
 * @param target the schema after the change
 * @param declared what the entities say, with their places in the source
 * @param targets the databases that the change is meant for
 */
public record LintContext(
        Baseline baseline, List<Operation> operations, Schema target, DeclaredSchema declared, List<Dialect> targets) {

    /** Copies the lists. */
    public LintContext {
        operations = List.copyOf(operations);
        targets = List.copyOf(targets);
    }

    /** The operations of one kind, in order. */
    <O extends Operation> List<O> operations(Class<O> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
