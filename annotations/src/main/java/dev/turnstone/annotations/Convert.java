package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the values that exist become values of the column's new type, or of an enum that lost constants. It counts for this
 * one migration, and can go as soon as the change is saved.
 *
 * <p>The expressions are SQL and passed on as they are. They read the columns of the row by the names that these have after
 * this migration's renames: of a field with {@link RenamedFrom}, the new name.
 *
 * <pre>{@code
 * @Convert(using = "price * 100", back = "price / 100.0")
 * private long price; // was a BigDecimal
 *
 * @Convert(using = "case when state = 'OLD' then 'DONE' else state end")
 * private State state; // has no OLD any more
 * }</pre>
 *
 * <p>At an attribute of a JPA entity it may stand on the field or on the getter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Convert {
    /**
     * The new value.
     *
     * @return an SQL expression of the new type
     */
    String using();

    /**
     * The old value, for the day on which the migration is taken back.
     *
     * @return an SQL expression of the old type; empty to leave it to the database
     */
    String back() default "";
}
