package dev.turnstone.dialect;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names stand in the statements of a database. */
class Names {

    private final String mark;
    private final Set<String> reserved;

    /**
     * Names by a database's rules.
     *
     * @param mark the quotation mark
     * @param reserved words in upper case, with spaces between
     */
    Names(String mark, String reserved) {
        this.mark = mark;
        this.reserved = Set.of(reserved.split(" "));
    }

    boolean plain(String identifier) {
        return simple(identifier) && !reserved.contains(identifier.toUpperCase(Locale.ROOT));
    }

    String quote(String identifier) {
        return plain(identifier)
                ? identifier
                : mark + Identifiers.exact(stored(identifier)).replace(mark, mark + mark) + mark;
    }

    /** SQL of the user, in which names may stand in backquotes: they get the marks of this database. */
    String marked(String sql) {
        StringBuilder marked = new StringBuilder(sql);
        boolean text = false;
        for (int i = 0; i < sql.length(); i++) {
            text ^= sql.charAt(i) == '\'';
            if (sql.charAt(i) == '`' && !text) {
                marked.setCharAt(i, mark.charAt(0));
            }
        }
        return marked.toString();
    }

    /** A name as the database stores it; a reserved word too has the letter case of names without quotes. */
    String stored(String identifier) {
        return identifier;
    }

    /** Whether a name needs no quotes, unless it is reserved. A loop, as a start looks at hundreds of names, cold. */
    static boolean simple(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            char each = identifier.charAt(i);
            boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || each == '_';
            if (!letter && (i == 0 || !((each >= '0' && each <= '9') || each == '$'))) {
                return false;
            }
        }
        return !identifier.isEmpty();
    }

    String quote(List<String> identifiers) {
        StringBuilder list = new StringBuilder();
        for (String identifier : identifiers) {
            list.append(list.isEmpty() ? "" : ", ").append(quote(identifier));
        }
        return list.toString();
    }

    String quote(TableName table) {
        return quoteIn(table, table.name());
    }

    /** A name that lives in the same database schema as a table, as that of an index does. */
    String quoteIn(TableName table, String identifier) {
        return table.schema().isEmpty() ? quote(identifier) : quote(table.schema()) + "." + quote(identifier);
    }
}
