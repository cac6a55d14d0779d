package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What comes back after it was dropped: changed, or as a constraint that was only in the way of a change of its columns. Such
 * a one comes back as it is on the ground, or not at all.
 */
final class Asides {

    /** A constraint by the names that everything had at the beginning, so that it is told again after renames. */
    private record Key(TableName table, Constraint constraint) {}

    /** A constraint or an index by the name that it has when it is added. */
    private record Added(TableName table, String part) {}

    private final Schema base;
    private final Line own;
    private final Line rebased;
    private final Set<Added> added = new HashSet<>();
    private final Set<Key> restored = new HashSet<>();
    private final Map<Key, Optional<Key>> aside = new HashMap<>();

    Asides(Schema base, List<Operation> operations, Line own, Line rebased) {
        this.base = base;
        this.own = own;
        this.rebased = rebased;
        Line line = new Line(base);
        for (Operation operation : operations) {
            if (operation instanceof AddConstraint add) {
                restored.add(key(line, add.table(), add.constraint()));
                added.add(new Added(line.first(add.table()), add.constraint().name()));
            } else if (operation instanceof AddIndex add) {
                added.add(new Added(line.first(add.table()), add.index().name()));
            }
            line.follow(operation);
        }
    }

    /** Tells whether the branch adds a constraint or an index of this name to a table. */
    boolean adds(TableName table, String part) {
        return added.contains(new Added(own.first(table), part));
    }

    /** Tells whether a constraint that the branch drops comes back as it was. */
    boolean isRestored(TableName table, Constraint constraint) {
        return restored.contains(key(own, table, constraint)) && !speaksOfOthers(table, constraint);
    }

    /** Remembers what the ground has in the place of a constraint, if anything. */
    void put(TableName table, Constraint constraint, TableName groundTable, Optional<Constraint> there) {
        aside.put(key(own, table, constraint), there.map(each -> key(rebased, groundTable, each)));
    }

    /** Tells whether a constraint that the branch adds was put aside. */
    boolean contains(TableName table, Constraint constraint) {
        return aside.containsKey(key(own, table, constraint));
    }

    /** What comes back in the place of a constraint. */
    Optional<Constraint> take(TableName table, Constraint constraint) {
        return aside.remove(key(own, table, constraint))
                .map(each -> Names.renamed(each.table(), each.constraint(), rebased::last, rebased::last));
    }

    private static Key key(Line line, TableName table, Constraint constraint) {
        return new Key(line.first(table), Names.renamed(table, constraint, line::first, line::first));
    }

    /** An expression stays the same text though its names may be those of other columns by now. */
    private boolean speaksOfOthers(TableName table, Constraint constraint) {
        TableName origin = own.origin(table);
        return origin != null
                && constraint instanceof Check check
                && check.condition() instanceof Condition.Sql sql
                && Names.spoken(own.lostColumns(base.table(origin).orElseThrow()), sql.expression())
                        .isPresent();
    }
}
