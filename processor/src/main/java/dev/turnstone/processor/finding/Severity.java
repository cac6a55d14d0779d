package dev.turnstone.processor.finding;

/** How much a finding weighs. */
public enum Severity {
    /** The compile fails. */
    ERROR,
    /** The compile goes on, unless the user asked for {@code -Werror}. */
    WARNING,
    /** Worth reading. */
    NOTE
}
