package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.SourceRef;
import java.util.Objects;

/**
 * One {@code @Accept} of the source.
 *
 * @param tag the tag that it silences, as written
 * @param reason why, as written
 * @param place the annotation
 * @param onPackage whether it stands on a package, and so is about what has no element of its own
 */
public record Accept(String tag, String reason, SourceRef place, boolean onPackage) {

    /** Checks that the parts are given. */
    public Accept {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(place, "place");
    }
}
