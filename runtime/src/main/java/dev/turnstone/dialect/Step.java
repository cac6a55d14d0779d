package dev.turnstone.dialect;

import java.util.Objects;

/**
 * One statement of a rendered operation.
 *
 * @param sql the statement, without a closing semicolon
 * @param doneQuery a query that returns at least one row exactly when the statement has already had its effect, for
 *     the case that a process died between running the statement and recording it; empty where running the statement
 *     a second time does no harm
 */
public record Step(String sql, String doneQuery) {
    /** Checks that both are given. */
    public Step {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(doneQuery, "doneQuery");
    }
}
