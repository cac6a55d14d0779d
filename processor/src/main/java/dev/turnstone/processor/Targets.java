package dev.turnstone.processor;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the option that names databases, such as {@code postgresql:15,h2}. */
final class Targets {

    private static final Pattern TARGET = Pattern.compile("([^:]+)(?::(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.\\d+)*)?");

    private Targets() {}

    static List<Dialect> read(OptionValues values, Dialects dialects) {
        List<Dialect> targets = new ArrayList<>();
        for (String target : values.value("targets").orElse("h2").split(",", -1)) {
            Matcher parts = TARGET.matcher(target.strip());
            if (!parts.matches()) {
                values.invalid("targets", target, "databases with an optional version, such as h2 or h2:2.4");
                continue;
            }
            String name = parts.group(1);
            dialects.named(name)
                    .ifPresentOrElse(
                            dialect -> targets.add(inVersion(dialect, parts)),
                            () -> values.unknown("target database", name, dialects.names()));
        }
        return targets.stream().distinct().toList();
    }

    private static Dialect inVersion(Dialect dialect, Matcher target) {
        return target.group(2) == null
                ? dialect
                : dialect.forVersion(
                        Integer.parseInt(target.group(2)),
                        target.group(3) == null ? 0 : Integer.parseInt(target.group(3)));
    }
}
