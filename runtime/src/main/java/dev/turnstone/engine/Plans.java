package dev.turnstone.engine;

import dev.turnstone.migration.MigrationPlan;
import dev.turnstone.migration.MigrationSet;
import java.util.ArrayList;
import java.util.List;

/** The dry run: what would run, up to the last step before it does. */
final class Plans {

    private Plans() {}

    static MigrationPlan plan(List<MigrationSet> sets, Database database, History history) {
        List<HistoryRow> rows = history.rows().orElse(List.of());
        List<Chain> chains = Chain.check(sets, null, rows);
        List<MigrationPlan.Pending> pending = new ArrayList<>();
        for (Chain chain : chains) {
            for (HistoryRow row : chain.rollingBack()) {
                pending.add(finishRollback(row, history));
            }
        }
        Scripts.render(chains, Scripts.inUse(rows, database.dialect()), database.dialect())
                .forEach(script -> pending.add(planned(script)));
        return new MigrationPlan(pending, Chain.unknown(chains));
    }

    private static MigrationPlan.Pending finishRollback(HistoryRow row, History history) {
        Course back = new Course.Back(history, row);
        return new MigrationPlan.Pending(
                row.set(),
                row.id(),
                MigrationPlan.Action.FINISH_ROLLBACK,
                Block.sqlAfter(back.blocks(), back.progress().done()));
    }

    private static MigrationPlan.Pending planned(Script script) {
        MigrationSet set = script.set();
        int position = script.pending().position();
        boolean draft = set.hasDraft() && position == set.entries().size() - 1;
        MigrationPlan.Action action = draft
                ? MigrationPlan.Action.REFUSE_DRAFT
                : script.pending().begun() == null ? MigrationPlan.Action.APPLY : MigrationPlan.Action.CONTINUE;
        return new MigrationPlan.Pending(
                set.name(), script.entry().id(), action, Block.sqlAfter(script.blocks(), script.done()));
    }
}
