package dev.turnstone.processor.history;

/** A text is no JSON that this version reads. The message says what is wrong and where. */
final class InvalidJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidJsonException(String message) {
        super(message);
    }
}
