package dev.turnstone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a program to its end. */
final class Command {

    private Command() {}

    /**
     * Runs a program, without input.
     *
     * @return what it wrote
     * @throws IllegalStateException when it fails, with what it wrote
     */
    static String run(String... command) {
        return run(List.of(command));
    }

    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " fails; it says:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether this JVM belongs to root, for whom servers need an extra word. */
    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * The begin of a command line for a program that refuses to run as root, or does things that only fit the system's own
     * servers. In a user namespace of its own root is nobody, who still owns root's files.
     */
    static List<String> notAsRoot() {
        return new ArrayList<>(isRoot() ? List.of("unshare", "--user") : List.of());
    }
}
