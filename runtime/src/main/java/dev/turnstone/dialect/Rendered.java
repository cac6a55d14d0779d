package dev.turnstone.dialect;

import java.util.List;

/** What a dialect makes of an operation. */
public sealed interface Rendered {

    /**
     * The operation as statements.
     *
     * @param steps the statements, in order; empty if the database needs none
     */
    record Steps(List<Step> steps) implements Rendered {
        /** Copies the steps. */
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The database cannot do it.
     *
     * @param reason a sentence that says what it cannot do and what to do instead
     */
    record Refusal(String reason) implements Rendered {}
}
