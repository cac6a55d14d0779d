package dev.turnstone.engine;

import dev.turnstone.migration.ForeignMigrationException;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationChangedException;
import dev.turnstone.migration.MigrationMissingException;
import dev.turnstone.migration.MigrationOutOfOrderException;
import dev.turnstone.migration.MigrationPrunedException;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.MigrationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a set and a database's history fit together. Loads no migration class.
 *
 * @param set the set
 * @param rollingBack the migrations whose rollback was begun and not finished, last first
 * @param pending the migrations to apply, in order
 * @param unknown the migrations that the database has after all those of the set
 */
record Chain(MigrationSet set, List<HistoryRow> rollingBack, List<Pending> pending, List<HistoryRow> unknown) {

    /**
     * A migration to apply.
     *
     * @param position its place in the set
     * @param entry its id and fingerprint
     * @param begun what the history has of it; null if it was not begun
     * @param checkpoint whether it is the checkpoint, which ends at this place
     */
    record Pending(int position, MigrationSet.Entry entry, HistoryRow begun, boolean checkpoint) {

        Migration migration(MigrationSet set) {
            return set.migration(checkpoint ? MigrationSet.CHECKPOINT : position);
        }
    }

    /** Compares each set with the history; with a target, only as far as that. */
    static List<Chain> check(List<MigrationSet> sets, String target, List<HistoryRow> history) {
        List<Chain> chains = new ArrayList<>();
        for (MigrationSet set : sets) {
            List<MigrationSet.Entry> entries = set.entries();
            int newest = target == null ? entries.size() - 1 : Sets.position(set, target);
            chains.add(check(set, entries, newest, history));
        }
        return chains;
    }

    /** The migrations that only the database knows. */
    static List<MigrationReport.Unknown> unknown(List<Chain> chains) {
        List<MigrationReport.Unknown> unknown = new ArrayList<>();
        for (Chain chain : chains) {
            for (HistoryRow row : chain.unknown) {
                unknown.add(new MigrationReport.Unknown(row.set(), row.id()));
            }
        }
        return unknown;
    }

    /**
     * Compares a set with the history.
     *
     * @param set the set
     * @param entries its migrations
     * @param newest the place of the last migration to apply
     * @param history all rows of the history, oldest first
     * @return what is to do
     */
    private static Chain check(
            MigrationSet set, List<MigrationSet.Entry> entries, int newest, List<HistoryRow> history) {
        List<HistoryRow> rows = new ArrayList<>();
        List<HistoryRow> rollingBack = new ArrayList<>();
        for (HistoryRow row : history) {
            if (row.set().equals(set.name())) {
                if (row.state() == HistoryRow.State.ROLLING_BACK) {
                    rollingBack.add(0, row);
                } else {
                    rows.add(row);
                }
            }
        }
        List<Pending> pending = new ArrayList<>();
        int first = begin(set, newest, rows, pending);
        int common = Math.min(rows.size(), entries.size());
        for (int i = 0; i < common; i++) {
            compare(set, entries, i, rows);
        }
        for (int i = first; i <= newest; i++) {
            HistoryRow row = i < common ? rows.get(i) : null;
            if (row == null || row.state() != HistoryRow.State.APPLIED) {
                requireClass(set, i, rows.isEmpty());
                pending.add(new Pending(i, entries.get(i), row, false));
            }
        }
        return new Chain(set, rollingBack, pending, rows.subList(common, rows.size()));
    }

    /** A database that has nothing of the set begins with the checkpoint; gives the place of what comes next. */
    private static int begin(MigrationSet set, int newest, List<HistoryRow> rows, List<Pending> pending) {
        MigrationSet.Checkpoint checkpoint = set.checkpoint();
        boolean begun =
                checkpoint != null && rows.size() == 1 && rows.get(0).id().equals(checkpoint.id());
        if (checkpoint == null || newest < checkpoint.replaced() - 1 || !(begun || rows.isEmpty())) {
            return 0;
        }
        HistoryRow row = begun ? rows.remove(0) : null;
        if (begun && !row.fingerprint().equals(checkpoint.fingerprint())) {
            throw new MigrationChangedException(set.name(), row.id(), row.fingerprint(), checkpoint.fingerprint(), "");
        }
        MigrationSet.Entry entry = new MigrationSet.Entry(checkpoint.id(), checkpoint.fingerprint());
        pending.add(new Pending(checkpoint.replaced() - 1, entry, row, true));
        return checkpoint.replaced();
    }

    private static void requireClass(MigrationSet set, int position, boolean empty) {
        MigrationSet.Checkpoint checkpoint = set.checkpoint();
        if (checkpoint != null && position < checkpoint.pruned()) {
            List<MigrationSet.Entry> entries = set.entries();
            throw new MigrationPrunedException(
                    set.name(),
                    entries.get(position).id(),
                    entries.get(checkpoint.pruned() - 1).id(),
                    checkpoint.id(),
                    empty);
        }
    }

    private static void compare(
            MigrationSet set, List<MigrationSet.Entry> entries, int position, List<HistoryRow> rows) {
        MigrationSet.Entry entry = entries.get(position);
        HistoryRow row = rows.get(position);
        if (row.id().equals(entry.id())) {
            if (!row.fingerprint().equals(entry.fingerprint())) {
                throw new MigrationChangedException(
                        set.name(),
                        row.id(),
                        row.fingerprint(),
                        entry.fingerprint(),
                        position == 0 ? "" : entries.get(position - 1).id());
            }
            return;
        }
        Set<String> known = entries.stream().map(MigrationSet.Entry::id).collect(Collectors.toSet());
        if (known.contains(row.id())) {
            throw new MigrationOutOfOrderException(set.name(), entry.id(), row.id());
        }
        rows.subList(position, rows.size()).stream()
                .filter(later -> known.contains(later.id()))
                .findFirst()
                .ifPresent(later -> {
                    throw new MigrationMissingException(set.name(), row.id(), later.id());
                });
        String name = row.id().substring(row.id().indexOf('_') + 1);
        String common = position == 0 ? "" : entries.get(position - 1).id();
        entries.subList(position, entries.size()).stream()
                .filter(later ->
                        later.id().substring(later.id().indexOf('_') + 1).equals(name))
                .findFirst()
                .ifPresent(later -> {
                    throw new ForeignMigrationException(set.name(), row.id(), entry.id(), later.id(), common);
                });
        throw new ForeignMigrationException(set.name(), row.id(), entry.id());
    }

    static boolean nothingToDo(List<Chain> chains) {
        for (Chain chain : chains) {
            if (!chain.rollingBack.isEmpty() || !chain.pending.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
