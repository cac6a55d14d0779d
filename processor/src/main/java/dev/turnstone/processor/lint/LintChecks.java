package dev.turnstone.processor.lint;

import java.util.List;

/** All checks. */
public final class LintChecks {

    private LintChecks() {}

    /**
     * All checks, in the order in which they run. Their findings do not depend on each other.
     *
     * @return one of each
     */
    public static List<LintCheck> all() {
        return List.of(
                new NotNullAddCheck(),
                new NotNullSetCheck(),
                new TypeNarrowCheck(),
                new NameLengthCheck(),
                new RefusalCheck());
    }
}
