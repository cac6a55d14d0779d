package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the sample application prints, compared with what it is known to print. */
final class Tour {

    private static final Path GOLDEN = Reactor.sampleApp().resolve("src/test/resources/dev/turnstone/sample/tour.txt");

    private Tour() {}

    /** Compares; {@code -Dturnstone.golden=update} takes the output as the new golden file. */
    static void verify(String output) throws IOException {
        String stable = stable(output);
        if ("update".equals(System.getProperty("turnstone.golden"))) {
            Files.writeString(GOLDEN, stable);
        }
        assertThat(stable).isEqualTo(Files.readString(GOLDEN));
    }

    private static String stable(String output) {
        return output.replace("\r\n", "\n")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?", "<time>")
                .replaceAll("\\d+(\\.\\d+)? ?(ms|s)\\b", "<duration>")
                .replaceAll(" by \\S+@\\S+", " by <user>");
    }
}
