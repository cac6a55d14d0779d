package dev.turnstone.schema;

import java.util.Objects;

/**
 * A sequence of numbers.
 *
 * @param name its name, with the database schema that it lives in
 * @param start the first number
 * @param increment the step from one number to the next
 */
public record Sequence(TableName name, long start, int increment) {

    /** Checks that there is a name and a step. */
    public Sequence {
        Objects.requireNonNull(name, "name");
        if (increment == 0) {
            throw new IllegalArgumentException("The sequence " + name + " cannot have the step 0.");
        }
    }
}
