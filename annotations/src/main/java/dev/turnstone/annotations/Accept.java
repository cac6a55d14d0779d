package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Agrees to what a finding warns of, at this element only: one on a class says nothing about its fields, and one on a
 * package is about what no class stands for. The reason is kept with the migration. It can go as soon as the change is saved.
 *
 * <pre>{@code
 * @Column(length = 40)
 * @Accept(value = "TS-TYPE-NARROW", reason = "The longest one has 31 letters, counted on 3 May.")
 * private String nickname;
 * }</pre>
 *
 * <p>At an attribute of a JPA entity it may stand on the field or on the getter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PACKAGE})
@Repeatable(Accept.List.class)
public @interface Accept {
    /**
     * What is agreed to.
     *
     * @return the tag that the message begins with
     */
    String value();

    /**
     * Why.
     *
     * @return a sentence for those who review the change
     */
    String reason();

    /** Holds several {@link Accept} annotations of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PACKAGE})
    @interface List {
        /**
         * The annotations.
         *
         * @return all of them, as written
         */
        Accept[] value();
    }
}
