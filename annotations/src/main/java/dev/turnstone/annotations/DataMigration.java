package dev.turnstone.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that changes rows: it implements {@code dev.turnstone.data.DataStep}, is public, and has a public constructor without
 * parameters. It is part of the next migration that is saved, and runs in its place in the history for ever after, so it stays
 * in the source under its name.
 *
 * <p>For a class {@code SplitNames} the compiler finds the tables and columns, as they are when it runs, in a generated class
 * {@code SplitNamesTables} of the same package.
 *
 * <pre>{@code
 * @DataMigration(fills = "author.first_name")
 * public final class SplitNames implements DataStep {
 *     @Override
 *     public void up(DataContext context) throws SQLException { ... AUTHOR.FIRST_NAME ... }
 * }
 * }</pre>
 *
 * <p>It runs when all columns and tables of its migration are there, and before any of them goes, before columns
 * become NOT NULL and before constraints are added.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DataMigration {
    /**
     * The place among the data migrations and SQL steps of one migration.
     *
     * @return any number; the smallest runs first, and of equal ones data migrations before SQL, then by name
     */
    int order() default 0;

    /**
     * The tables for which constants are generated.
     *
     * @return names of tables; empty for all tables
     */
    String[] tables() default {};

    /**
     * The columns that get a value in each row that exists. A new one among them may be NOT NULL without a default: it
     * is added without that, and becomes NOT NULL after the data migration.
     *
     * @return names such as {@code author.first_name}
     */
    String[] fills() default {};
}
