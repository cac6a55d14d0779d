package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** How much a project lets a kind of finding weigh. */
enum Level {
    ERROR,
    WARNING,
    NOTE,
    OFF;

    static Level of(Severity severity) {
        return valueOf(severity.name());
    }

    /** The severity; empty if there is to be no finding. */
    Optional<Severity> severity() {
        return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }

    /** What a user writes. */
    String optionValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
