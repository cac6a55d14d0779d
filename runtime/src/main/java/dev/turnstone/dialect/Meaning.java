package dev.turnstone.dialect;

import dev.turnstone.dialect.Tokens.Kind;
import dev.turnstone.dialect.Tokens.Token;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.DefaultValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts in the catalogues mean that most databases spell alike: types, constants, lists of values. */
abstract class Meaning implements Catalogue {

    private static final Pattern PARAMETERS = Pattern.compile("\\((\\d{1,9})(?:, ?(\\d{1,9}))?\\)");
    private static final Set<String> BEFORE_A_CONSTANT =
            Set.of("DATE", "TIME", "TIMESTAMP", "WITH", "WITHOUT", "ZONE", "UUID", "X");
    private static final Set<String> INSIDE_A_TYPE = Set.of("VARYING", "PRECISION", "WITH", "WITHOUT", "TIME", "ZONE");

    private final char special;
    private final int digits;
    private final Map<String, ColumnType.Kind> kinds = new HashMap<>();

    /**
     * Meanings for a database.
     *
     * @param special what {@link Tokens#of} must know
     * @param digits how many digits of a second a type has that does not say it
     * @param types a kind and its spelling in lower case, with # for a number, in turns
     */
    Meaning(char special, int digits, String... types) {
        this.special = special;
        this.digits = digits;
        for (int i = 0; i < types.length; i += 2) {
            kinds.put(types[i + 1], ColumnType.Kind.valueOf(types[i]));
        }
    }

    @Override
    public ColumnType type(String text) {
        Matcher matcher = PARAMETERS.matcher(text);
        boolean found = matcher.find();
        String form = found ? matcher.replaceFirst(matcher.group(2) == null ? "(#)" : "(#,#)") : text;
        ColumnType.Kind kind = kinds.get(form.toLowerCase(Locale.ROOT));
        if (kind == null) {
            return ColumnType.verbatim(text);
        }
        int length = found ? Integer.parseInt(matcher.group(1)) : 0;
        return switch (kind) {
            case CHAR, VARCHAR, VARBINARY -> ColumnType.of(kind, length);
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> ColumnType.of(kind, found ? length : digits);
            case DECIMAL -> ColumnType.decimal(length, Integer.parseInt(matcher.group(2)));
            default -> ColumnType.of(kind);
        };
    }

    @Override
    public DefaultValue defaultValue(ColumnType type, String text) {
        List<Token> tokens = withoutCasts(Tokens.of(text, special));
        while (inParentheses(tokens)) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        String constant = constant(tokens);
        if (constant == null) {
            return tokens.size() == 1 && tokens.get(0).is("NULL") ? null : new DefaultValue.Sql(text);
        }
        return new DefaultValue.Literal(
                switch (type.kind()) {
                    case BOOLEAN -> constant.equals("1") ? "true" : constant.equals("0") ? "false" : constant;
                    case BLOB, VARBINARY -> constant.startsWith("\\x") ? constant.substring(2) : constant;
                    default -> constant;
                });
    }

    private static boolean inParentheses(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return tokens.size() > 2;
    }

    private static String constant(List<Token> tokens) {
        Token last = tokens.get(tokens.size() - 1);
        List<Token> before = tokens.subList(0, tokens.size() - 1);
        if (last.kind() == Kind.STRING
                && before.stream()
                        .allMatch(each -> each.kind() == Kind.WORD
                                && BEFORE_A_CONSTANT.contains(each.text().toUpperCase(Locale.ROOT)))) {
            return last.text();
        }
        if (last.kind() == Kind.NUMBER && before.isEmpty()) {
            return last.text();
        }
        if (last.kind() == Kind.NUMBER
                && before.size() == 1
                && (before.get(0).is("-") || before.get(0).is("+"))) {
            return before.get(0).text() + last.text();
        }
        return before.isEmpty() && (last.is("TRUE") || last.is("FALSE"))
                ? last.text().toLowerCase(Locale.ROOT)
                : null;
    }

    @Override
    public Condition condition(String text) {
        List<Token> tokens = withoutCasts(Tokens.of(text, special));
        tokens.removeIf(token -> "()[]".contains(token.text()) && token.kind() == Kind.SYMBOL);
        int first = firstValue(tokens);
        List<String> values = new ArrayList<>();
        for (int i = first; i > 0 && i < tokens.size(); i++) {
            boolean value = (i - first) % 2 == 0;
            if (value ? tokens.get(i).kind() != Kind.STRING : !tokens.get(i).is(",")) {
                return new Condition.Sql(text);
            }
            if (value) {
                values.add(tokens.get(i).text());
            }
        }
        return values.isEmpty()
                ? new Condition.Sql(text)
                : new Condition.OneOf(tokens.get(0).text(), values);
    }

    /** Where the values begin after {@code column IN}, {@code column =} or {@code column = ANY ARRAY}; 0 if nowhere. */
    private static int firstValue(List<Token> tokens) {
        if (tokens.size() < 3
                || (tokens.get(0).kind() != Kind.WORD && tokens.get(0).kind() != Kind.NAME)) {
            return 0;
        }
        if (tokens.get(1).is("=")) {
            return tokens.size() == 3
                    ? 2
                    : tokens.get(2).is("ANY") && tokens.get(3).is("ARRAY") ? 4 : 0;
        }
        return tokens.get(1).is("IN") ? 2 : 0;
    }

    /** Takes away what follows {@code ::}, and a character set such as {@code _utf8mb4} before a string. */
    private static List<Token> withoutCasts(List<Token> tokens) {
        List<Token> rest = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("::")) {
                i = endOfType(tokens, i + 1) - 1;
            } else if (!(token.kind() == Kind.WORD
                    && token.text().startsWith("_")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).kind() == Kind.STRING)) {
                rest.add(token);
            }
        }
        return rest;
    }

    private static int endOfType(List<Token> tokens, int start) {
        int end = start + 1;
        while (end < tokens.size()) {
            Token token = tokens.get(end);
            if (token.is(".")) {
                end += 2;
            } else if (token.is("(") || token.is("[")) {
                String close = token.is("(") ? ")" : "]";
                while (end < tokens.size() && !tokens.get(end).is(close)) {
                    end++;
                }
                end++;
            } else if (INSIDE_A_TYPE.contains(token.text().toUpperCase(Locale.ROOT))) {
                end++;
            } else {
                return end;
            }
        }
        return end;
    }
}
