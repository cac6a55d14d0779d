package dev.turnstone.engine;

import static java.lang.System.Logger.Level.WARNING;

import dev.turnstone.engine.History.Summary;
import dev.turnstone.migration.AmbiguousMigrationException;
import dev.turnstone.migration.LockLostException;
import dev.turnstone.migration.MigrationException;
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
import java.util.function.Consumer;
import java.util.function.Function;

/** Brings a database and migration sets together. One instance serves any number of calls and threads. */
public final class Engine {

    private static final System.Logger LOG = System.getLogger("dev.turnstone");

    /** How many statements may share a transaction in a database that nobody uses yet. */
    private static final int STATEMENTS_TOGETHER = 500;

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
        List<MigrationReport.Executed> rolledBack = new ArrayList<>();
        List<MigrationReport.Executed> applied = new ArrayList<>();
        List<MigrationReport.Unknown> unknown = new ArrayList<>();
        return connected(start, database -> {
            History history = new History(database, settings);
            if (complete(sets, history)) {
                return new MigrationReport(applied, rolledBack, List.of(), since(start));
            }
            List<Chain> chains = chains(sets, target, history.rows().orElse(List.of()));
            if (chains.stream().allMatch(Chain::nothingToDo)) {
                return new MigrationReport(applied, rolledBack, unknown(chains), since(start));
            }
            enter(database);
            history.create();
            underLock(database, history, start, runner -> {
                List<HistoryRow> rows = history.rows().orElseThrow();
                List<Chain> now = chains(sets, target, rows);
                for (Chain chain : now) {
                    chain.rollingBack().forEach(row -> rolledBack.add(runner.rollBack(row)));
                }
                apply(now, rows, database, runner, applied);
                unknown.addAll(unknown(now));
            });
            return new MigrationReport(applied, rolledBack, unknown, since(start));
        });
    }

    private void enter(Database database) {
        database.enter(settings.history().schema());
        database.set(database.dialect().settings(settings.tableLockWait()));
    }

    /**
     * A process that slept so long that it lost the lock, and its session with it, begins again, and finds what the others
     * did.
     */
    private MigrationReport connected(long start, Function<Database, MigrationReport> work) {
        while (true) {
            try (Database database = Database.open(settings)) {
                return work.apply(database);
            } catch (LockLostException e) {
                LOG.log(WARNING, e.getMessage());
                if (System.nanoTime() - start > settings.lockTimeout().toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** Everything is read again under the lock: others may have migrated while this process waited. */
    private void underLock(Database database, History history, long start, Consumer<Runner> work) {
        try (MigrationLock lock = MigrationLock.acquire(database, settings, start)) {
            try {
                work.accept(new Runner(
                        database, history, lock, new Retry(database, settings.tableLockPatience(), settings.lease())));
            } catch (MigrationException e) {
                throw e instanceof LockLostException || !lock.lost() ? e : new LockLostException(e);
            }
        }
    }

    private void apply(
            List<Chain> chains,
            List<HistoryRow> rows,
            Database database,
            Runner runner,
            List<MigrationReport.Executed> applied) {
        boolean fresh = rows.isEmpty() && database.dialect().transactional();
        List<Script> scripts = Scripts.render(chains, !fresh, database.dialect());
        int batch = 1 + rows.stream().mapToInt(HistoryRow::batch).max().orElse(0);
        for (List<Script> group : Scripts.grouped(scripts, fresh ? STATEMENTS_TOGETHER : 0)) {
            if (group.size() > 1) {
                applied.addAll(runner.applyTogether(group, batch));
            } else {
                applied.add(runner.apply(group.get(0), batch));
            }
        }
        if (!scripts.isEmpty()) {
            Script last = scripts.get(scripts.size() - 1);
            runner.flush(last.set().name(), last.entry().id());
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

    private static List<Chain> chains(List<MigrationSet> sets, String target, List<HistoryRow> rows) {
        return sets.stream()
                .map(set -> {
                    Chain chain = Chain.check(set, rows);
                    return target == null ? chain : chain.upTo(position(set, target));
                })
                .toList();
    }

    private static List<MigrationReport.Unknown> unknown(List<Chain> chains) {
        return chains.stream()
                .flatMap(chain -> chain.unknown().stream())
                .map(row -> new MigrationReport.Unknown(row.set(), row.id()))
                .toList();
    }

    /**
     * Takes back the newest migration, or finishes a rollback that was interrupted. Of several callers at the same time, one
     * does it, and the others find it done.
     *
     * @return what was done
     */
    public MigrationReport rollback() {
        List<HistoryRow> chosen = new ArrayList<>();
        return rollback(rows -> {
            List<HistoryRow> newest = rows.stream()
                    .max(Comparator.comparing((HistoryRow row) -> row.state() == HistoryRow.State.ROLLING_BACK)
                            .thenComparingInt(HistoryRow::batch)
                            .thenComparingInt(row -> setNames().indexOf(row.set()))
                            .thenComparingInt(HistoryRow::position))
                    .stream()
                    .toList();
            if (chosen.isEmpty()) {
                chosen.addAll(newest);
            }
            // Where others took it back meanwhile, the one before it is not meant.
            return newest.stream().filter(row -> row.same(chosen.get(0))).toList();
        });
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
        List<MigrationReport.Executed> rolledBack = new ArrayList<>();
        return connected(start, database -> {
            History history = new History(database, settings);
            if (!choice.apply(rowsOf(names, history)).isEmpty()) {
                enter(database);
                underLock(
                        database,
                        history,
                        start,
                        runner -> choice.apply(rowsOf(names, history))
                                .forEach(row -> rolledBack.add(runner.rollBack(row))));
            }
            return new MigrationReport(List.of(), rolledBack, List.of(), since(start));
        });
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
            History history = new History(database, settings);
            List<HistoryRow> rows = history.rows().orElse(List.of());
            List<Chain> chains = chains(sets, null, rows);
            List<MigrationPlan.Pending> pending = new ArrayList<>();
            for (Chain chain : chains) {
                for (HistoryRow row : chain.rollingBack()) {
                    pending.add(finishRollback(row, history));
                }
            }
            boolean fresh = rows.isEmpty() && database.dialect().transactional();
            Scripts.render(chains, !fresh, database.dialect()).forEach(script -> pending.add(planned(script)));
            return new MigrationPlan(pending, unknown(chains));
        }
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

    /**
     * How each migration stands; changes nothing, and fails for no state of the history.
     *
     * @return those of each set in order, then those that only the database knows
     */
    public List<MigrationStatus> status() {
        List<MigrationSet> sets = sets();
        try (Database database = Database.open(settings)) {
            List<HistoryRow> rows = new History(database, settings).rows().orElse(List.of());
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
