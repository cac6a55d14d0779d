package dev.turnstone.migration;

/**
 * A migration, or what was asked about migrations, cannot be done. There is one subclass for each cause that a caller
 * could handle; the message says what is wrong and what to do next.
 */
public class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong and what to do next
     */
    public MigrationException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what is wrong and what to do next
     * @param cause what was thrown below
     */
    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
