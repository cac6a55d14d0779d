package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose fields become columns of each entity that extends it, and which is no table itself.
 *
 * <pre>{@code
 * @MappedSuperclass
 * public abstract class Numbered {
 *     @Id(generated = true)
 *     private long id;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MappedSuperclass {}
