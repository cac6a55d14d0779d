package dev.turnstone.processor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import javax.annotation.processing.Processor;

/** What else is on the path that the compiler found this processor on. */
final class ProcessorPath {

    private ProcessorPath() {}

    /**
     * Tells whether no other processor is there, so that nothing will generate a type that is missing in the first round.
     * One without a service file, which somebody named on the command line or which only a module declares, is not seen.
     *
     * @param loader the loader of the processor path
     * @return false also if this processor is not there, or a file cannot be read
     */
    static boolean isAlone(ClassLoader loader) {
        int own = 0;
        try {
            for (URL file : Collections.list(loader.getResources("META-INF/services/" + Processor.class.getName()))) {
                URLConnection connection = file.openConnection();
                // A cached one would keep the jar open in a build daemon.
                connection.setUseCaches(false);
                try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        String name = line.replaceFirst("#.*", "").strip();
                        if (name.equals(MigrationProcessor.class.getName())) {
                            own++;
                        } else if (!name.isEmpty()) {
                            return false;
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            return false;
        }
        return own > 0;
    }
}
