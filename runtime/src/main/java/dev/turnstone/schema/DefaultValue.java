package dev.turnstone.schema;

import java.util.Objects;

/** What a column holds in a row that was inserted without a value for it. */
public sealed interface DefaultValue {

    /**
     * A constant, written without quotes; the dialect quotes it as the column's type needs.
     *
     * @param text such as {@code draft}, {@code 0}, {@code true} or {@code 2020-01-31}
     */
    record Literal(String text) implements DefaultValue {
        /** Checks that the text is given. */
        public Literal {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * An expression in SQL, passed on as it is.
     *
     * @param expression such as {@code current_timestamp}
     */
    record Sql(String expression) implements DefaultValue {
        /** Checks that the expression is given. */
        public Sql {
            Identifiers.requireName(expression, "default expression");
        }
    }
}
