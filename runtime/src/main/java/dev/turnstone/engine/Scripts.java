package dev.turnstone.engine;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.migration.MigrationSet;
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

    /** The schemas at the places of a set, for who needs none before the checkpoint's end, where it goes on from there. */
    private static SchemaHistory history(MigrationSet set, int from) {
        return new SchemaHistory(position -> position < from - 1
                ? List.of()
                : set.migration(position < from ? MigrationSet.CHECKPOINT : position)
                        .upOperations());
    }

    /** The schema that a migration leaves. */
    static Schema after(MigrationSet set, int position) {
        MigrationSet.Checkpoint checkpoint = set.checkpoint();
        int end = checkpoint == null || position < checkpoint.replaced() - 1 ? 0 : checkpoint.replaced();
        return history(set, end).before(position + 1);
    }

    /** Where the chain goes on after the checkpoint; 0 for who still needs what it replaces. */
    private static int after(MigrationSet.Checkpoint checkpoint, List<Chain.Pending> pending) {
        return checkpoint == null
                        || pending.stream()
                                .anyMatch(each -> !each.checkpoint() && each.position() < checkpoint.replaced())
                ? 0
                : checkpoint.replaced();
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
            boolean whole = script.pending().begun() == null
                    && script.total() > 0
                    && script.preconditions().isEmpty()
                    && script.blocks().stream().allMatch(Block::plain);
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
