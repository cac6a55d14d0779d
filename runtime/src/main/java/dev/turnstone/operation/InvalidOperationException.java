package dev.turnstone.operation;

/** An operation does not fit the schema that it is applied to. The message names the table and the part. */
public final class InvalidOperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message a sentence that names the table and the part
     */
    public InvalidOperationException(String message) {
        super(message);
    }
}
