package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the rows that exist get in a column that is new and NOT NULL, or that becomes NOT NULL: a constant, or an SQL
 * expression over the columns of the row. It counts for this one migration, is no default of the column, and can go as soon
 * as the change is saved.
 *
 * <pre>{@code
 * @Fill("0")
 * private int stars;
 *
 * @Fill(sql = "lower(name) || '@example.org'")
 * @Column(nullable = false)
 * private String email;
 * }</pre>
 *
 * <p>At an attribute of a JPA entity it may stand on the field or on the getter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Fill {
    /**
     * A constant, without SQL quotes: the same in all rows.
     *
     * @return such as {@code draft}, {@code 0}, {@code true} or {@code 2020-01-31}
     */
    String value() default "";

    /**
     * An SQL expression, passed on as it is. It may read the other columns of the row, by the names that they have after
     * this migration's renames.
     *
     * @return the expression; empty for the constant
     */
    String sql() default "";
}
