package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A condition in SQL that each row must meet. White space and line ends in it carry no meaning.
 *
 * <pre>{@code
 * @Check("price >= 0")
 * private BigDecimal price;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
@Repeatable(Check.List.class)
public @interface Check {
    /**
     * The condition.
     *
     * @return such as {@code price >= 0}
     */
    String value();

    /**
     * The constraint's name.
     *
     * @return the name; empty for a derived one
     */
    String name() default "";

    /** Holds several {@link Check} annotations of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.FIELD})
    @interface List {
        /**
         * The annotations.
         *
         * @return all of them, as written
         */
        Check[] value();
    }
}
