package dev.turnstone.engine;

import dev.turnstone.dialect.Precondition;
import dev.turnstone.migration.PreconditionFailedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks at the rows before a migration begins. */
final class Preconditions {

    private Preconditions() {}

    /**
     * Throws if rows do not allow the migration.
     *
     * @param mark marks a query, which may take long, as the lock holder's
     */
    static void check(Script script, Database database, UnaryOperator<String> mark) {
        List<PreconditionFailedException.Violation> violations = new ArrayList<>();
        for (Precondition each : script.preconditions()) {
            Database.access(
                    "was looking at the rows that " + script.entry().id() + " will change, with the query\n  "
                            + each.count() + "\n",
                    () -> violation(each, database, mark).map(violations::add));
        }
        if (!violations.isEmpty()) {
            throw new PreconditionFailedException(
                    script.set().name(), script.entry().id(), violations);
        }
    }

    private static Optional<PreconditionFailedException.Violation> violation(
            Precondition precondition, Database database, UnaryOperator<String> mark) throws SQLException {
        long count = database.query(row -> row.getLong(1), mark.apply(precondition.count()))
                .get(0);
        if (count == 0) {
            return Optional.empty();
        }
        List<String> samples =
                precondition.samples().isEmpty() ? List.of() : database.rows(mark.apply(precondition.samples()));
        return Optional.of(new PreconditionFailedException.Violation(
                precondition.subject(), count, precondition.problem(), samples, precondition.fix()));
    }
}
