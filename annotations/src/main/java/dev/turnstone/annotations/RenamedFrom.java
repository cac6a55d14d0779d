package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a table or column had another name before, so that it is renamed and its rows keep their values. It can go as
 * soon as the change is saved.
 *
 * <pre>{@code
 * @RenamedFrom("text")
 * private String body;
 * }</pre>
 *
 * <p>At an attribute of a JPA entity it may stand on the field or on the getter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {
    /**
     * The old name.
     *
     * @return of a table or class on a type, of a column or field on a field
     */
    String value();
}
