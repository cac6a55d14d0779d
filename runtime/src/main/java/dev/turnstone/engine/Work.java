package dev.turnstone.engine;

import static java.lang.System.Logger.Level.WARNING;

import dev.turnstone.migration.BaselineRefusedException;
import dev.turnstone.migration.BaselineRefusedException.Difference;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.LockLostException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationPrunedException;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.MigrationReport.Executed;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One call that changes a database, through one connection. */
final class Work {

    private static final System.Logger LOG = System.getLogger("dev.turnstone");

    /** How many statements may share a transaction in a database that nobody uses yet. */
    private static final int STATEMENTS_TOGETHER = 500;

    /** How many connections may break while the lock is taken; a source that gives out broken ones has no end of them. */
    private static final int BROKEN_CONNECTIONS = 3;

    private final Settings settings;
    private final Database database;
    private final History history;
    private final long start;
    private final Map<String, Executed> applied = new LinkedHashMap<>();
    private final Map<String, Executed> rolledBack = new LinkedHashMap<>();
    private List<MigrationReport.Unknown> unknown = List.of();

    Work(Settings settings, Database database, long start) {
        this.settings = settings;
        this.database = database;
        this.history = new History(database, settings);
        this.start = start;
    }

    MigrationReport apply(List<MigrationSet> sets, String target) {
        Optional<List<HistoryRow>> rows = history.rows();
        List<Chain> chains = Chain.check(sets, target, rows.orElse(List.of()));
        unknown = Chain.unknown(chains);
        if (!Chain.nothingToDo(chains)) {
            enter();
            if (rows.isEmpty()) {
                history.create();
            }
            underLock(lock -> apply(sets, target, lock));
        }
        return report();
    }

    MigrationReport rollback(List<String> sets, Rollbacks choice) {
        if (!choice.of(rowsOf(sets)).isEmpty()) {
            enter();
            underLock(lock -> {
                Runner runner = runner(lock);
                List<HistoryRow> rows = choice.of(rowsOf(sets));
                // Before anything is taken back: one that cannot be must not leave the others half way.
                rows.forEach(row -> runner.steps.requireClasses(new Course.Back(history, row)));
                rows.forEach(row -> add(rolledBack, runner.rollBack(row)));
            });
        }
        return report();
    }

    /** Looks at the tables under the lock, so that nobody creates them meanwhile. */
    MigrationReport baseline(MigrationSet set, String id) {
        List<String> name = List.of(set.name());
        if (rowsOf(name).isEmpty()) {
            enter();
            underLock(lock -> {
                if (rowsOf(name).isEmpty()) {
                    baseline(set, id, lock);
                }
            });
        }
        return report();
    }

    private void baseline(MigrationSet set, String id, MigrationLock lock) {
        int last = Sets.position(set, id);
        List<String> own = List.of(settings.history().name(), settings.lock().name());
        Schema found = Introspector.read(database, own).schema();
        int known = Math.max(last, Sets.pruned(set) - 1);
        List<Table> tables = Scripts.after(set, known).tables();
        String current = database.currentSchema();
        List<Table> wanted = tables.stream()
                .filter(table -> isIn(current, table.name().schema()))
                .toList();
        if (wanted.isEmpty() && !tables.isEmpty()) {
            throw new MigrationException(
                    "baseline() looks at the schema " + current + ", and no table of " + id + " of "
                            + set.name() + " is in it, so nothing was recorded. Name theirs:"
                            + " Migrator.builder(dataSource).schema(\""
                            + tables.get(0).name().schema()
                            + "\"), with MySQL and MariaDB in the URL of the connection.");
        }
        if (Comparison.nothingThere(wanted, found)) {
            return;
        }
        if (last < known) {
            throw new MigrationPrunedException(
                    set.name(),
                    id,
                    set.entries().get(known).id(),
                    set.checkpoint().id());
        }
        List<Difference> differences = Comparison.of(wanted, found, current, database.dialect());
        if (!differences.isEmpty()) {
            throw new BaselineRefusedException(set.name(), id, differences);
        }
        history.create();
        boolean held = Database.access(
                "was recording what was there before",
                () -> retry().run(() -> lock.write(() -> history.insert(set, last))));
        if (!held) {
            throw new LockLostException(set.name(), id);
        }
        add(applied, new Executed(set.name(), id, 0, Duration.ZERO));
    }

    /** Whether a table is in the schema that the catalogue was asked for: one may be named, or left to the session. */
    private static boolean isIn(String schema, String ofTable) {
        return ofTable.isEmpty() || Identifiers.same(ofTable, schema);
    }

    private List<HistoryRow> rowsOf(List<String> sets) {
        return history.rows().orElse(List.of()).stream()
                .filter(row -> sets.contains(row.set()))
                .toList();
    }

    private void enter() {
        database.session().enter(settings.history().schema());
        database.session().set(database.dialect().settings(settings.tableLockWait()));
    }

    /**
     * A process that slept so long that it lost the lock, and maybe its session, waits for it again, and finds what the
     * others did.
     */
    private void underLock(Consumer<MigrationLock> work) {
        while (true) {
            try (MigrationLock lock = acquire()) {
                accept(work, lock);
                return;
            } catch (LockLostException e) {
                LOG.log(WARNING, e.getMessage());
                if (System.nanoTime() - start > settings.lockTimeout().toNanos()) {
                    throw e;
                }
            }
            if (!database.alive()) {
                database.reconnect();
                enter();
            }
        }
    }

    /** A session that sleeps in a transaction is ended, so a process that slept while it took the lock needs another. */
    private MigrationLock acquire() {
        for (int broken = 1; ; broken++) {
            try {
                return MigrationLock.acquire(database, settings, start);
            } catch (DatabaseAccessException e) {
                if (broken == BROKEN_CONNECTIONS || database.alive()) {
                    throw e;
                }
                LOG.log(WARNING, e.getMessage());
            }
            database.reconnect();
            enter();
        }
    }

    private static void accept(Consumer<MigrationLock> work, MigrationLock lock) {
        try {
            work.accept(lock);
        } catch (MigrationException e) {
            throw e instanceof LockLostException || !lock.lost() ? e : new LockLostException(e);
        }
    }

    /** Others may have migrated while this process waited, so everything is read again. */
    private void apply(List<MigrationSet> sets, String target, MigrationLock lock) {
        List<HistoryRow> rows = history.rows().orElseThrow();
        List<Chain> chains = Chain.check(sets, target, rows);
        unknown = Chain.unknown(chains);
        Runner runner = runner(lock);
        for (Chain chain : chains) {
            for (HistoryRow row : chain.rollingBack()) {
                add(rolledBack, runner.rollBack(row));
            }
        }
        boolean inUse = Scripts.inUse(rows, database.dialect());
        List<Script> scripts = Scripts.render(chains, inUse, database.dialect());
        int batch = 1;
        for (HistoryRow row : rows) {
            batch = Math.max(batch, row.batch() + 1);
        }
        for (List<Script> group : Scripts.grouped(scripts, inUse ? 0 : STATEMENTS_TOGETHER)) {
            if (group.size() > 1) {
                for (Executed each : runner.applyTogether(group, batch)) {
                    add(applied, each);
                }
            } else {
                add(applied, runner.apply(group.get(0), batch));
            }
        }
        if (!scripts.isEmpty()) {
            Script last = scripts.get(scripts.size() - 1);
            runner.flush(last.set().name(), last.entry().id());
        }
    }

    /** A migration that was not recorded when the lock was lost is run or recorded again, and listed once. */
    private static void add(Map<String, Executed> list, Executed executed) {
        String key = executed.set() + " " + executed.id();
        list.remove(key);
        list.put(key, executed);
    }

    private Runner runner(MigrationLock lock) {
        return new Runner(settings.sets(), database, history, lock, retry());
    }

    private Retry retry() {
        return new Retry(database, settings.tableLockPatience(), settings.lease());
    }

    private MigrationReport report() {
        return new MigrationReport(
                List.copyOf(applied.values()),
                List.copyOf(rolledBack.values()),
                unknown,
                Duration.ofNanos(System.nanoTime() - start));
    }
}
