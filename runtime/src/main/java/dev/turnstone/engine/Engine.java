package dev.turnstone.engine;

import dev.turnstone.migration.MigrationPlan;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.MigrationStatus;
import dev.turnstone.schema.Introspection;
import java.time.Duration;
import java.util.List;

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
        List<MigrationSet> sets = target == null ? sets() : List.of(Sets.with(target, sets()));
        for (MigrationSet set : sets) {
            refuseDraft(set);
        }
        try (Database database = Connecting.open(settings)) {
            return Start.nothingToDo(sets, database, settings.history())
                    ? new MigrationReport(List.of(), List.of(), List.of(), Duration.ofNanos(System.nanoTime() - start))
                    : new Work(settings, database, start).apply(sets, target);
        }
    }

    /**
     * Records migrations as applied that a database without a history has already; changes no table.
     *
     * @param id the last one that it has
     * @return that migration, or nothing where the set has a history or none of its tables is there
     */
    public MigrationReport baseline(String id) {
        long start = System.nanoTime();
        MigrationSet set = Sets.with(id, sets());
        refuseDraft(set);
        try (Database database = Connecting.open(settings)) {
            return new Work(settings, database, start).baseline(set, id);
        }
    }

    /**
     * Takes back the newest migration, or finishes a rollback that was interrupted. Of several callers at the same time, one
     * does it, and the others find it done.
     *
     * @return what was done
     */
    public MigrationReport rollback() {
        List<String> names = Sets.names(sets());
        return rollback(names, Rollbacks.newest(names));
    }

    /**
     * Takes back everything after a migration, in that migration's set.
     *
     * @param id the migration that stays
     * @return what was done
     */
    public MigrationReport rollbackTo(String id) {
        return rollback(Sets.names(sets()), rows -> Rollbacks.after(id, rows));
    }

    private MigrationReport rollback(List<String> sets, Rollbacks choice) {
        long start = System.nanoTime();
        try (Database database = Connecting.open(settings)) {
            return new Work(settings, database, start).rollback(sets, choice);
        }
    }

    /**
     * What {@link #apply} would do; changes nothing.
     *
     * @return the statements
     */
    public MigrationPlan plan() {
        List<MigrationSet> sets = sets();
        try (Database database = Connecting.open(settings)) {
            return Plans.plan(sets, database, new History(database, settings));
        }
    }

    /**
     * How each migration stands; changes nothing, and fails for no state of the history.
     *
     * @return those of each set in order, then those that only the database knows
     */
    public List<MigrationStatus> status() {
        List<MigrationSet> sets = sets();
        try (Database database = Connecting.open(settings)) {
            List<HistoryRow> rows = new History(database, settings).rows().orElse(List.of());
            return sets.stream().flatMap(set -> Statuses.of(set, rows).stream()).toList();
        }
    }

    /**
     * What the database holds, but for Turnstone's own tables; changes nothing.
     *
     * @return the tables of the schema that holds the history
     */
    public Introspection introspect() {
        try (Database database = Connecting.open(settings)) {
            database.session().enter(settings.history().schema());
            return Introspector.read(
                    database, List.of(settings.history().name(), settings.lock().name()));
        }
    }

    /** Here, as the exceptions that {@link Sets} makes need not be loaded at a start with nothing to do. */
    private static void refuseDraft(MigrationSet set) {
        if (set.hasDraft()) {
            throw Sets.draft(set);
        }
    }

    private List<MigrationSet> sets() {
        if (settings.sets().isEmpty()) {
            throw Sets.none();
        }
        return settings.sets();
    }
}
