package dev.turnstone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A server process of this JVM, with a port and a folder of its own.
 *
 * <p>A guard, which is a shell waiting for the end of its input, ends the server and deletes the folder when the JVM is
 * gone. It needs nobody's goodwill: the input ends as well when the JVM was killed.
 */
public final class Server {

    private static final int SECONDS_TO_START = 60;
    private static final String GUARD = """
            trap '' HUP INT TERM
            while read -r line; do pid=$line; done
            if [ -n "$pid" ]; then
              kill -"$2" "$pid"
              kill -CONT "$pid"
              tries=0
              while [ $tries -lt 100 ] && kill -0 "$pid"; do sleep 0.05; tries=$((tries + 1)); done
              kill -KILL "$pid"
            fi
            rm -rf "$1"
            """;

    private final String name;
    private final Path folder;
    private final int port;
    private final List<String> command;
    private final DataSource administration;
    private final Process guard;
    private Process process;

    /**
     * Starts a server.
     *
     * @param name how messages call it
     * @param folder what is deleted in the end
     * @param port where it listens
     * @param endBy the signal that ends it quickly and leaves nothing behind, such as {@code QUIT}
     * @param administration connects as soon as the server is ready
     * @param command the program and its arguments, which must stay in the foreground
     */
    Server(String name, Path folder, int port, String endBy, DataSource administration, List<String> command) {
        this.name = name;
        this.folder = folder;
        this.port = port;
        this.command = command;
        this.administration = administration;
        try {
            guard = new ProcessBuilder("sh", "-c", GUARD, "guard", folder.toString(), endBy)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
        awaitReady();
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start();
            tellGuard(Long.toString(started.pid()));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellGuard(String pid) throws IOException {
        Writer input = guard.outputWriter(StandardCharsets.UTF_8);
        input.write(pid + "\n");
        input.flush();
    }

    private void awaitReady() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (true) {
            try {
                FreshDatabase.execute(administration, "SELECT 1");
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException(name + " does not start; it says:\n" + lastLines(), e);
                }
            }
            pause();
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "nothing (" + e + ")";
        }
    }

    /**
     * Where the server listens, the same after each restart.
     *
     * @return the port on 127.0.0.1
     */
    public int port() {
        return port;
    }

    /**
     * What the server wrote since its first start.
     *
     * @return the file
     */
    public Path log() {
        return folder.resolve("log");
    }

    /** Ends the server and all of its processes by SIGKILL, as a crash would. What was committed is on disk. */
    public synchronized void kill() {
        // Stopped, it starts no further process while the list is made.
        signal("STOP");
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        while (all.stream().anyMatch(Server::runs)) {
            pause();
        }
        forget();
    }

    /** A dead process that waits for its parent to notice (a zombie) runs no more: for an orphan that may take seconds. */
    private static boolean runs(ProcessHandle process) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                    .contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the server to end, and waits until it did. */
    public synchronized void stop() {
        process.destroy();
        process.onExit().join();
        forget();
    }

    private void forget() {
        try {
            tellGuard("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server again, after {@link #kill()} or {@link #stop()}, with the same data on the same port, and waits until it answers. */
    public synchronized void start() {
        process = launch();
        awaitReady();
    }

    /** {@link #kill() Kills} the server and {@link #start() starts} it again. */
    public synchronized void restart() {
        kill();
        start();
    }

    /** Stops the process where it is, without its knowledge (SIGSTOP): connections stay, answers do not come. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a {@link #freeze() frozen} process go on. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        Command.run("kill", "-" + signal, Long.toString(process.pid()));
    }

    /** Ends the server for ever, with its folder. Otherwise this happens when the JVM ends. */
    synchronized void close() {
        try {
            guard.getOutputStream().close();
            guard.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
