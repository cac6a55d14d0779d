package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index on one or several columns. On a type it names them; on a field it takes that field's.
 *
 * <pre>{@code
 * @Entity
 * @Index(columns = {"author", "title"})
 * public class Post {
 *     private Author author;
 *     private String title;
 *
 *     @Index
 *     private String slug;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
@Repeatable(Index.List.class)
public @interface Index {
    /**
     * The columns, in the order of the index.
     *
     * @return names of fields (such as {@code author} or {@code address.street}) or of columns; empty on a field
     */
    String[] columns() default {};

    /**
     * The index's name.
     *
     * @return the name; empty for a derived one
     */
    String name() default "";

    /** Holds several {@link Index} annotations of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.FIELD})
    @interface List {
        /**
         * The annotations.
         *
         * @return all of them, as written
         */
        Index[] value();
    }
}
