package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A comment that the database keeps with the table or column.
 *
 * <pre>{@code
 * @Comment("Where invoices go")
 * private String email;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Comment {
    /**
     * The comment.
     *
     * @return plain text
     */
    String value();
}
