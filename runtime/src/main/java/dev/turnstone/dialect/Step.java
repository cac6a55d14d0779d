package dev.turnstone.dialect;

import dev.turnstone.operation.RunData;
import java.util.Objects;

/**
 * One statement of a rendered migration.
 *
 * @param kind how it is run
 * @param sql the statement, without a closing semicolon
 * @param doneQuery a query that returns at least one row exactly when the statement has already had its effect, for
 *     the case that a process died between running the statement and recording it; empty where running the statement
 *     a second time does no harm
 * @param leftovers a query whose rows are statements to run right before, which clear away what an earlier, interrupted
 *     run of this statement left; empty if it leaves nothing
 */
public record Step(Kind kind, String sql, String doneQuery, String leftovers) {

    /** How a step is run. */
    public enum Kind {
        /** The statement runs. */
        STATEMENT,
        /** The statement runs again and again, until it changes no row. */
        REPEATED,
        /** The statement is a query; the first column of each row is a statement, and they run in the order of the rows. */
        GENERATED,
        /** The statement is a query that must return no row; a row means that the migration is not done. */
        NO_ROW,
        /** No statement but a comment that names the class of a data migration, which runs. */
        DATA
    }

    private static final String RUNS = "-- runs ";
    private static final String TAKES_BACK = "-- takes back ";

    /** Checks that all are given. */
    public Step {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(doneQuery, "doneQuery");
        Objects.requireNonNull(leftovers, "leftovers");
    }

    /**
     * A statement that may run twice without harm.
     *
     * @param sql the statement
     * @return the step
     */
    public static Step of(String sql) {
        return of(sql, "");
    }

    /**
     * A statement.
     *
     * @param sql the statement
     * @param doneQuery tells whether it has had its effect
     * @return the step
     */
    public static Step of(String sql, String doneQuery) {
        return new Step(Kind.STATEMENT, sql, doneQuery, "");
    }

    /**
     * A statement of a kind, which may run twice without harm.
     *
     * @param kind how it is run
     * @param sql the statement
     * @return the step
     */
    public static Step of(Kind kind, String sql) {
        return new Step(kind, sql, "", "");
    }

    /**
     * A data migration.
     *
     * @param operation what runs
     * @return the step
     */
    public static Step of(RunData operation) {
        return of(Kind.DATA, (operation.undo() ? TAKES_BACK : RUNS) + operation.step());
    }

    /**
     * What a step of the kind {@link Kind#DATA} runs.
     *
     * @return the operation that it was made of
     */
    public RunData data() {
        return new RunData(sql.substring(sql.lastIndexOf(' ') + 1), sql.startsWith(TAKES_BACK), true);
    }

    /**
     * A statement as people read it in a list.
     *
     * @param sql the statement
     * @return it and a semicolon, unless it is a step of the kind {@link Kind#DATA}
     */
    public static String closed(String sql) {
        boolean data = (sql.startsWith(RUNS) || sql.startsWith(TAKES_BACK)) && sql.indexOf('\n') < 0;
        return data ? sql : sql + ";";
    }

    /**
     * This step, after what an interrupted run left was cleared away.
     *
     * @param query its rows are the statements that clear it away
     * @return a copy
     */
    public Step clearing(String query) {
        return new Step(kind, sql, doneQuery, query);
    }
}
