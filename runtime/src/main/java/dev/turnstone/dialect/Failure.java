package dev.turnstone.dialect;

/** What an error of a database means for a migration. */
public enum Failure {
    /** A table or its schema does not exist. */
    NO_SUCH_TABLE,
    /** A lock was not to be had in time, or a deadlock was broken; nothing happened, and another try may succeed. */
    BUSY,
    /** The connection broke or the server is not there; whether the statement happened is not known. */
    UNCERTAIN,
    /** Anything else: the statement did not happen, and would not happen the next time. */
    FINAL
}
