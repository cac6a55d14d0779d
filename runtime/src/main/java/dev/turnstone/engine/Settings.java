package dev.turnstone.engine;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.schema.TableName;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a migrator was told.
 *
 * @param dataSource where connections come from, one at a time
 * @param sets the migration sets, in the order in which they are applied
 * @param dialects the dialects to choose from
 * @param dialect the dialect to use; null to choose by the database's product name
 * @param history the history table; with a schema, the migrations' unqualified tables live there too
 * @param lockTimeout how long to wait for another process
 * @param lease how long the holder of the lock may be silent where the database sees its session
 * @param tableLockWait how long a statement may wait for a lock on a table
 * @param tableLockPatience how long to go on trying for it
 */
public record Settings(
        DataSource dataSource,
        List<MigrationSet> sets,
        Dialects dialects,
        Dialect dialect,
        TableName history,
        Duration lockTimeout,
        Duration lease,
        Duration tableLockWait,
        Duration tableLockPatience) {

    /** Copies the list. */
    public Settings {
        sets = List.copyOf(sets);
    }

    TableName lock() {
        return history.sibling(history.name() + "_lock");
    }
}
