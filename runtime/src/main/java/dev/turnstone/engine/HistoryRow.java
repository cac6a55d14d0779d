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
 * @param batch the number of the call that began it
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
            return new Progress(total, 0, 0);
        }

        Progress starting(int number) {
            return new Progress(total, number, number - 1);
        }

        Progress completed(int number) {
            return new Progress(total, number, number);
        }

        boolean uncertain(int number) {
            return number == started && done < started;
        }
    }
}
