package dev.turnstone.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link MigratingChild} as its parent sees it. */
final class Child implements AutoCloseable {

    private static final int PATIENCE = 90;
    private static final String END = "ended";

    private final Process process;
    private final Writer orders;
    private boolean ready;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    /** Starts a process, which gets ready while the caller does other things. */
    Child() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MigratingChild.class.getName())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MigratingChild.ANSWER)) {
                    answers.add(line.substring(MigratingChild.ANSWER.length()));
                } else {
                    log.add(line);
                }
            }
        } catch (IOException e) {
            log.add(e.toString());
        }
        answers.add(END);
    }

    /** So that all can begin at the same moment. */
    void awaitReady() {
        if (!ready) {
            expect("ready");
            ready = true;
        }
    }

    void order(Task task, int stopAt, Duration lease, String url) {
        say(task + " " + stopAt + " " + lease.toMillis() + " " + url);
    }

    long pid() {
        return process.pid();
    }

    /** Ends a stop. */
    void goOn() {
        say("go on");
    }

    private void say(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for an answer that begins with a word; gives what follows. */
    String expect(String word) {
        String answer = answer();
        if (!answer.startsWith(word)) {
            throw new AssertionError(
                    "The process says \"" + answer + "\" and not \"" + word + "\". It wrote:\n" + log());
        }
        return answer.substring(word.length()).strip();
    }

    /** Waits for an answer. */
    String answer() {
        try {
            String answer = answers.poll(PATIENCE, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("No answer for " + PATIENCE + " s. The process wrote:\n" + log());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGSTOP: it does nothing from now on, and does not know. */
    void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.onExit().join().exitValue() != 0) {
                throw new AssertionError("There is no process " + process.pid() + ". It wrote:\n" + log());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        kill();
    }
}
