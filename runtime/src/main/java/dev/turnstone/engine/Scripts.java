package dev.turnstone.engine;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaHistory;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Renders what is pending. */
final class Scripts {

    private Scripts() {}

    /**
     * Whether others may be using the tables: not before the first migration. Where a failure leaves half of a migration
     * behind, it must look the same the next time, so there is one form for all circumstances.
     */
    static boolean inUse(List<HistoryRow> rows, Dialect dialect) {
        return !rows.isEmpty() || !dialect.transactional();
    }

    /**
     * Renders the pending migrations of all chains.
     *
     * @param inUse whether others may be using the tables
     */
    static List<Script> render(List<Chain> chains, boolean inUse, Dialect dialect) {
        List<Script> scripts = new ArrayList<>();
        for (Chain chain : chains) {
            MigrationSet set = chain.set();
            SchemaHistory history = history(set, after(set.checkpoint(), chain.pending()));
            for (Chain.Pending pending : chain.pending()) {
                scripts.add(Script.render(set, pending, () -> history.before(pending.position()), inUse, dialect));
            }
        }
        return scripts;
    }

    /** The schemas at the places of a set, for who needs none before one of them. */
    private static SchemaHistory history(MigrationSet set, int from) {
        return new SchemaHistory(position -> position < from - 1
                ? List.of()
                : position < from ? ground(set, from) : set.migration(position).upOperations());
    }

    /** The schema that a migration leaves, which must not be before the last one that was pruned. */
    static Schema after(MigrationSet set, int position) {
        MigrationSet.Checkpoint checkpoint = set.checkpoint();
        int from = checkpoint == null
                ? 0
                : position < checkpoint.replaced() - 1 ? checkpoint.pruned() : checkpoint.replaced();
        return history(set, from).before(position + 1);
    }

    /** Where the chain begins: after the checkpoint, or with what was not pruned for who still needs what it replaces. */
    private static int after(MigrationSet.Checkpoint checkpoint, List<Chain.Pending> pending) {
        if (checkpoint == null) {
            return 0;
        }
        return pending.stream().anyMatch(each -> !each.checkpoint() && each.position() < checkpoint.replaced())
                ? checkpoint.pruned()
                : checkpoint.replaced();
    }

    /** What leads to that place: the checkpoint, with what follows the place taken back. */
    private static List<Operation> ground(MigrationSet set, int from) {
        List<Operation> operations =
                new ArrayList<>(set.migration(MigrationSet.CHECKPOINT).upOperations());
        for (int position = set.checkpoint().replaced() - 1; position >= from; position--) {
            operations.addAll(set.migration(position).downOperations());
        }
        return operations;
    }

    /**
     * Puts neighbours together that may share a transaction: migrations that are transactional as a whole, up to a number
     * of statements.
     */
    static List<List<Script>> grouped(List<Script> scripts, int most) {
        List<List<Script>> groups = new ArrayList<>();
        int statements = most;
        boolean open = false;
        for (Script script : scripts) {
            boolean whole = script.plain();
            statements += script.total();
            if (!whole || !open || statements > most) {
                groups.add(new ArrayList<>());
                statements = script.total();
            }
            groups.get(groups.size() - 1).add(script);
            open = whole;
        }
        return groups;
    }
}
