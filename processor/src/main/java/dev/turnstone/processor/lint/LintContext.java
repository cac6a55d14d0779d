package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What checks look at. The operations are walked once, and what several checks ask for is kept.
 */
public final class LintContext {

    private final Schema before;
    private final List<Operation> operations;
    private final Schema target;
    private final DeclaredSchema declared;
    private final List<Dialect> targets;
    private final ChangeIndex index;
    private final Map<Dialect, Rendered> rendered = new HashMap<>();
    private List<TypeChange.OfColumn> typeChanges;

    /**
     * A change to look at.
     *
     * @param before the schema before the change
     * @param operations the change
     * @param target the schema after the change
     * @param declared what the entities say, with their places in the source
     * @param targets the databases that the change is meant for, each in its version
     */
    public LintContext(
            Schema before, List<Operation> operations, Schema target, DeclaredSchema declared, List<Dialect> targets) {
        this.before = before;
        this.operations = List.copyOf(operations);
        this.target = target;
        this.declared = declared;
        this.targets = List.copyOf(targets);
        this.index = ChangeIndex.of(this.operations);
    }

    List<Operation> operations() {
        return operations;
    }

    /** The operations of one kind, in order. */
    <O extends Operation> List<O> operations(Class<O> kind) {
        return index.operations(kind);
    }

    /** Whether a table is created by the change, so that it has no rows. */
    boolean isNew(TableName table) {
        return index.isNew(table);
    }

    /** Every column that is new, or changes. */
    List<ChangeIndex.ColumnChange> columns() {
        return index.columns();
    }

    /** Every name that the database has not met in this place. */
    List<ChangeIndex.NewName> names() {
        return index.names();
    }

    Schema before() {
        return before;
    }

    Schema target() {
        return target;
    }

    DeclaredSchema declared() {
        return declared;
    }

    List<Dialect> targets() {
        return targets;
    }

    /** Where in the source a column, a constraint or an index comes from. */
    SourceRef place(TableName table, String part) {
        return declared.place(table, part);
    }

    /** What a target database makes of the change. */
    Rendered rendered(Dialect dialect) {
        return rendered.computeIfAbsent(dialect, each -> each.render(Change.inUse(operations, () -> before)));
    }

    /** What becomes of the columns that change their type, in each target database. */
    List<TypeChange.OfColumn> typeChanges() {
        if (typeChanges == null) {
            typeChanges = TypeChange.all(this);
        }
        return typeChanges;
    }
}
