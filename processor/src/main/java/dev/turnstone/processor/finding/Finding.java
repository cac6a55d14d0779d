package dev.turnstone.processor.finding;

import java.util.Objects;

/**
 * One message about the entities or the committed files.
 *
 * @param tag what kind of finding it is
 * @param severity how much it weighs
 * @param place where in the source it belongs
 * @param text what is wrong, and why it matters
 * @param fix what to do about it, ready to paste where that is possible; empty if nothing is to be done
 */
public record Finding(Tag tag, Severity severity, SourceRef place, String text, String fix) {

    /** Checks that the parts are given. */
    public Finding {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(fix, "fix");
    }

    /**
     * A finding of its tag's severity.
     *
     * @param tag what kind of finding it is
     * @param place where in the source it belongs
     * @param text what is wrong, and why it matters
     * @param fix what to do about it; empty if nothing is to be done
     * @return the finding
     */
    public static Finding of(Tag tag, SourceRef place, String text, String fix) {
        return new Finding(tag, tag.severity(), place, text, fix);
    }

    /**
     * Tells whether the compile must fail.
     *
     * @return true for an error
     */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * The whole message as the user reads it.
     *
     * @return the tag, the text and the fix
     */
    public String message() {
        return "[" + tag + "] " + text + (fix.isEmpty() ? "" : "\n  Fix: " + fix.replace("\n", "\n       "));
    }
}
