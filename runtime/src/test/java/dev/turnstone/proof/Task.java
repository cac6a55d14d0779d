package dev.turnstone.proof;

import dev.turnstone.Migrator;
import dev.turnstone.TestSet;
import dev.turnstone.servers.FreshDatabase;
import java.sql.SQLException;
import java.time.Duration;

/** What is interrupted. */
enum Task {
    /** Everything, in an empty database. */
    FRESH(false, 0),
    /** Everything but the first migration, with rows in the tables. */
    IN_USE(false, 1),
    /** All of it but the first migration is taken back, with rows in the tables. */
    BACK(false, 1) {
        @Override
        void prepare(FreshDatabase database) throws SQLException {
            super.prepare(database);
            migrator(database).build().apply();
        }

        @Override
        void run(Migrator migrator) {
            migrator.rollbackTo(Shop.FIRST);
        }
    },
    /** Data migrations only, with rows in the tables. */
    DATA(false, 5),
    /** Effects that differ when something runs twice, in an empty database. */
    SWAPS_FRESH(true, 0),
    /** The same with rows in the tables. */
    SWAPS(true, 1);

    private final boolean swaps;
    private final int before;

    Task(boolean swaps, int before) {
        this.swaps = swaps;
        this.before = before;
    }

    TestSet set() {
        return swaps ? Shop.SWAPS : Shop.EVERYTHING;
    }

    Migrator.Builder migrator(FreshDatabase database) {
        return Migrator.builder(database.dataSource()).sets(set());
    }

    /** Makes what is there before. */
    void prepare(FreshDatabase database) throws SQLException {
        if (before > 0) {
            first(database, 1);
            database.execute(Shop.ROWS.toArray(String[]::new));
            first(database, before);
        }
    }

    private void first(FreshDatabase database, int count) {
        Migrator.builder(database.dataSource()).sets(set().first(count)).build().apply();
    }

    void run(Migrator migrator) {
        migrator.apply();
    }

    /** Applies a further migration, which needs the lock. */
    void oneMore(FreshDatabase database, Duration lease) {
        Migrator.builder(database.dataSource())
                .sets(set().with("9999_more", Shop.MORE))
                .lease(lease)
                .lockTimeout(Duration.ofSeconds(20))
                .build()
                .apply();
    }
}
