package dev.turnstone.schema;

import java.util.List;

/** What a check demands of a row. */
public sealed interface Condition {

    /**
     * A condition in SQL, passed on as it is, but for names in backquotes: they get the marks of the database.
     *
     * @param expression such as {@code price >= 0}
     */
    record Sql(String expression) implements Condition {
        /** Checks that the expression is given. */
        public Sql {
            Identifiers.requireName(expression, "check expression");
        }
    }

    /**
     * A column of text that holds one of some values, as an enum does.
     *
     * @param column the column's name
     * @param values the values, without quotes, in a stable order
     */
    record OneOf(String column, List<String> values) implements Condition {
        /** Checks that there is at least one value. */
        public OneOf {
            Identifiers.requireName(column, "checked column");
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A check of " + column + " needs at least one value.");
            }
        }
    }
}
