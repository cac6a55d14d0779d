package dev.turnstone.processor;

import java.util.Objects;

/** The version of this processor, as its jar says. */
final class ToolVersion {

    private ToolVersion() {}

    /**
     * Reads the version.
     *
     * @return the version; {@code development} where the classes are in no jar
     */
    static String get() {
        return Objects.requireNonNullElse(ToolVersion.class.getPackage().getImplementationVersion(), "development");
    }
}
