package dev.turnstone.dialect;

import dev.turnstone.operation.RunSql;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that a person wrote, as far as its first words tell what it makes or drops. Nothing more of it is read, and
 * nothing is changed.
 *
 * @param drops whether it drops the thing, rather than makes it
 * @param kind what it is: TABLE (a view, too), ROUTINE, TRIGGER, INDEX, SEQUENCE, EVENT or EXTENSION
 * @param schema the database schema as it is written; empty if it is not
 * @param name its name as it is written
 * @param table the table that it belongs to as it is written; empty if it is not
 */
record Written(boolean drops, String kind, String schema, String name, String table) {

    /** Space and comments at the beginning of a statement. */
    static final String START = "(?is)(?:\\s+|--[^\\n]*\\n|/\\*.*?\\*/)*+";

    private static final String NAME = "([\\w$]+|\"[^\"]+\"|`[^`]+`)";
    private static final String QUALIFIED = "(?:" + NAME + "\\s*\\.\\s*)?" + NAME;
    private static final Pattern OBJECT = Pattern.compile(START
            + "(CREATE|DROP)\\s+(?:(?:UNIQUE|MATERIALIZED|DEFINER\\s*=\\s*\\S+|SQL\\s+SECURITY\\s+\\w+|ALGORITHM\\s*=\\s*\\w+)\\s+)*"
            + "(VIEW|TABLE|FUNCTION|PROCEDURE|ALIAS|TRIGGER|INDEX|SEQUENCE|EVENT|EXTENSION)\\s+(?:CONCURRENTLY\\s+)?(?!IF\\s)"
            + QUALIFIED + "(?:\\s[\\w\\s,]*?\\bON\\s+(" + NAME.replace("(", "(?:") + "(?:\\s*\\.\\s*"
            + NAME.replace("(", "(?:") + ")?))?");
    private static final Pattern ROWS = Pattern.compile(START + "(INSERT|UPDATE|DELETE|MERGE|REPLACE|WITH)\\b");
    private static final Pattern DEFINITION = Pattern.compile(START + "(CREATE|ALTER|DROP|GRANT|REVOKE|COMMENT)\\b");
    private static final Pattern TRANSACTION = Pattern.compile(
            START + "(BEGIN(?!\\s+NOT)|START\\s+TRANSACTION|COMMIT|ROLLBACK|ABORT|END|SAVEPOINT|RELEASE)\\b");

    /**
     * The statements of a step for a database.
     *
     * @param refusing takes the reason why there are none
     */
    static List<String> statements(RunSql step, String dialect, Consumer<String> refusing) {
        RunSql.Text text = step.text(dialect).orElse(null);
        if (text == null) {
            refusing.accept("The step " + step.name() + " has no SQL for " + dialect
                    + ". Give its @SqlStep a text with dialect = \"" + dialect
                    + "\", which may be without statements, or one without a dialect for all databases.");
            return List.of();
        }
        for (String sql : text.up()) {
            if (TRANSACTION.matcher(sql).lookingAt()) {
                refusing.accept("The step " + step.name() + " would begin or end a transaction with \"" + sql.strip()
                        + "\", but Turnstone does that. Remove the statement.");
            }
        }
        return text.up();
    }

    /** Whether a step may do more, on any database, than make, alter and drop things. */
    static boolean mayChangeRows(RunSql step) {
        for (RunSql.Text text : step.texts()) {
            for (String sql : text.up()) {
                if (!DEFINITION.matcher(sql).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a statement changes rows only, so that any database can have it in a transaction. */
    static boolean changesRows(String sql) {
        return ROWS.matcher(sql).lookingAt();
    }

    /** What a statement makes or drops; null if its first words do not tell, or if to run it twice does no harm. */
    static Written of(String sql) {
        Matcher matcher = OBJECT.matcher(sql);
        if (!matcher.lookingAt()) {
            return null;
        }
        String kind = matcher.group(2).toUpperCase(Locale.ROOT);
        return new Written(
                matcher.group(1).equalsIgnoreCase("DROP"),
                switch (kind) {
                    case "VIEW" -> "TABLE";
                    case "FUNCTION", "PROCEDURE", "ALIAS" -> "ROUTINE";
                    default -> kind;
                },
                orEmpty(matcher.group(3)),
                matcher.group(4),
                orEmpty(matcher.group(5)));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** A name without its quotation marks. */
    static String bare(String name) {
        return name.startsWith("\"") || name.startsWith("`") ? name.substring(1, name.length() - 1) : name;
    }
}
