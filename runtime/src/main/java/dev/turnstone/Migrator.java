package dev.turnstone;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.engine.Engine;
import dev.turnstone.engine.Settings;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationPlan;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.MigrationStatus;
import dev.turnstone.schema.Introspection;
import dev.turnstone.schema.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Brings a database to what the application's migrations say.
 *
 * <pre>{@code
 * Migrator.of(dataSource).apply();
 * }</pre>
 *
 * <p>Any number of processes and threads may call it together: one of them migrates, the others wait. Each call takes one
 * connection at a time from the data source, never keeps it, and gives it back as it came. A process may be killed at any
 * point; the next call goes on where it stopped. Instances are immutable.
 *
 * <p>The lock that makes this safe is a row of a table beside the history table. A holder whose session is gone is noticed
 * at once where the database can tell; else its lock counts as left behind when it was silent for the lease (see
 * {@link Builder#lease}). A holder that lost its lock writes no more.
 *
 * <p>Every method throws a subclass of {@link MigrationException} when it cannot do its work; the message says what to do
 * next.
 */
public final class Migrator {

    private final Engine engine;

    private Migrator(Engine engine) {
        this.engine = engine;
    }

    /**
     * A migrator with all migration sets that {@link ServiceLoader} finds.
     *
     * @param dataSource where connections come from
     * @return the migrator
     */
    public static Migrator of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /**
     * Starts a migrator with options.
     *
     * @param dataSource where connections come from
     * @return a builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Applies all pending migrations, in order. A migration that stopped half way is continued after its last finished
     * statement; a rollback that stopped half way is finished first.
     *
     * @return what was done
     */
    public MigrationReport apply() {
        return engine.apply(null);
    }

    /**
     * Applies the pending migrations of one set, up to one of them.
     *
     * @param id the last migration to apply, such as {@code 0003_add_tags}; it must be in exactly one set
     * @return what was done
     */
    public MigrationReport applyTo(String id) {
        return engine.apply(Objects.requireNonNull(id, "id"));
    }

    /**
     * Takes over a database that was made without Turnstone: records the migrations of a set, up to one of them, as applied,
     * and runs nothing. The database must have what they make: each table, column, type, default, key, check and index, with
     * their names, in the schema of {@link Builder#schema}, else that of the connection; more may be there. Other schemas,
     * sequences, views, comments, expressions, the values of defaults that are dates or times, and types by the database's own
     * name are not compared, nor what data migrations do.
     *
     * <p>Does nothing where the set has a history already, and where none of its tables is there: so it may stand before
     * {@link #apply} for good, also for new databases.
     *
     * @param id the last migration that the database has; it must be in exactly one set
     * @return that migration, if it was recorded now
     * @throws dev.turnstone.migration.BaselineRefusedException if something is not as that migration leaves it; then nothing
     *     is recorded
     * @throws dev.turnstone.migration.MigrationPrunedException if there are tables and the migration's file was pruned
     * @throws dev.turnstone.migration.MigrationException if all of its tables are in other schemas
     */
    public MigrationReport baseline(String id) {
        return engine.baseline(Objects.requireNonNull(id, "id"));
    }

    /**
     * Takes back the newest applied migration, or what was applied of it. The statements come from the history table, so
     * this works for a migration of a newer version of the application, too. Rows that a migration removed do not come back.
     *
     * @return what was done
     */
    public MigrationReport rollback() {
        return engine.rollback();
    }

    /**
     * Takes back everything that was applied after a migration, in that migration's set, newest first.
     *
     * @param id the migration that stays the newest; it must be applied in exactly one set
     * @return what was done
     */
    public MigrationReport rollbackTo(String id) {
        return engine.rollbackTo(Objects.requireNonNull(id, "id"));
    }

    /**
     * The dry run of {@link #apply}: the same without its last step. Writes nothing, not even the history table.
     *
     * @return the statements that would run
     */
    public MigrationPlan plan() {
        return engine.plan();
    }

    /**
     * How each migration stands. Writes nothing.
     *
     * @return the migrations of each set in order, then those that only the database knows
     */
    public List<MigrationStatus> status() {
        return engine.status();
    }

    /**
     * What the database holds, from its own catalogues, but for Turnstone's own tables: so that a database can be compared
     * with another one. Writes nothing, and needs no migration set.
     *
     * <p>It tells of the tables of one schema, which is that of {@link Builder#schema}, with columns, keys, checks and
     * indexes. It does not tell of views, triggers, sequences and privileges. Names, types and expressions are as the
     * database stores them, which need not be as they were written: H2 stores {@code author} as {@code AUTHOR}, and
     * PostgreSQL knows one type for all bytes.
     *
     * @return the tables, and remarks on what a schema cannot say
     */
    public Introspection introspect() {
        return engine.introspect();
    }

    /** Collects the options of a migrator. */
    public static final class Builder {

        private final DataSource dataSource;
        private List<MigrationSet> sets;
        private ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
        private Dialect dialect;
        private String schema = "";
        private String historyTable = "turnstone_history";
        private Duration lockTimeout = Duration.ofMinutes(5);
        private Duration lease = Duration.ofMinutes(1);
        private Duration tableLockWait = Duration.ofSeconds(2);
        private Duration tableLockPatience = Duration.ofMinutes(5);

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * The migration sets; without this, all that {@link ServiceLoader} finds, sorted by name.
         *
         * @param migrationSets the sets, in the order in which they are applied
         * @return this builder
         */
        public Builder sets(MigrationSet... migrationSets) {
            sets = List.of(migrationSets);
            return this;
        }

        /**
         * Where {@link ServiceLoader} looks for migration sets and dialects; without this, the thread's context class
         * loader.
         *
         * @param loader the class loader
         * @return this builder
         */
        public Builder classLoader(ClassLoader loader) {
            classLoader = loader;
            return this;
        }

        /**
         * The database's dialect; without this, the one that serves what the database calls itself.
         *
         * @param databaseDialect the dialect
         * @return this builder
         */
        public Builder dialect(Dialect databaseDialect) {
            dialect = Objects.requireNonNull(databaseDialect, "databaseDialect");
            return this;
        }

        /**
         * The database schema of the history table and of all tables whose entities name none; without this, the
         * connection's own. It must exist.
         *
         * @param name the schema's name
         * @return this builder
         */
        public Builder schema(String name) {
            schema = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * The name of the history table; without this, {@code turnstone_history}. The lock's table has the same name
         * with {@code _lock} behind.
         *
         * @param name the table's name, without a schema
         * @return this builder
         */
        public Builder historyTable(String name) {
            historyTable = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * How long to wait while another process migrates; without this, 5 minutes.
         *
         * @param duration the time
         * @return this builder
         */
        public Builder lockTimeout(Duration duration) {
            lockTimeout = Objects.requireNonNull(duration, "duration");
            return this;
        }

        /**
         * How long the process that migrates may be silent between two statements, as one that is stopped or collects
         * garbage is, before another takes over; without this, 1 minute. A statement that runs counts as silence only where
         * the database cannot be asked for it; there, it is four times as long.
         *
         * @param duration the time
         * @return this builder
         */
        public Builder lease(Duration duration) {
            lease = Objects.requireNonNull(duration, "duration");
            return this;
        }

        /**
         * How to wait for tables that others are using. A statement that waits for a lock makes all that come after it wait,
         * too; so it waits for a short time only, gives way, and tries again. So does connecting where the database says that it
         * is busy.
         *
         * @param wait how long one try may wait; without this, 2 seconds
         * @param patience how long to go on trying; without this, 5 minutes
         * @return this builder
         */
        public Builder tableLock(Duration wait, Duration patience) {
            tableLockWait = Objects.requireNonNull(wait, "wait");
            tableLockPatience = Objects.requireNonNull(patience, "patience");
            return this;
        }

        /**
         * Makes the migrator; touches no database.
         *
         * @return the migrator
         * @throws MigrationException if a migration set or dialect that {@link ServiceLoader} found cannot be made, or two
         *     sets have the same name
         */
        public Migrator build() {
            List<MigrationSet> found = sets != null ? sets : load();
            Set<String> names = new HashSet<>();
            for (MigrationSet set : found) {
                if (!names.add(set.name())) {
                    throw new MigrationException("Two migration sets are named " + set.name()
                            + ". Remove one of them from the class path: it is there twice, perhaps in two versions.");
                }
            }
            return new Migrator(new Engine(new Settings(
                    dataSource,
                    found,
                    dialects(),
                    dialect,
                    new TableName(schema, historyTable),
                    lockTimeout,
                    lease,
                    tableLockWait,
                    tableLockPatience)));
        }

        private Dialects dialects() {
            try {
                return Dialects.load(classLoader);
            } catch (ServiceConfigurationError e) {
                throw new MigrationException(
                        "A dialect cannot be loaded: " + e.getMessage()
                                + ". Correct the META-INF/services/dev.turnstone.dialect.Dialect that names it, or remove it"
                                + " from the class path.",
                        e);
            }
        }

        private List<MigrationSet> load() {
            List<MigrationSet> found = new ArrayList<>();
            try {
                for (MigrationSet set : ServiceLoader.load(MigrationSet.class, classLoader)) {
                    found.add(set);
                }
            } catch (ServiceConfigurationError e) {
                throw new MigrationException(
                        "A migration set cannot be loaded: " + e.getMessage()
                                + ". Its service file and its classes are of different builds: compile again from scratch"
                                + " (mvn clean compile).",
                        e);
            }
            if (found.size() > 1) {
                found.sort(Comparator.comparing(MigrationSet::name));
            }
            return found;
        }
    }
}
