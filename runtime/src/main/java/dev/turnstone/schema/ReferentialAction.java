package dev.turnstone.schema;

/** What happens to the referencing rows when a referenced row goes away or changes its key. */
public enum ReferentialAction {
    /** The change is refused at the end of the statement. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** The referencing rows follow. */
    CASCADE,
    /** The referencing columns become NULL. */
    SET_NULL,
    /** The referencing columns get their defaults. */
    SET_DEFAULT
}
