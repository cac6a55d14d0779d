package dev.turnstone.servers;

import org.opentest4j.TestAbortedException;

/** What becomes of a test whose server cannot be had here. */
final class Unavailable {

    private Unavailable() {}

    /**
     * Says so on standard error, and skips the test; on a build server it fails instead, so that nothing is left out unseen.
     *
     * @param text what is missing, and how to get it
     * @return what to throw
     */
    static RuntimeException because(String text) {
        System.err.println("SKIPPED: tests that need " + text);
        return System.getenv("CI") == null
                ? new TestAbortedException(text)
                : new IllegalStateException("CI is set, so no test may be skipped that needs " + text);
    }
}
