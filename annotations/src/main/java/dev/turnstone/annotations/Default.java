package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the column holds in a row that was inserted without a value for it: a constant, or an SQL expression.
 *
 * <pre>{@code
 * @Default("draft")
 * private String state;
 *
 * @Default(sql = "current_timestamp")
 * private Instant createdAt;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Default {
    /**
     * A constant, without SQL quotes.
     *
     * @return such as {@code draft}, {@code 0}, {@code true} or {@code 2020-01-31}
     */
    String value() default "";

    /**
     * An SQL expression, passed on as it is.
     *
     * @return the expression; empty for the constant
     */
    String sql() default "";
}
