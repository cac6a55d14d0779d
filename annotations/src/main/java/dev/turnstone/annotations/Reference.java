package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tunes a field whose type is another entity. Such a field is a foreign key also without this annotation.
 *
 * <pre>{@code
 * @Reference(column = "writer_id", onDelete = Action.CASCADE)
 * private Author author;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Reference {
    /**
     * The referencing columns, one for each column of the other entity's key, in the key's order.
     *
     * @return their names; empty for the field's name followed by the key column's name
     */
    String[] column() default {};

    /**
     * What happens when the referenced row is deleted.
     *
     * @return the action
     */
    Action onDelete() default Action.NO_ACTION;

    /**
     * What happens when the referenced row's key changes.
     *
     * @return the action
     */
    Action onUpdate() default Action.NO_ACTION;

    /**
     * The foreign key's name.
     *
     * @return the name; empty for a derived one
     */
    String name() default "";
}
