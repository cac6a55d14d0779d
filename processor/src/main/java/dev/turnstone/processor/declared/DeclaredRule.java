package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.SourceRef;
import java.util.List;
import java.util.Optional;

/** An index, a unique constraint or a check, on a class or on a field. */
public sealed interface DeclaredRule {

    /**
     * Where the rule is written.
     *
     * @return its annotation
     */
    SourceRef place();

    /**
     * The name that the source gives.
     *
     * @return the name; empty to derive it
     */
    Optional<Placed<String>> name();

    /**
     * An index or a unique constraint.
     *
     * @param isUnique true for a unique constraint
     * @param place its annotation
     * @param columns names of fields or columns; empty for the columns of the field that it stands on
     * @param name its name; empty to derive it
     */
    record OnColumns(boolean isUnique, SourceRef place, List<Placed<String>> columns, Optional<Placed<String>> name)
            implements DeclaredRule {
        /** Copies the columns. */
        public OnColumns {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A check.
     *
     * @param condition what must hold for each row, in SQL
     * @param name its name; empty to derive it
     */
    record Condition(Placed<String> condition, Optional<Placed<String>> name) implements DeclaredRule {
        @Override
        public SourceRef place() {
            return condition.place();
        }
    }
}
