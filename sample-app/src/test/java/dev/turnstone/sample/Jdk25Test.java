package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest LTS compiles the sample application with the processor and runs it, as the floor does. */
class Jdk25Test {

    private static final int NEWEST_LTS = 25;

    @TempDir
    private Path folder;

    @Test
    void compilesWithoutAWarningAndRuns() throws IOException, InterruptedException {
        Path home = home();
        Path classes = folder.resolve("classes");
        List<String> javac = new ArrayList<>(List.of(
                home.resolve("bin/javac").toString(),
                "-Xlint:all,-processing",
                "-Werror",
                "-d",
                classes.toString(),
                "-cp",
                Reactor.dependencies(),
                "-processorpath",
                Reactor.processorPath()));
        Reactor.sources().forEach(source -> javac.add(source.toString()));
        Command compile = Command.run(folder, home, javac);
        assertThat(compile.status()).as(compile.all()).isZero();

        Command run = Command.run(
                folder,
                home,
                List.of(
                        home.resolve("bin/java").toString(),
                        "-cp",
                        classes + File.pathSeparator + Reactor.dependencies(),
                        SampleApp.class.getName(),
                        folder.toString()));
        assertThat(run.status()).as(run.all()).isZero();
        Tour.verify(run.output());
    }

    private static Path home() throws IOException {
        Optional<Path> home = Jdks.atLeast(NEWEST_LTS);
        if (home.isEmpty()) {
            String message = "No JDK " + NEWEST_LTS + " found: nothing is proved for it. Install one beside this JDK,"
                    + " or name its folder in JAVA_HOME_25.";
            System.err.println(message);
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            abort(message);
        }
        return home.get();
    }
}
