package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What leads an empty database at once to where many migrations lead it.
 *
 * @param operations the sequences, the tables, then the steps of SQL in their order
 * @param barriers steps that cannot be carried over nor left out: the name of each, and why
 */
public record Squash(List<Operation> operations, Map<String, String> barriers) {

    /**
     * Squashes operations that begin with an empty schema.
     *
     * @param operations all of them, in order
     * @param obsolete the names of steps that a new database does not need
     * @return what does the same at once; of use only if nothing is a barrier
     */
    public static Squash of(List<Operation> operations, Set<String> obsolete) {
        List<Operation> steps = new ArrayList<>();
        Map<String, String> barriers = new LinkedHashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (operation instanceof RunData data && !obsolete.contains(data.step())) {
                barriers.put(data.step(), "only its class knows what it does to the rows of a new database");
            } else if (operation instanceof RunSql sql && !obsolete.contains(sql.name())) {
                try {
                    requireKnown(operations, i);
                    steps.add(sql);
                } catch (Conflict e) {
                    barriers.put(sql.name(), e.getMessage());
                }
            }
        }
        List<Operation> all = new ArrayList<>(creation(SchemaReplay.replay(Schema.EMPTY, operations)));
        all.addAll(steps);
        return new Squash(all, barriers);
    }

    /**
     * Tells whether an operation is a step of a name.
     *
     * @param operation the operation
     * @param name the class of a data migration, or the name of a step of SQL
     * @return true if so
     */
    public static boolean isStep(Operation operation, String name) {
        return (operation instanceof RunData data && data.step().equals(name))
                || (operation instanceof RunSql sql && sql.name().equals(name));
    }

    /** A step of SQL will run after everything else, so all names that it speaks of must still be there. */
    private static void requireKnown(List<Operation> operations, int position) {
        Schema before = SchemaReplay.replay(Schema.EMPTY, operations.subList(0, position));
        Line rest = new Line(before);
        operations.subList(position, operations.size()).forEach(rest::follow);
        Set<String> lost = rest.lostNames(before);
        ((RunSql) operations.get(position)).texts().forEach(text -> {
            text.up().forEach(sql -> Names.requireNone(lost, sql, "a later migration"));
            text.down().forEach(sql -> Names.requireNone(lost, sql, "a later migration"));
        });
    }

    /** Sequences first, then each table after those that it references; a key that would make a circle comes last. */
    private static List<Operation> creation(Schema schema) {
        List<Table> open = new ArrayList<>(schema.tables());
        Set<TableName> missing = new TreeSet<>(open.stream().map(Table::name).toList());
        List<Operation> all = new ArrayList<>();
        schema.sequences().forEach(each -> all.add(new ChangeSequence(null, each)));
        List<Operation> keys = new ArrayList<>();
        while (!open.isEmpty()) {
            Table next = open.stream()
                    .filter(table -> table.foreignKeys().stream().noneMatch(key -> isMissing(key, table, missing)))
                    .findFirst()
                    .orElse(open.get(0));
            open.remove(next);
            List<Constraint> now = new ArrayList<>();
            for (Constraint constraint : next.constraints()) {
                if (constraint instanceof ForeignKey key && isMissing(key, next, missing)) {
                    keys.add(new AddConstraint(next.name(), key));
                } else {
                    now.add(constraint);
                }
            }
            all.add(new CreateTable(next.withConstraints(now)));
            missing.remove(next.name());
        }
        all.addAll(keys);
        return all;
    }

    private static boolean isMissing(ForeignKey key, Table table, Set<TableName> missing) {
        return !key.table().same(table.name()) && missing.contains(key.table());
    }
}
