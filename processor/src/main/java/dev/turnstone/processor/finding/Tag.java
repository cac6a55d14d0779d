package dev.turnstone.processor.finding;

/** The stable name of each kind of finding. A tag never changes its meaning. */
public enum Tag {
    // the entities
    NO_ID(Severity.ERROR),
    NOT_AN_ENTITY(Severity.ERROR),
    UNSUPPORTED_TYPE(Severity.ERROR),
    UNSUPPORTED_ENTITY(Severity.ERROR),
    DUPLICATE_TABLE(Severity.ERROR),
    DUPLICATE_COLUMN(Severity.ERROR),
    DUPLICATE_NAME(Severity.ERROR),
    UNKNOWN_COLUMN(Severity.ERROR),
    INVALID_VALUE(Severity.ERROR),
    NAME_LENGTH(Severity.ERROR),
    // the change
    DROP_TABLE(Severity.ERROR),
    DROP_COLUMN(Severity.ERROR),
    HINT_UNMATCHED(Severity.ERROR),
    HINT_CONFLICT(Severity.ERROR),
    HINT_DONE(Severity.NOTE),
    NOTNULL_ADD(Severity.ERROR),
    NOTNULL_SET(Severity.NOTE),
    TYPE_NARROW(Severity.NOTE),
    REFUSED(Severity.ERROR),
    // the committed files
    HISTORY_FILE(Severity.ERROR),
    HISTORY_CHAIN(Severity.ERROR),
    SNAPSHOT(Severity.ERROR),
    SQUASH_BARRIER(Severity.ERROR),
    DIRECTORY(Severity.ERROR),
    HISTORY_COMMAND(Severity.ERROR),
    // the compile
    OPTION(Severity.ERROR),
    UNSAVED(Severity.NOTE),
    SAVED(Severity.NOTE),
    NOTHING_TO_SAVE(Severity.NOTE),
    GENERATED_SOURCE(Severity.ERROR),
    INTERNAL(Severity.ERROR);

    private final Severity severity;

    Tag(Severity severity) {
        this.severity = severity;
    }

    /**
     * The severity that findings of this kind have unless they say otherwise.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    @Override
    public String toString() {
        return "TS-" + name().replace('_', '-');
    }
}
