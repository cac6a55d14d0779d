package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final long MINUTES = 15;

    /** Runs Maven in a project of a user, with the Java of this build; gives what it printed. */
    static String maven(Path project, LocalRepository repository, String... arguments)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(Reactor.maven().toString(), "-B", "-Dmaven.repo.local=" + repository));
        words.addAll(List.of(arguments));
        Command command = run(project, Path.of(System.getProperty("java.home")), words);
        assertThat(command.status()).as(command.all()).isZero();
        return command.output();
    }

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
