package dev.turnstone.migration;

import java.time.Instant;

/**
 * How a migration stands.
 *
 * @param set the migration set's name
 * @param id the migration's id
 * @param state how it stands
 * @param since when it reached this state; null if it never ran
 * @param by who ran it, as user@host; empty if it never ran
 */
public record MigrationStatus(String set, String id, State state, Instant since, String by) {

    /** How a migration can stand. */
    public enum State {
        /** It was applied. */
        APPLIED,
        /** It is in the set and was not applied. */
        PENDING,
        /** It is in the set, but nobody has saved it. */
        DRAFT,
        /** It is running now, or its process was killed. */
        RUNNING,
        /** One of its statements failed; what was done before is recorded. */
        FAILED,
        /** It is being taken back now, or the process that took it back stopped. */
        ROLLING_BACK,
        /** It was applied, but in another form than the one in the set. */
        CHANGED,
        /** It was applied, and the set does not have it. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return String.format("%-12s %s (%s)", state, id, set) + (since == null ? "" : " since " + since + " by " + by);
    }
}
