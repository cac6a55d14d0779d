package dev.turnstone.processor.fold;

import dev.turnstone.schema.DefaultValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text of SQL may read. When in doubt, it reads. */
final class SqlNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_]+");
    private static final Pattern SELECT = Pattern.compile("(?i)\\bselect\\b");

    private SqlNames() {}

    /** Whether a text may speak of a column. A name that SQL must quote may stand there in a form of its own. */
    static boolean mentions(String sql, String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return !sql.isEmpty()
                && (!PLAIN.matcher(name).matches()
                        || Pattern.compile("\\b" + name + "\\b")
                                .matcher(sql.toLowerCase(Locale.ROOT))
                                .find());
    }

    static boolean mentions(DefaultValue value, String column) {
        return mentions(text(value), column);
    }

    /** Whether a text may read other tables. */
    static boolean selects(String sql) {
        return SELECT.matcher(sql).find();
    }

    /** The expression of a value; empty for a constant, or for none. */
    static String text(DefaultValue value) {
        return value instanceof DefaultValue.Sql sql ? sql.expression() : "";
    }
}
