package dev.turnstone.dialect;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names stand in the statements of a database. */
class Names {

    private final Pattern plain;
    private final String mark;
    private final Set<String> reserved;

    /**
     * Names by a database's rules.
     *
     * @param plain the names that need no quotes, unless they are reserved
     * @param mark the quotation mark
     * @param reserved words in upper case, with spaces between
     */
    Names(String plain, String mark, String reserved) {
        this.plain = Pattern.compile(plain);
        this.mark = mark;
        this.reserved = Set.of(reserved.split(" "));
    }

    boolean plain(String identifier) {
        return plain.matcher(identifier).matches() && !reserved.contains(identifier.toUpperCase(Locale.ROOT));
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

    boolean simple(String identifier) {
        return plain.matcher(identifier).matches();
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
