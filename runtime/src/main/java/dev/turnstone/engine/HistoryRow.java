package dev.turnstone.engine;

import java.time.Instant;
import java.util.Arrays;

/**
 * A migration as the history table has it.
 *
 * @param set the migration set's name
 * @param id the migration's id
 * @param fingerprint the fingerprint it was applied with
 * @param position its place in the set, from 0
 * @param batch the number of the call that began it; 0 for what was there before
 * @param state how it stands
 * @param progress how far its statements came
 * @param undo how far the statements came that take it back
 * @param since when it reached this state
 * @param by who ran it
 */
record HistoryRow(
        String set,
        String id,
        String fingerprint,
        int position,
        int batch,
        State state,
        Progress progress,
        Progress undo,
        Instant since,
        String by) {

    /** The row of a migration that nothing was done of. */
    static HistoryRow of(Script script, int batch) {
        return new HistoryRow(
                script.set().name(),
                script.entry().id(),
                script.entry().fingerprint(),
                script.pending().position(),
                batch,
                State.RUNNING,
                Progress.none(script.total()),
                Progress.none(script.undo().total()),
                Instant.now(),
                Who.user());
    }

    /** Whether it is the row of the same migration. */
    boolean same(HistoryRow other) {
        return set.equals(other.set) && id.equals(other.id);
    }

    State stateBeforeRollback() {
        return progress.done() == progress.total() ? State.APPLIED : State.FAILED;
    }

    enum State {
        RUNNING,
        FAILED,
        APPLIED,
        ROLLING_BACK;

        static State named(String name) {
            for (State state : values()) {
                if (state.name().equals(name)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("its state is \"" + name + "\", which is none of "
                    + String.join(", ", Arrays.stream(values()).map(State::name).toList()) + ".");
        }
    }

    /**
     * How far a list of statements came.
     *
     * @param total how many there are
     * @param started how many were started
     * @param done how many are known to be done; if fewer than started, the last one's fate is unknown
     */
    record Progress(int total, int started, int done) {

        /** Checks that the numbers fit together, as they come from a table that people can edit. */
        Progress {
            if (done < 0 || started < done || started > done + 1 || total < started) {
                throw new IllegalArgumentException("it says that of " + total + " statements " + started
                        + " were started and " + done + " are done.");
            }
        }

        static Progress none(int total) {
            return upTo(total, 0);
        }

        static Progress all(int total) {
            return upTo(total, total);
        }

        Progress starting(int number) {
            return new Progress(total, number, number - 1);
        }

        /** Some are done, and no other was started. */
        static Progress upTo(int total, int done) {
            return new Progress(total, done, done);
        }

        boolean uncertain(int number) {
            return number == started && done < started;
        }
    }
}
