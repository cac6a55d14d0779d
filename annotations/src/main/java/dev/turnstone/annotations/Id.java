package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of the primary key. Several such fields make a composite key; on an {@link Embedded} field, all of its columns do.
 *
 * <pre>{@code
 * @Id(generated = true)
 * private long id;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Id {
    /**
     * Whether the database numbers new rows.
     *
     * @return true for an identity column; the field must be a {@code short}, {@code int} or {@code long}
     */
    boolean generated() default false;

    /**
     * The field's place in a composite key.
     *
     * @return lower places come first; equal ones are ordered by column name
     */
    int order() default 0;
}
