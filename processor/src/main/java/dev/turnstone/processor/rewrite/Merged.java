package dev.turnstone.processor.rewrite;

import dev.turnstone.schema.Column;
import java.util.Objects;
import java.util.function.Function;

/** One definition of what both branches changed, each in a respect of its own. */
final class Merged {

    private Merged() {}

    /** The column that is there, with what this branch changes. */
    static Column column(Column from, Column to, Column there) {
        return new Column(
                there.name(),
                value("type", from, to, there, Column::type),
                value("nullability", from, to, there, Column::nullable),
                value("default", from, to, there, Column::defaultValue),
                value("numbering", from, to, there, Column::identity),
                value("comment", from, to, there, Column::comment));
    }

    private static <T> T value(String aspect, Column from, Column to, Column there, Function<Column, T> value) {
        return value(aspect, value.apply(from), value.apply(to), value.apply(there));
    }

    /** What this branch leaves alone stays as it is there. */
    static <T> T value(String aspect, T from, T to, T there) {
        if (Objects.equals(from, to) || Objects.equals(there, to)) {
            return there;
        }
        if (!Objects.equals(there, from)) {
            throw new Conflict("the other branch changed the " + aspect + ", too");
        }
        return to;
    }
}
