package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class or record that stands for a table. Its private fields (or its components) are the columns.
 *
 * <pre>{@code
 * @Entity
 * public class Author { ... }                    // table author
 *
 * @Entity(table = "posts", schema = "blog")
 * public record Post( ... ) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Entity {
    /**
     * The table's name.
     *
     * @return the name; empty for the class's name, spelled as the naming strategy has it
     */
    String table() default "";

    /**
     * The database schema of the table.
     *
     * @return its name; empty for the connection's default schema
     */
    String schema() default "";
}
