package dev.turnstone.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The build that the tests are part of: Surefire and the pom tell where everything is. */
final class Reactor {

    static final String VERSION = property("turnstone.version");

    private Reactor() {}

    /** The folder of the sample application. */
    static Path sampleApp() {
        return Path.of(property("basedir"));
    }

    /** The folder of another module. */
    static Path module(String name) {
        return sampleApp().resolveSibling(name);
    }

    /** The jar of a library; absent in a build that stops before it packages. */
    static Path jar(String module) {
        return module(module).resolve("target").resolve("turnstone-" + module + "-" + VERSION + ".jar");
    }

    /** Maven itself. */
    static Path maven() {
        String command = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
        return Path.of(property("maven.home"), "bin", command);
    }

    /** The local repository that this build uses. */
    static Path localRepository() {
        return Path.of(property("localRepository"));
    }

    /** What a user puts on the processor path. */
    static String processorPath() throws IOException {
        String dependencies = Files.readString(module("processor").resolve("target/processor-path.txt"));
        return jar("processor") + File.pathSeparator + dependencies;
    }

    /** The entries of this test's class path that do not come from this module. */
    static String dependencies() {
        Path own = sampleApp().resolve("target");
        List<String> others = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).startsWith(own))
                .toList();
        return String.join(File.pathSeparator, others);
    }

    /** The sources of the sample application. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(sampleApp().resolve("src/main/java"))) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("Run this test through Maven, which sets -D" + name);
        }
        return value;
    }
}
