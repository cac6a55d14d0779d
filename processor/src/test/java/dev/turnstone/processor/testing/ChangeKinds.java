package dev.turnstone.processor.testing;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Notes which kinds of operations occurred, and what changed of the columns that were altered. */
public final class ChangeKinds {

    private static final List<String> ASPECTS = List.of(
            "type", "to NULL", "to NOT NULL", "new default", "default away", "comment", "to identity", "from identity");

    private final Set<String> missing = new TreeSet<>(ASPECTS);

    /** What no difference asks for, and sequences, which only JPA's entities have. */
    private static final Set<Class<?>> FOREIGN = Set.of(RunSql.class, RunData.class, ChangeSequence.class);

    /** Starts with none. */
    public ChangeKinds() {
        Arrays.stream(Operation.class.getPermittedSubclasses())
                .filter(kind -> !FOREIGN.contains(kind))
                .map(Class::getSimpleName)
                .forEach(missing::add);
    }

    /** Notes the operations of one change. */
    public void add(List<Operation> operations) {
        for (Operation operation : operations) {
            missing.remove(operation.getClass().getSimpleName());
            if (operation instanceof AlterColumn alter) {
                add(alter.from(), alter.to());
            }
        }
    }

    private void add(Column from, Column to) {
        note("type", !from.type().equals(to.type()));
        note("to NULL", to.nullable() && !from.nullable());
        note("to NOT NULL", !to.nullable() && from.nullable());
        note("new default", to.defaultValue() != null && !Objects.equals(from.defaultValue(), to.defaultValue()));
        note("default away", to.defaultValue() == null && from.defaultValue() != null);
        note("comment", !from.comment().equals(to.comment()));
        note("to identity", to.identity() && !from.identity());
        note("from identity", from.identity() && !to.identity());
    }

    private void note(String aspect, boolean occurred) {
        if (occurred) {
            missing.remove(aspect);
        }
    }

    /** What never occurred. */
    public Set<String> missing() {
        return missing;
    }
}
