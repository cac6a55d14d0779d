package dev.turnstone.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A finished child process.
 *
 * @param status its exit status
 * @param output what it printed
 * @param errors what it printed as errors
 */
record Command(int status, String output, String errors) {

    private static final long MINUTES = 5;

    /** Runs a command in a folder, with a Java of its own, and waits for it. */
    static Command run(Path folder, Path javaHome, List<String> words) throws IOException, InterruptedException {
        Path output = Files.createTempFile("turnstone-command", ".out");
        Path errors = Files.createTempFile("turnstone-command", ".err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Still running: " + words + "\n" + Files.readString(output));
            }
            return new Command(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** Everything that it printed, for the message of a failed test. */
    String all() {
        return output + errors;
    }
}
