package dev.turnstone.processor.rewrite;

/** Two branches want different things; the message says what the other one did. */
final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Conflict(String message) {
        super(message);
    }
}
