package dev.turnstone.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the JDKs of this machine: this one, those that the environment names, and this one's neighbours. */
final class Jdks {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Jdks() {}

    /** The home of a JDK that is at least so new. */
    static Optional<Path> atLeast(int feature) throws IOException {
        Path own = Path.of(System.getProperty("java.home"));
        Stream<Path> named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().matches("(JAVA_HOME_|JDK_?)\\d.*"))
                .map(Map.Entry::getValue)
                .sorted()
                .map(Path::of);
        try (Stream<Path> neighbours = Files.list(own.getParent())) {
            List<Path> candidates = Stream.of(Stream.of(own), named, neighbours.sorted())
                    .flatMap(each -> each)
                    .toList();
            return candidates.stream()
                    .filter(home -> featureOf(home) >= feature)
                    .findFirst();
        }
    }

    private static int featureOf(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return Files.exists(home.resolve("lib/ct.sym")) && version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException noJdk) {
            return 0;
        }
    }
}
