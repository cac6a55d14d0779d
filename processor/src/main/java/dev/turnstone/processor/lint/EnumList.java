package dev.turnstone.processor.lint;

import dev.turnstone.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type that lists its values, such as MySQL's {@code enum('DRAFT','DONE')}. The database stores a value's place in the list.
 *
 * @param values the values, in their order
 */
record EnumList(List<String> values) {

    private static final String TEXT = "'(?:[^']|'')*'";
    private static final Pattern LIST =
            Pattern.compile("(?i)\\s*enum\\s*\\(\\s*(" + TEXT + "(?:\\s*,\\s*" + TEXT + ")*)\\s*\\)\\s*");
    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

    /** The list that a type is; empty for any other type. */
    static Optional<EnumList> of(ColumnType type) {
        Matcher list = LIST.matcher(type.sql());
        if (!list.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(list.group(1));
        while (value.find()) {
            values.add(value.group(1).replace("''", "'"));
        }
        return Optional.of(new EnumList(List.copyOf(values)));
    }

    /** How much of an old type a new one holds, if one of them is only known to the database. */
    static TypeFit fit(ColumnType from, ColumnType to) {
        Optional<EnumList> old = of(from);
        Optional<EnumList> list = of(to);
        boolean all = old.isPresent()
                && list.isPresent()
                && old.get().without(list.get()).isEmpty();
        return all || from.sql().equalsIgnoreCase(to.sql()) ? TypeFit.ALL : TypeFit.SOME;
    }

    /** The values that another list does not have. */
    List<String> without(EnumList other) {
        return values.stream().filter(each -> !other.values.contains(each)).toList();
    }

    /** Whether another list begins with this one, so that each value keeps its place. */
    boolean begins(EnumList other) {
        return other.values.size() >= values.size()
                && other.values.subList(0, values.size()).equals(values);
    }
}
