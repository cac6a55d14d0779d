package dev.turnstone.operation;

import dev.turnstone.schema.DefaultValue;
import java.util.Objects;

/**
 * What becomes of the rows that exist when their column changes.
 *
 * @param fill what rows that hold NULL get before the column becomes NOT NULL; null for nothing
 * @param using an SQL expression for the value of the new type, over the columns of the row as they were; empty to let the
 *     database convert
 */
public record Conversion(DefaultValue fill, String using) {

    /** Leaves it to the database. */
    public static final Conversion NONE = new Conversion(null, "");

    /** Checks that the expression is given. */
    public Conversion {
        Objects.requireNonNull(using, "using");
    }
}
