package dev.turnstone.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call did to the database.
 *
 * @param applied the migrations that were applied, in order
 * @param rolledBack the migrations that were taken back, in order
 * @param unknown the migrations that the database has and this version does not: the database is ahead
 * @param duration how long it took, waiting included
 */
public record MigrationReport(
        List<Executed> applied, List<Executed> rolledBack, List<Unknown> unknown, Duration duration) {

    /** Copies the lists. */
    public MigrationReport {
        applied = List.copyOf(applied);
        rolledBack = List.copyOf(rolledBack);
        unknown = List.copyOf(unknown);
    }

    /**
     * A migration that was applied or taken back.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param statements how many statements ran, fewer than it has if it was continued; a data migration counts as one
     * @param duration how long they took
     */
    public record Executed(String set, String id, int statements, Duration duration) {
        @Override
        public String toString() {
            return id + " (" + set + "): " + statements + (statements == 1 ? " statement, " : " statements, ")
                    + duration.toMillis() + " ms";
        }
    }

    /**
     * A migration that only the database knows.
     *
     * @param set the migration set's name
     * @param id the migration's id
     */
    public record Unknown(String set, String id) {
        @Override
        public String toString() {
            return id + " (" + set + ")";
        }
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        section(lines, "Rolled back", rolledBack);
        section(lines, "Applied", applied);
        if (lines.isEmpty()) {
            lines.add("Nothing to do.");
        }
        section(lines, "The database is ahead of this version, which does not know", unknown);
        return String.join("\n", lines);
    }

    private static void section(List<String> lines, String title, List<?> entries) {
        if (!entries.isEmpty()) {
            lines.add(title + ":");
            entries.forEach(entry -> lines.add("  " + entry));
        }
    }
}
