package dev.turnstone.schema;

import java.util.Objects;

/**
 * The comment of a table, as one element of its definition.
 *
 * @param text the comment
 */
public record TableComment(String text) implements TableElement {
    /** Checks that the text is given. */
    public TableComment {
        Objects.requireNonNull(text, "text");
    }
}
