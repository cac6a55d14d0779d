package dev.turnstone.processor.declared;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.finding.SourceRef;
import java.util.Comparator;
import java.util.List;

/**
 * A data migration or a step of SQL, as the source has it.
 *
 * @param operation a {@link RunData} or a {@link RunSql}
 * @param first whether it runs before everything else of its migration
 * @param order its place among the steps of its migration
 * @param tables the tables for which a data migration wants constants; empty for all
 * @param fills the columns that a data migration gives a value, as {@code table.column}
 * @param place its class or its annotation
 */
public record DeclaredStep(
        Operation operation,
        boolean first,
        int order,
        List<Placed<String>> tables,
        List<Placed<String>> fills,
        SourceRef place) {

    /** The order in which steps run: by number, data migrations before SQL, then by name. */
    public static final Comparator<DeclaredStep> ORDER = Comparator.comparingInt(DeclaredStep::order)
            .thenComparing(step -> step.operation() instanceof RunSql)
            .thenComparing(DeclaredStep::name);

    /** Copies the lists. */
    public DeclaredStep {
        tables = List.copyOf(tables);
        fills = List.copyOf(fills);
    }

    /**
     * What the history calls it.
     *
     * @return the binary name of a data migration's class, or the name of a step of SQL
     */
    public String name() {
        return operation instanceof RunData data ? data.step() : ((RunSql) operation).name();
    }
}
