package dev.turnstone.engine;

import dev.turnstone.migration.ForeignMigrationException;
import dev.turnstone.migration.MigrationChangedException;
import dev.turnstone.migration.MigrationMissingException;
import dev.turnstone.migration.MigrationOutOfOrderException;
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
     * @param begun what the history has of it; null if it was not begun
     */
    record Pending(int position, HistoryRow begun) {}

    /** Compares each set with the history; with a target, only as far as that. */
    static List<Chain> check(List<MigrationSet> sets, String target, List<HistoryRow> history) {
        return sets.stream()
                .map(set -> {
                    Chain chain = check(set, history);
                    return target == null ? chain : chain.upTo(Sets.position(set, target));
                })
                .toList();
    }

    /** The migrations that only the database knows. */
    static List<MigrationReport.Unknown> unknown(List<Chain> chains) {
        return chains.stream()
                .flatMap(chain -> chain.unknown().stream())
                .map(row -> new MigrationReport.Unknown(row.set(), row.id()))
                .toList();
    }

    /**
     * Compares a set with the history.
     *
     * @param set the set
     * @param history all rows of the history, oldest first
     * @return what is to do
     */
    static Chain check(MigrationSet set, List<HistoryRow> history) {
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
        List<MigrationSet.Entry> entries = set.entries();
        int common = Math.min(rows.size(), entries.size());
        for (int i = 0; i < common; i++) {
            compare(set, i, rows);
        }
        List<Pending> pending = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            HistoryRow row = i < common ? rows.get(i) : null;
            if (row == null || row.state() != HistoryRow.State.APPLIED) {
                pending.add(new Pending(i, row));
            }
        }
        return new Chain(set, rollingBack, pending, rows.subList(common, rows.size()));
    }

    private static void compare(MigrationSet set, int position, List<HistoryRow> rows) {
        List<MigrationSet.Entry> entries = set.entries();
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
        throw new ForeignMigrationException(set.name(), row.id(), entry.id());
    }

    /** The same, without the migrations after a place. */
    Chain upTo(int position) {
        return new Chain(
                set,
                rollingBack,
                pending.stream().filter(each -> each.position() <= position).toList(),
                unknown);
    }

    boolean nothingToDo() {
        return rollingBack.isEmpty() && pending.isEmpty();
    }
}
