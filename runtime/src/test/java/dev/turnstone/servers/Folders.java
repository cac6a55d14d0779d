package dev.turnstone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** The folders and ports of servers. */
final class Folders {

    /** What is made once for all test JVMs; the build gives the folder, so that the modules share it. */
    private static final Path CACHE = Path.of(
                    System.getProperty("turnstone.servers", "target/servers"), System.getProperty("user.name"))
            .toAbsolutePath();

    private Folders() {}

    /** How the content of a folder comes about. */
    @FunctionalInterface
    interface Content {
        void fill(Path folder) throws IOException;
    }

    /**
     * A folder that is filled once and then only read, such as unpacked programs.
     *
     * @param name stands for the content: another content has another name
     */
    static Path cached(String name, Content content) {
        return locked("cache", () -> {
            Path folder = CACHE.resolve(name);
            if (!Files.exists(folder)) {
                Path half = Files.createTempDirectory(CACHE, "half-");
                content.fill(half);
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        });
    }

    /** An answer that may take files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Runs something in one thread of one test JVM at a time. */
    static synchronized <T> T locked(String name, Work<T> work) {
        try {
            Files.createDirectories(CACHE);
            try (FileChannel channel = FileChannel.open(
                    CACHE.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder with a short path, as a socket's path must be short. */
    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("turnstone-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder with a copy of another in it, named {@code data}. */
    static Path temporaryWithData(String name, Path data) {
        Path folder = temporary(name);
        Command.run("cp", "-R", "-p", data.toString(), folder.resolve("data").toString());
        return folder;
    }

    /**
     * A port that nobody listens on, and that no outgoing connection takes while a killed server is away: those take ports
     * from 32768 on.
     *
     * @return the first of ten in a row
     */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(1_500, 3_200) * 10;
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
