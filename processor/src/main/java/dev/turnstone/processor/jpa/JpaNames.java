package dev.turnstone.processor.jpa;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/**
 * Names as Hibernate makes them: what the source gives or implies is a logical name, and the strategy for physical names
 * goes over all of them.
 */
record JpaNames(JpaSettings settings) {

    private static final int RADIX = 35;

    /** What the database gets to see; in quotes where letter case counts. */
    String physical(String logical) {
        String name = unquoted(logical);
        boolean quoted = !name.equals(logical) || (!settings.atLeast(7, 0) && name.indexOf('$') >= 0);
        if (!quoted) {
            return settings.spring() ? snake(name) : name;
        }
        return '"' + (settings.spring() && !settings.atLeast(7, 0) ? snake(name) : name) + '"';
    }

    /** Two names as one, in quotes if one of them is. */
    static String joined(String name, String rest) {
        String both = unquoted(name) + "_" + unquoted(rest);
        return unquoted(name).equals(name) && unquoted(rest).equals(rest) ? both : '`' + both + '`';
    }

    /** A name in quotes if another one is. */
    static String likewise(String name, String other) {
        return unquoted(other).equals(other) ? name : '`' + name + '`';
    }

    static String unquoted(String name) {
        boolean quoted = name.length() > 2
                && (name.charAt(0) == '`' || name.charAt(0) == '"')
                && name.charAt(0) == name.charAt(name.length() - 1);
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private String snake(String name) {
        StringBuilder snake = new StringBuilder(name.replace('.', '_'));
        for (int i = 1; i < snake.length() - 1; i++) {
            if (lower(snake.charAt(i - 1)) && Character.isUpperCase(snake.charAt(i)) && lower(snake.charAt(i + 1))) {
                snake.insert(i, '_');
                i++;
            }
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    /** From version 7 on a digit counts as a small letter. */
    private boolean lower(char each) {
        return Character.isLowerCase(each) || (settings.atLeast(7, 0) && Character.isDigit(each));
    }

    /** A name in backquotes if it is in quotes: so it stands in a condition, and in what names are made of. */
    static String marked(String name) {
        return unquoted(name).equals(name) ? name : '`' + unquoted(name) + '`';
    }

    /** The name of a foreign key that the source does not name. */
    static String foreignKey(String table, String references, List<String> columns) {
        return hash("FK", "table`" + marked(table) + "`references`" + marked(references) + "`", columns);
    }

    /** The name of a unique constraint or an index that the source does not name. */
    static String key(String prefix, String table, List<String> columns) {
        return hash(prefix, "table`" + marked(table) + "`", columns);
    }

    private static String hash(String prefix, String start, List<String> columns) {
        StringBuilder text = new StringBuilder(start);
        columns.stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(column -> text.append("column`").append(marked(column)).append('`'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return prefix + new BigInteger(1, digest).toString(RADIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5.", e);
        }
    }
}
