package dev.turnstone.engine;

import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.MigrationStatus;
import dev.turnstone.migration.MigrationStatus.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says how the migrations of a set stand, whatever the history holds. */
final class Statuses {

    private Statuses() {}

    static List<MigrationStatus> of(MigrationSet set, List<HistoryRow> history) {
        Map<String, HistoryRow> rows = new LinkedHashMap<>();
        history.stream().filter(row -> row.set().equals(set.name())).forEach(row -> rows.put(row.id(), row));
        List<MigrationStatus> statuses = new ArrayList<>();
        List<MigrationSet.Entry> entries = set.entries();
        for (int i = 0; i < entries.size(); i++) {
            MigrationSet.Entry entry = entries.get(i);
            HistoryRow row = rows.remove(entry.id());
            if (row == null) {
                boolean draft = set.hasDraft() && i == entries.size() - 1;
                statuses.add(
                        new MigrationStatus(set.name(), entry.id(), draft ? State.DRAFT : State.PENDING, null, ""));
            } else {
                statuses.add(status(row, row.fingerprint().equals(entry.fingerprint()) ? state(row) : State.CHANGED));
            }
        }
        String checkpoint = set.checkpoint() == null ? "" : set.checkpoint().id();
        rows.values()
                .forEach(row -> statuses.add(status(row, row.id().equals(checkpoint) ? state(row) : State.UNKNOWN)));
        return List.copyOf(statuses);
    }

    private static MigrationStatus status(HistoryRow row, State state) {
        return new MigrationStatus(row.set(), row.id(), state, row.since(), row.by());
    }

    private static State state(HistoryRow row) {
        return switch (row.state()) {
            case RUNNING -> State.RUNNING;
            case FAILED -> State.FAILED;
            case APPLIED -> State.APPLIED;
            case ROLLING_BACK -> State.ROLLING_BACK;
        };
    }
}
