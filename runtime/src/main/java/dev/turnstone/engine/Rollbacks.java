package dev.turnstone.engine;

import dev.turnstone.migration.AmbiguousMigrationException;
import dev.turnstone.migration.UnknownMigrationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses what is taken back. */
interface Rollbacks {

    /** Those of the history's rows that are taken back, in order. */
    List<HistoryRow> of(List<HistoryRow> rows);

    /**
     * The migration that was applied last, or one whose rollback was begun. Asked again it gives the same or none: where
     * others took it back meanwhile, the one before it is not meant.
     */
    static Rollbacks newest(List<String> sets) {
        List<HistoryRow> first = new ArrayList<>();
        return rows -> {
            List<HistoryRow> newest = rows.stream()
                    .max(Comparator.comparing((HistoryRow row) -> row.state() == HistoryRow.State.ROLLING_BACK)
                            .thenComparingInt(HistoryRow::batch)
                            .thenComparingInt(row -> sets.indexOf(row.set()))
                            .thenComparingInt(HistoryRow::position))
                    .stream()
                    .toList();
            if (first.isEmpty()) {
                first.addAll(newest);
            }
            return newest.stream().filter(row -> row.same(first.get(0))).toList();
        };
    }

    /** Everything after a migration, in that migration's set. */
    static List<HistoryRow> after(String id, List<HistoryRow> rows) {
        List<HistoryRow> found =
                rows.stream().filter(row -> row.id().equals(id)).toList();
        List<String> applied = rows.stream()
                .filter(row -> row.state() == HistoryRow.State.APPLIED)
                .map(HistoryRow::id)
                .toList();
        if (found.isEmpty()) {
            throw new UnknownMigrationException(id, "was not applied", applied);
        }
        if (found.size() > 1) {
            throw new AmbiguousMigrationException(
                    id, found.stream().map(HistoryRow::set).toList());
        }
        HistoryRow stays = found.get(0);
        if (stays.state() != HistoryRow.State.APPLIED) {
            throw new UnknownMigrationException(
                    id,
                    "was begun and is not finished, so it cannot be what stays. Finish it with apply(), take it back with"
                            + " rollback(), or name one that is applied",
                    applied);
        }
        return rows.stream()
                .filter(row -> row.set().equals(stays.set()) && row.position() > stays.position())
                .sorted(Comparator.comparingInt(HistoryRow::position).reversed())
                .toList();
    }
}
