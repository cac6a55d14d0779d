package dev.turnstone.dialect;

import java.util.List;
import java.util.function.Supplier;

/** What a dialect makes of a migration. */
public sealed interface Rendered {

    /**
     * The migration as statements.
     *
     * @param preconditions gives what must hold of the rows before the first statement; only who runs the statements need
     *     ask, as the answer can need the schema before
     * @param units the statements, in order; empty if the database needs none
     */
    record Units(Supplier<List<Precondition>> preconditions, List<Unit> units) implements Rendered {
        /** Copies the units. */
        public Units {
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
