package dev.turnstone.engine;

import dev.turnstone.engine.History.Summary;
import dev.turnstone.migration.AmbiguousMigrationException;
import dev.turnstone.migration.MigrationPlan;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.MigrationStatus;
import dev.turnstone.migration.NoMigrationSetException;
import dev.turnstone.migration.UnknownMigrationException;
import dev.turnstone.migration.UnsavedDraftException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Brings a database and migration sets together. One instance serves any number of calls and threads. */
public final class Engine {

    private final Settings settings;

    /**
     * Makes an engine; touches no database.
     *
     * @param settings what it works with
     */
    public Engine(Settings settings) {
        this.settings = settings;
    }

    /**
     * Applies pending migrations.
     *
     * @param target the id of the last one to apply; null for all
     * @return what was done
     */
    public MigrationReport apply(String target) {
        long start = System.nanoTime();
        List<MigrationSet> sets = target == null ? sets() : List.of(setWith(target));
        for (MigrationSet set : sets) {
            if (set.hasDraft()) {
                List<MigrationSet.Entry> entries = set.entries();
                throw new UnsavedDraftException(
                        set.name(), entries.get(entries.size() - 1).id());
            }
        }
        try (Database database = Database.open(settings)) {
            History history = new History(database, settings.history());
            if (complete(sets, history)) {
                return new MigrationReport(List.of(), List.of(), List.of(), since(start));
            }
            List<Chain> chains = chains(sets, target, history.rows().orElse(List.of()));
            if (chains.stream().allMatch(Chain::nothingToDo)) {
                return new MigrationReport(List.of(), List.of(), unknown(chains), since(start));
            }
            database.enter(settings.history().schema());
            history.create();
            try (MigrationLock lock = MigrationLock.acquire(database, settings.lock(), settings.lockTimeout())) {
                return apply(sets, target, database, history, lock, start);
            }
        }
    }

    private static boolean complete(List<MigrationSet> sets, History history) {
        Map<String, Summary> summaries = history.summaries().orElse(null);
        return summaries != null
                && sets.stream()
                        .allMatch(set -> summaries
                                .getOrDefault(set.name(), Summary.EMPTY)
                                .complete(set));
    }

    /** Somebody else may have migrated while this process waited, so everything is read again under the lock. */
    private static MigrationReport apply(
            List<MigrationSet> sets,
            String target,
            Database database,
            History history,
            MigrationLock lock,
            long start) {
        List<HistoryRow> rows = history.rows().orElseThrow();
        List<Chain> chains = chains(sets, target, rows);
        List<Script> scripts = scripts(chains, database);
        int batch = 1 + rows.stream().mapToInt(HistoryRow::batch).max().orElse(0);
        Runner runner = new Runner(database, history, lock);
        List<MigrationReport.Executed> rolledBack = new ArrayList<>();
        List<MigrationReport.Executed> applied = new ArrayList<>();
        chains.forEach(chain -> chain.rollingBack().forEach(row -> rolledBack.add(runner.rollBack(row))));
        scripts.forEach(script -> applied.add(runner.apply(script, batch)));
        return new MigrationReport(applied, rolledBack, unknown(chains), since(start));
    }

    private static List<Chain> chains(List<MigrationSet> sets, String target, List<HistoryRow> rows) {
        return sets.stream()
                .map(set -> {
                    Chain chain = Chain.check(set, rows);
                    return target == null ? chain : chain.upTo(position(set, target));
                })
                .toList();
    }

    private static List<Script> scripts(List<Chain> chains, Database database) {
        return chains.stream()
                .flatMap(chain -> chain.pending().stream()
                        .map(pending -> Script.render(chain.set(), pending, database.dialect())))
                .toList();
    }

    private static List<MigrationReport.Unknown> unknown(List<Chain> chains) {
        return chains.stream()
                .flatMap(chain -> chain.unknown().stream())
                .map(row -> new MigrationReport.Unknown(row.set(), row.id()))
                .toList();
    }

    /**
     * Takes back the newest migration, or finishes a rollback that was interrupted.
     *
     * @return what was done
     */
    public MigrationReport rollback() {
        return rollback(rows -> rows.stream()
                .max(Comparator.comparing((HistoryRow row) -> row.state() == HistoryRow.State.ROLLING_BACK)
                        .thenComparingInt(HistoryRow::batch)
                        .thenComparingInt(row -> setNames().indexOf(row.set()))
                        .thenComparingInt(HistoryRow::position))
                .map(List::of)
                .orElse(List.of()));
    }

    /**
     * Takes back everything after a migration, in that migration's set.
     *
     * @param id the migration that stays
     * @return what was done
     */
    public MigrationReport rollbackTo(String id) {
        return rollback(rows -> after(id, rows));
    }

    private static List<HistoryRow> after(String id, List<HistoryRow> rows) {
        List<HistoryRow> found =
                rows.stream().filter(row -> row.id().equals(id)).toList();
        if (found.isEmpty()) {
            throw new UnknownMigrationException(
                    id, "was not applied", rows.stream().map(HistoryRow::id).toList());
        }
        if (found.size() > 1) {
            throw new AmbiguousMigrationException(
                    id, found.stream().map(HistoryRow::set).toList());
        }
        HistoryRow stays = found.get(0);
        return rows.stream()
                .filter(row -> row.set().equals(stays.set()) && row.position() > stays.position())
                .sorted(Comparator.comparingInt(HistoryRow::position).reversed())
                .toList();
    }

    private MigrationReport rollback(Function<List<HistoryRow>, List<HistoryRow>> choice) {
        long start = System.nanoTime();
        List<String> names = setNames();
        try (Database database = Database.open(settings)) {
            History history = new History(database, settings.history());
            if (choice.apply(rowsOf(names, history)).isEmpty()) {
                return new MigrationReport(List.of(), List.of(), List.of(), since(start));
            }
            database.enter(settings.history().schema());
            try (MigrationLock lock = MigrationLock.acquire(database, settings.lock(), settings.lockTimeout())) {
                Runner runner = new Runner(database, history, lock);
                List<MigrationReport.Executed> rolledBack = choice.apply(rowsOf(names, history)).stream()
                        .map(runner::rollBack)
                        .toList();
                return new MigrationReport(List.of(), rolledBack, List.of(), since(start));
            }
        }
    }

    private static List<HistoryRow> rowsOf(List<String> sets, History history) {
        return history.rows().orElse(List.of()).stream()
                .filter(row -> sets.contains(row.set()))
                .toList();
    }

    /**
     * What {@link #apply} would do; changes nothing.
     *
     * @return the statements
     */
    public MigrationPlan plan() {
        List<MigrationSet> sets = sets();
        try (Database database = Database.open(settings)) {
            History history = new History(database, settings.history());
            List<Chain> chains = chains(sets, null, history.rows().orElse(List.of()));
            List<MigrationPlan.Pending> pending = new ArrayList<>();
            for (Chain chain : chains) {
                for (HistoryRow row : chain.rollingBack()) {
                    pending.add(finishRollback(row, history));
                }
            }
            scripts(chains, database).forEach(script -> pending.add(planned(script)));
            return new MigrationPlan(pending, unknown(chains));
        }
    }

    private static MigrationPlan.Pending finishRollback(HistoryRow row, History history) {
        List<UndoScript.Statement> statements = history.undoScript(row).begun(row.progress(), row.undo());
        return new MigrationPlan.Pending(
                row.set(),
                row.id(),
                MigrationPlan.Action.FINISH_ROLLBACK,
                statements.subList(row.undo().done(), statements.size()).stream()
                        .map(UndoScript.Statement::sql)
                        .toList());
    }

    private static MigrationPlan.Pending planned(Script script) {
        MigrationSet set = script.set();
        int position = script.pending().position();
        boolean draft = set.hasDraft() && position == set.entries().size() - 1;
        MigrationPlan.Action action = draft
                ? MigrationPlan.Action.REFUSE_DRAFT
                : script.pending().begun() == null ? MigrationPlan.Action.APPLY : MigrationPlan.Action.CONTINUE;
        return new MigrationPlan.Pending(
                set.name(),
                script.entry().id(),
                action,
                script.steps().subList(script.done(), script.steps().size()).stream()
                        .map(step -> step.sql())
                        .toList());
    }

    /**
     * How each migration stands; changes nothing, and fails for no state of the history.
     *
     * @return those of each set in order, then those that only the database knows
     */
    public List<MigrationStatus> status() {
        List<MigrationSet> sets = sets();
        try (Database database = Database.open(settings)) {
            List<HistoryRow> rows =
                    new History(database, settings.history()).rows().orElse(List.of());
            return sets.stream().flatMap(set -> Statuses.of(set, rows).stream()).toList();
        }
    }

    private List<MigrationSet> sets() {
        if (settings.sets().isEmpty()) {
            throw new NoMigrationSetException();
        }
        return settings.sets();
    }

    private List<String> setNames() {
        return sets().stream().map(MigrationSet::name).toList();
    }

    private MigrationSet setWith(String id) {
        List<MigrationSet> found =
                sets().stream().filter(set -> position(set, id) >= 0).toList();
        if (found.isEmpty()) {
            throw new UnknownMigrationException(
                    id,
                    "is in no migration set of this version",
                    sets().stream()
                            .flatMap(set -> set.entries().stream().map(MigrationSet.Entry::id))
                            .toList());
        }
        if (found.size() > 1) {
            throw new AmbiguousMigrationException(
                    id, found.stream().map(MigrationSet::name).toList());
        }
        return found.get(0);
    }

    private static int position(MigrationSet set, String id) {
        return set.entries().stream().map(MigrationSet.Entry::id).toList().indexOf(id);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
