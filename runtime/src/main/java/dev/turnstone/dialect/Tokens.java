package dev.turnstone.dialect;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text in SQL into words, names, constants and symbols; comments and space go. */
final class Tokens {

    enum Kind {
        WORD,
        /** A name in quotes. */
        NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    /**
     * A piece of the text.
     *
     * @param text what it says, without quotes
     * @param start where it begins
     * @param end where the next one may begin
     */
    record Token(Kind kind, String text, int start, int end) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
        }
    }

    /** For {@link #of}: a backslash in a string takes the next character as it is. */
    static final char BACKSLASH = '\\';

    /** For {@link #of}: names may stand in brackets. */
    static final char BRACKET = '[';

    private final String sql;
    private final char special;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String sql, char special) {
        this.sql = sql;
        this.special = special;
    }

    /**
     * Cuts a text.
     *
     * @param special {@link #BACKSLASH} or {@link #BRACKET} or a space
     */
    static List<Token> of(String sql, char special) {
        Tokens tokens = new Tokens(sql, special);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        int start = at;
        char first = sql.charAt(at);
        if (Character.isWhitespace(first)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            skipPast("\n");
        } else if (sql.startsWith("/*", at)) {
            skipPast("*/");
        } else if (first == '\'') {
            add(Kind.STRING, quoted('\'', special == BACKSLASH), start);
        } else if (first == '"' || first == '`') {
            add(Kind.NAME, quoted(first, false), start);
        } else if (first == BRACKET && special == BRACKET) {
            add(Kind.NAME, quoted(']', false), start);
        } else if (isDigit(at) || (first == '.' && isDigit(at + 1))) {
            number(start);
        } else if (Character.isJavaIdentifierPart(first)) {
            word(start);
        } else {
            at += sql.startsWith("::", at) ? 2 : 1;
            add(Kind.SYMBOL, sql.substring(start, at), start);
        }
    }

    private void add(Kind kind, String text, int start) {
        tokens.add(new Token(kind, text, start, at));
    }

    private void skipPast(String end) {
        int found = sql.indexOf(end, at);
        at = found < 0 ? sql.length() : found + end.length();
    }

    /** The text between two quotation marks; the closing one is written twice where it is meant. */
    private String quoted(char close, boolean backslash) {
        StringBuilder text = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            char each = sql.charAt(at);
            if (each == close) {
                at++;
                if (at >= sql.length() || sql.charAt(at) != close || close == ']') {
                    break;
                }
            } else if (each == BACKSLASH && backslash && at + 1 < sql.length()) {
                each = sql.charAt(++at);
            }
            text.append(each);
        }
        return text.toString();
    }

    private boolean isDigit(int index) {
        return index < sql.length() && sql.charAt(index) >= '0' && sql.charAt(index) <= '9';
    }

    private void number(int start) {
        while (at < sql.length()
                && (Character.isJavaIdentifierPart(sql.charAt(at))
                        || sql.charAt(at) == '.'
                        || ("+-".indexOf(sql.charAt(at)) >= 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0))) {
            at++;
        }
        add(Kind.NUMBER, sql.substring(start, at), start);
    }

    private void word(int start) {
        while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(start, at);
        if (word.equalsIgnoreCase("E") && sql.startsWith("'", at)) {
            add(Kind.STRING, quoted('\'', true), start);
        } else if (word.equalsIgnoreCase("U") && sql.startsWith("&'", at)) {
            at++;
            add(Kind.STRING, unicode(quoted('\'', false)), start);
        } else {
            add(Kind.WORD, word, start);
        }
    }

    /** Reads {@code \0041}, {@code \+01F600} and {@code \\}. */
    private static String unicode(String text) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != BACKSLASH) {
                read.append(text.charAt(i));
            } else if (text.startsWith("\\", i + 1)) {
                read.append(BACKSLASH);
                i++;
            } else {
                boolean wide = text.startsWith("+", i + 1);
                int from = i + (wide ? 2 : 1);
                i = from + (wide ? 5 : 3);
                read.appendCodePoint(Integer.parseInt(text.substring(from, i + 1), 16));
            }
        }
        return read.toString();
    }
}
