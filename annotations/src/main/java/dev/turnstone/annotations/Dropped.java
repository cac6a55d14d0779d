package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that columns or tables are meant to go, with all that is stored in them, and why. The reason is kept with the
 * migration. The annotation can go as soon as the change is saved.
 *
 * <pre>{@code
 * @Entity
 * @Dropped(value = "nickname", reason = "nobody used it")
 * public class Author { ... }
 *
 * @Dropped(value = "audit_log", reason = "moved to the archive") // in package-info.java
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
     * Why. Without a reason nothing is dropped.
     *
     * @return a sentence for those who review the change, and for those who read the history later
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
