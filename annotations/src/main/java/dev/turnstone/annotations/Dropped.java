package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that columns or tables are meant to go, with all that is stored in them. It can go as soon as the change is saved.
 *
 * <pre>{@code
 * @Entity
 * @Dropped("nickname")
 * public class Author { ... }
 *
 * @Dropped("audit_log")                          // in package-info.java
 * package com.acme.blog;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(Dropped.List.class)
public @interface Dropped {
    /**
     * What goes.
     *
     * @return names of columns on a type, of tables on a package
     */
    String[] value() default {};

    /**
     * Which tables go.
     *
     * @return names of tables
     */
    String[] tables() default {};

    /**
     * Why.
     *
     * @return a sentence for those who review the change; may be empty
     */
    String reason() default "";

    /** Holds several {@link Dropped} annotations of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface List {
        /**
         * The annotations.
         *
         * @return all of them, as written
         */
        Dropped[] value();
    }
}
