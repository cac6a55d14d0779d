package dev.turnstone.servers;

import org.opentest4j.TestAbortedException;

/** What becomes of a test whose server cannot be had here. */
final class Unavailable {

    private Unavailable() {}

    /**
     * Skips the test and says so on standard error; where {@code CI} is set it fails, so that nothing is left out unseen.
     *
     * @param text what is missing, and how to get it
     * @return what to throw
     */
    static RuntimeException because(String text) {
        if (System.getenv("CI") != null) {
            return new IllegalStateException("CI is set, so no test may be skipped that needs " + text);
        }
        System.err.println("SKIPPED: tests that need " + text);
        return new TestAbortedException(text);
    }
}
