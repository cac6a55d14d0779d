package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field whose type is an {@link Embeddable}: its columns are columns of this table.
 *
 * <pre>{@code
 * @Embedded
 * private Address home;                          // home_street, home_city
 *
 * @Embedded(prefix = "")
 * private Address address;                       // street, city
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Embedded {
    /**
     * What stands before the names of the columns.
     *
     * @return the prefix; when it is not written, the naming strategy decides: {@code snake_case} takes the field's name and
     *     an underscore, {@code jpa} takes nothing
     */
    String prefix() default "";
}
