package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.SourceRef;
import java.util.Objects;

/**
 * Something that is written in the source, and where.
 *
 * @param value what is written
 * @param place where
 * @param <T> what kind of thing
 */
public record Placed<T>(T value, SourceRef place) {
    /** Checks that both are given. */
    public Placed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(place, "place");
    }
}
