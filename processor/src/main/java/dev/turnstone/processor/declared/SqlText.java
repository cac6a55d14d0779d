package dev.turnstone.processor.declared;

import dev.turnstone.schema.Identifiers;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that a user wrote: brought to one form, so that writing it on other lines is no change. */
public final class SqlText {

    private final String text;
    private final StringBuilder normal = new StringBuilder();
    private String problem = "";
    private int position;
    private int depth;

    private SqlText(String text) {
        this.text = text;
    }

    /**
     * The text with all white space outside quotes as single blanks, and none around it.
     *
     * @param text any SQL
     * @return the same SQL
     */
    static String normalise(String text) {
        return new SqlText(text).scan().normal.toString();
    }

    /**
     * What keeps a text from being one expression that can stand inside a statement.
     *
     * @param text any SQL
     * @return half a sentence, such as {@code is empty}; empty if nothing does
     */
    public static Optional<String> problem(String text) {
        SqlText scanned = new SqlText(text).scan();
        return Optional.of(scanned.problem).filter(problem -> !problem.isEmpty());
    }

    /**
     * Whether a text names a column: as a whole word, not in a string, nor as a function.
     *
     * @param text any SQL
     * @param column the name, in any letter case
     * @return true if it is there
     */
    public static boolean names(String text, String column) {
        return columns(text, column).results().anyMatch(SqlText::isName);
    }

    /**
     * Whether a text may mean something by its name: as a whole word in any quotes or none, not in a string. That is more
     * than {@link #names} finds: the name may be that of a table, with a list of columns after it.
     *
     * @param text any SQL
     * @param name the name, in any letter case, in double quotes or not
     * @return true if it is there
     */
    public static boolean mentions(String text, String name) {
        return words(text, Pattern.quote(Identifiers.exact(name)), "").results().anyMatch(SqlText::isName);
    }

    /**
     * A text with another name where it names a column.
     *
     * @param text any SQL
     * @param from the name that may be there, in any letter case
     * @param to the name that takes its place
     * @return the text with the new name
     */
    public static String renamed(String text, String from, String to) {
        return columns(text, from).replaceAll(match -> Matcher.quoteReplacement(isName(match) ? to : match.group()));
    }

    /** A name in quotes may be in backquotes there. */
    private static Matcher columns(String text, String column) {
        return words(text, Pattern.quote(column).replace("\"", "\\E[\"`]\\Q"), "|\\s*\\(");
    }

    /** Strings are found too, so that nothing is found inside them. */
    private static Matcher words(String text, String word, String notBefore) {
        return Pattern.compile(
                        "'[^']*'|(?<![\\p{L}\\p{N}_$])(" + word + ")(?![\\p{L}\\p{N}_$]" + notBefore + ")",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
    }

    private static boolean isName(MatchResult match) {
        return match.group(1) != null;
    }

    private SqlText scan() {
        while (position < text.length()) {
            char next = text.charAt(position);
            if (Character.isWhitespace(next)) {
                blank();
            } else if (next == '\'' || next == '"' || next == '`') {
                quoted(next);
            } else {
                plain(next);
            }
        }
        if (!normal.isEmpty() && normal.charAt(normal.length() - 1) == ' ') {
            normal.setLength(normal.length() - 1);
        }
        if (normal.isEmpty()) {
            problem = "is empty";
        } else if (depth > 0) {
            note("has a parenthesis that is not closed");
        }
        return this;
    }

    private void blank() {
        if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
            normal.append(' ');
        }
        position++;
    }

    private void quoted(char quote) {
        int end = text.indexOf(quote, position + 1);
        if (end < 0) {
            note("has a quote " + quote + " that is not closed");
            end = text.length() - 1;
        }
        normal.append(text, position, end + 1);
        position = end + 1;
    }

    private void plain(char next) {
        if (next == '(') {
            depth++;
        } else if (next == ')' && --depth < 0) {
            note("closes a parenthesis that it did not open");
        } else if (next == ';') {
            note("has a semicolon");
        } else if (text.startsWith("--", position) || text.startsWith("/*", position)) {
            note("has an SQL comment");
        }
        normal.append(next);
        position++;
    }

    private void note(String found) {
        if (problem.isEmpty()) {
            problem = found;
        }
    }
}
