package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SQL for what entities cannot say: views, triggers, grants, extensions. It is part of the next migration that is saved, which
 * freezes it under its name. After that it may stay as documentation, or go; to change what it did, write another
 * one with a new name.
 *
 * <pre>{@code
 * @SqlStep(name = "author_names",
 *         sql = @SqlStep.Text(up = "CREATE VIEW author_names AS SELECT name FROM author",
 *                             down = "DROP VIEW author_names"))
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(SqlStep.List.class)
public @interface SqlStep {
    /**
     * What the step is called. No other step of the history has that name.
     *
     * @return such as {@code author_names}
     */
    String name();

    /**
     * The statements, for one database each or for all.
     *
     * @return one text for each database that is meant, and one without a dialect for the others
     */
    Text[] sql();

    /**
     * Whether it runs before everything else of its migration, instead of beside the data migrations.
     *
     * @return true to run first, such as to drop a view before its column changes
     */
    boolean first() default false;

    /**
     * The place among the data migrations and SQL steps of one migration.
     *
     * @return any number; the smallest runs first, and of equal ones data migrations before SQL, then by name
     */
    int order() default 0;

    /** The statements for one database. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Text {
        /**
         * The database.
         *
         * @return the dialect's name, such as {@code postgresql}; empty for each database without a text of its own
         */
        String dialect() default "";

        /**
         * What runs. Statements that begin or end a transaction have no place here.
         *
         * @return one statement each; empty to do nothing there
         */
        String[] up();

        /**
         * What takes it back.
         *
         * @return one statement each; empty to change nothing
         */
        String[] down() default {};
    }

    /** Holds several {@link SqlStep} annotations of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface List {
        /**
         * The annotations.
         *
         * @return all of them, as written
         */
        SqlStep[] value();
    }
}
