package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a field becomes a column. A member counts only when it is written.
 *
 * <pre>{@code
 * @Column(name = "mail", length = 320, nullable = false, unique = true)
 * private String email;
 *
 * @Column(precision = 19, scale = 4)
 * private BigDecimal price;
 *
 * @Column(type = "jsonb")
 * private String settings;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Column {
    /** As a length: without a limit, so that text becomes a {@code TEXT} and bytes become a {@code BLOB}. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * The column's name.
     *
     * @return the name; empty for the field's name, spelled as the naming strategy has it
     */
    String name() default "";

    /**
     * The greatest length of text, of an enum's constants, or of {@code byte[]}.
     *
     * @return characters or bytes; without it text has 255, and bytes have no limit
     */
    int length() default 0;

    /**
     * The digits of a number in all, or the digits of a second.
     *
     * @return digits; without it 38 of a number, and 6 of a second
     */
    int precision() default 0;

    /**
     * The digits of a {@code BigDecimal} after the decimal point.
     *
     * @return digits; without it 2
     */
    int scale() default 0;

    /**
     * Whether a row may hold no value.
     *
     * @return false for NOT NULL; without it the field's type and JSpecify's annotations decide
     */
    boolean nullable() default true;

    /**
     * Whether no two rows may share a value.
     *
     * @return true for a unique constraint on this column
     */
    boolean unique() default false;

    /**
     * The column's type as the database spells it, for what Turnstone has no type for. Any Java type may carry it.
     *
     * @return such as {@code jsonb}; empty for the type that follows from the Java type
     */
    String type() default "";
}
