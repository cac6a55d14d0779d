package dev.turnstone.servers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that the operating system's packages bring. */
final class Programs {

    private static final String INSTALL = "install-servers.sh";
    /** Where packages put programs, which is not always where a user's shell looks. */
    private static final List<String> USUAL_FOLDERS = List.of("/usr/local/sbin", "/usr/sbin", "/usr/bin");

    private static final Lazy<String> INSTALLATION = new Lazy<>(Programs::install);

    private Programs() {}

    /**
     * Finds programs, and installs them first where that is possible.
     *
     * @return their paths, in the order of the names
     */
    static List<String> find(String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            if (path(name) == null) {
                String why = INSTALLATION.get();
                if (path(name) == null) {
                    throw Unavailable.because(name + ", which is not installed here. " + why);
                }
            }
            found.add(path(name));
        }
        return found;
    }

    private static String path(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)), USUAL_FOLDERS.stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    /** Tries it once in a JVM, and never in two JVMs at a time; gives what to tell when a program is missing still. */
    private static String install() {
        if (!Command.isRoot() || path("apt-get") == null) {
            return "Install it as root on Debian or Ubuntu: sh runtime/src/test/resources/"
                    + Programs.class.getPackageName().replace('.', '/') + "/" + INSTALL;
        }
        return Folders.locked("install", () -> {
            System.err.println("Installing the servers of the tests (" + INSTALL + ") ...");
            try (InputStream script = Programs.class.getResourceAsStream(INSTALL)) {
                return "Its installation ended so:\n"
                        + Command.run("sh", "-c", new String(script.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException | IllegalStateException e) {
                return "Its installation failed: " + e.getMessage();
            }
        });
    }
}
