package dev.turnstone.processor.emit;

import dev.turnstone.migration.MigrationSet;
import java.util.List;

/**
 * A checkpoint to write as Java.
 *
 * @param migration what it does
 * @param replaced how many of the first migrations it replaces
 * @param pruned the first of these, as far as their files are gone
 */
public record EmittedCheckpoint(EmittedMigration migration, int replaced, List<MigrationSet.Entry> pruned) {

    /** Copies the list. */
    public EmittedCheckpoint {
        pruned = List.copyOf(pruned);
    }
}
