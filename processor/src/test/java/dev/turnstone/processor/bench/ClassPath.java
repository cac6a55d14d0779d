package dev.turnstone.processor.bench;

import dev.turnstone.annotations.Entity;
import dev.turnstone.schema.Schema;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Cuts the paths of the measured compilations out of the class path of the benchmark. */
final class ClassPath {

    private ClassPath() {}

    /** The jar or folder that a class comes from. */
    static String of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for a class that the tests are not compiled with. */
    static String of(String className) {
        try {
            return of(Class.forName(className));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Run the benchmark through its Maven profile; it needs " + className, e);
        }
    }

    /** What a user of Turnstone compiles with. */
    static String user() {
        return of(Entity.class) + File.pathSeparator + of(Schema.class);
    }

    /** Hibernate, its processor and what comes behind them: Maven puts these and all that they need at the end. */
    static String hibernate() {
        List<String> all = List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
        int first = all.indexOf(of("org.hibernate.Hibernate"));
        return String.join(File.pathSeparator, all.subList(first, all.size()));
    }
}
