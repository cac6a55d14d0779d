package dev.turnstone.processor.declared;

import java.util.Objects;

/**
 * What the source agreed to, and why. It is kept with the migration that it let pass.
 *
 * @param tag the finding's tag, such as {@code TS-DROP-COLUMN}
 * @param subject what it is about, such as {@code author.nickname}
 * @param reason why; empty if the source does not say
 */
public record Consent(String tag, String subject, String reason) {

    /** Checks that the parts are given. */
    public Consent {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(reason, "reason");
    }
}
