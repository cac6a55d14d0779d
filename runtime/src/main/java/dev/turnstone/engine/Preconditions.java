package dev.turnstone.engine;

import dev.turnstone.dialect.Precondition;
import dev.turnstone.migration.PreconditionFailedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        List<PreconditionFailedException.Violation> violations = Database.access(
                "was looking at the rows that " + script.entry().id() + " will change",
                () -> violations(script, database, mark));
        if (!violations.isEmpty()) {
            throw new PreconditionFailedException(
                    script.set().name(), script.entry().id(), violations);
        }
    }

    private static List<PreconditionFailedException.Violation> violations(
            Script script, Database database, UnaryOperator<String> mark) throws SQLException {
        List<PreconditionFailedException.Violation> violations = new ArrayList<>();
        for (Precondition each : script.preconditions()) {
            long count = database.query(row -> row.getLong(1), mark.apply(each.count()))
                    .get(0);
            if (count > 0) {
                violations.add(new PreconditionFailedException.Violation(
                        each.subject(),
                        count,
                        each.problem(),
                        each.samples().isEmpty() ? List.of() : database.rows(mark.apply(each.samples())),
                        each.fix()));
            }
        }
        return violations;
    }
}
