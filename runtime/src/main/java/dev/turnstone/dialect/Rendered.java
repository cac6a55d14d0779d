package dev.turnstone.dialect;

import java.util.List;

/** What a dialect makes of a migration. */
public sealed interface Rendered {

    /**
     * The migration as statements.
     *
     * @param preconditions what must hold of the rows before the first statement
     * @param units the statements, in order; empty if the database needs none
     */
    record Units(List<Precondition> preconditions, List<Unit> units) implements Rendered {
        /** Copies the lists. */
        public Units {
            preconditions = List.copyOf(preconditions);
            units = List.copyOf(units);
        }
    }

    /**
     * The database cannot do it.
     *
     * @param refusals one for each operation that it cannot do, at least one
     */
    record Refused(List<Refusal> refusals) implements Rendered {
        /** Copies the refusals. */
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Why the database cannot do an operation.
     *
     * @param operation the operation's place in the migration, from 0
     * @param reason a sentence that says what it cannot do and what to do instead
     */
    record Refusal(int operation, String reason) {}
}
