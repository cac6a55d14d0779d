package dev.turnstone.annotations;

/** What happens to the referencing rows when a referenced row goes away or changes its key. */
public enum Action {
    /** The change is refused at the end of the statement. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** The referencing rows follow: they are deleted, or get the new key. */
    CASCADE,
    /** The referencing columns become NULL. */
    SET_NULL,
    /** The referencing columns get their defaults. */
    SET_DEFAULT
}
