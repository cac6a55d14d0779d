package dev.turnstone.processor.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    NAME_RESERVED(Severity.NOTE, Freedom.PROJECT),
    NAME_CASE(Severity.NOTE, Freedom.PROJECT),
    NAME_POLICY(Severity.WARNING, Freedom.PROJECT),
    FK_INDEX(Severity.NOTE, Freedom.PROJECT),
    NULL_MISMATCH(Severity.WARNING, Freedom.PROJECT),
    TIME_ZONE(Severity.NOTE, Freedom.OPT_IN),
    CHAR(Severity.NOTE, Freedom.OPT_IN),
    JSON(Severity.NOTE, Freedom.OPT_IN),
    INT_ID(Severity.NOTE, Freedom.OPT_IN),
    // the change
    DROP_TABLE(Severity.ERROR),
    DROP_COLUMN(Severity.ERROR),
    RENAME_AMBIGUOUS(Severity.ERROR),
    NO_REASON(Severity.ERROR),
    FILL_UNIQUE(Severity.ERROR),
    HINT_UNMATCHED(Severity.ERROR),
    HINT_CONFLICT(Severity.ERROR),
    HINT_DONE(Severity.NOTE, Freedom.PROJECT),
    ACCEPT_DONE(Severity.NOTE, Freedom.PROJECT),
    NOTNULL_ADD(Severity.ERROR, Freedom.ELEMENT),
    NOTNULL_SET(Severity.ERROR, Freedom.ELEMENT),
    TYPE_NARROW(Severity.ERROR, Freedom.ELEMENT),
    TYPE_INCOMPATIBLE(Severity.ERROR, Freedom.ELEMENT),
    TYPE_REWRITE(Severity.WARNING, Freedom.PROJECT),
    ENUM_REMOVE(Severity.ERROR, Freedom.ELEMENT),
    ENUM_ORDER(Severity.WARNING, Freedom.PROJECT),
    CHECK_COLUMN(Severity.ERROR, Freedom.ELEMENT),
    UNIQUE_ADD(Severity.NOTE, Freedom.PROJECT),
    IDENTITY_ADD(Severity.WARNING, Freedom.PROJECT),
    RENAME_COMPAT(Severity.WARNING, Freedom.PROJECT),
    ENGINE_PARITY(Severity.NOTE, Freedom.PROJECT),
    REFUSED(Severity.ERROR),
    // data migrations and steps of SQL
    DATA_CLASS(Severity.ERROR),
    DATA_MISSING(Severity.ERROR),
    DATA_CHANGED(Severity.ERROR),
    SQL_STEP(Severity.ERROR),
    SQL_STEP_CHANGED(Severity.ERROR),
    NO_DOWN(Severity.NOTE),
    // the committed files
    HISTORY_FILE(Severity.ERROR),
    HISTORY_CHAIN(Severity.ERROR),
    SNAPSHOT(Severity.ERROR),
    SQUASH_BARRIER(Severity.ERROR, Freedom.ELEMENT),
    DIRECTORY(Severity.ERROR),
    HISTORY_COMMAND(Severity.ERROR),
    // the compile
    OPTION(Severity.ERROR),
    UNSAVED(Severity.NOTE),
    SAVED(Severity.NOTE),
    NOTHING_TO_SAVE(Severity.NOTE),
    GENERATED_SOURCE(Severity.ERROR),
    INTERNAL(Severity.ERROR);

    /** Who may say that findings of a kind weigh less, or nothing. */
    public enum Freedom {
        /** Nobody: there is no migration before it is mended, or nothing to judge. */
        NONE,
        /** One element by {@code @Accept}, with a reason: a project as a whole cannot, as rows are at stake. */
        ELEMENT,
        /** One element by {@code @Accept}, or the whole project by the option {@code lint}. */
        PROJECT,
        /** The same, but there is no such finding unless the project asks for it. */
        OPT_IN
    }

    private final Severity severity;
    private final Freedom freedom;

    Tag(Severity severity) {
        this(severity, Freedom.NONE);
    }

    Tag(Severity severity, Freedom freedom) {
        this.severity = severity;
        this.freedom = freedom;
    }

    /**
     * Finds a tag by its name.
     *
     * @param name as {@link #toString} gives it, such as {@code TS-DROP-COLUMN}
     * @return the tag, or empty
     */
    public static Optional<Tag> named(String name) {
        return Stream.of(values()).filter(tag -> tag.toString().equals(name)).findFirst();
    }

    /**
     * The tags that one element, or more, may silence.
     *
     * @return their names, in the order of this enum
     */
    public static List<String> acceptable() {
        return Stream.of(values())
                .filter(tag -> tag.freedom != Freedom.NONE)
                .map(Tag::toString)
                .toList();
    }

    /**
     * Who may say that findings of this kind weigh less.
     *
     * @return who
     */
    public Freedom freedom() {
        return freedom;
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
