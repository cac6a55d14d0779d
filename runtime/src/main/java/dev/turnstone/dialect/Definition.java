package dev.turnstone.dialect;

import dev.turnstone.dialect.Tokens.Kind;
import dev.turnstone.dialect.Tokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads constraints from the statements that define them, where a database keeps them in no other form. */
final class Definition {

    private static final Set<String> TABLE_CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
    private static final Token END = new Token(Kind.SYMBOL, "", 0, 0);

    private final String sql;
    private final List<Token> tokens;
    private final String table;
    private final List<List<String>> facts = new ArrayList<>();
    private int at;

    /** Whether the constraint that is being read says more than a schema can. */
    private boolean odd;

    private Definition(String table, String sql, char special) {
        this.table = table;
        this.sql = sql;
        this.tokens = Tokens.of(sql, special);
    }

    /** The facts in a CREATE TABLE: an identity column is a fact of the kind {@code identity} here. */
    static List<List<String>> ofTable(String table, String sql) {
        Definition definition = new Definition(table, sql, Tokens.BRACKET);
        definition.seek("(");
        do {
            definition.at++;
            definition.element();
        } while (definition.peek().is(","));
        definition.at++;
        if (definition.at < definition.tokens.size()) {
            definition.remark(sql.substring(definition.peek().start()));
        }
        return definition.facts;
    }

    /** The facts in an ALTER TABLE that adds a constraint. */
    static List<List<String>> ofConstraint(String table, String name, String sql) {
        Definition definition = new Definition(table, sql, ' ');
        // The name is in quotes, and a comment in others.
        definition.seek("CONSTRAINT");
        do {
            definition.at++;
        } while (definition.at < definition.tokens.size() && !isTableConstraint(definition.peek()));
        definition.constraint(name, null);
        return definition.facts;
    }

    private static boolean isTableConstraint(Token token) {
        return token.kind() == Kind.WORD && TABLE_CONSTRAINTS.stream().anyMatch(token::is);
    }

    private Token peek() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private Token take() {
        Token token = peek();
        at++;
        return token;
    }

    private boolean takes(String word) {
        boolean found = peek().is(word);
        at += found ? 1 : 0;
        return found;
    }

    private void seek(String word) {
        while (at < tokens.size() && !peek().is(word)) {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= tokens.size() || peek().is(",") || peek().is(")");
    }

    /** A column or a constraint of the table; SQLite wants no comma between constraints. */
    private void element() {
        String column = isTableConstraint(peek()) ? null : take().text();
        while (!atEnd()) {
            int start = at;
            String name = takes("CONSTRAINT") ? take().text() : null;
            constraint(name, column);
            if (at == start) {
                at++;
            }
        }
    }

    private void constraint(String name, String column) {
        Token first = peek();
        int before = facts.size();
        odd = false;
        if (takes("PRIMARY")) {
            take();
            key("primary key", name, column);
        } else if (takes("UNIQUE")) {
            key("unique", name, column);
        } else if (takes("CHECK")) {
            String condition = parenthesized();
            fact("check", name == null ? "check of " + condition : name, condition);
        } else if (takes("FOREIGN")) {
            take();
            foreignKey(name, names());
        } else if (column != null && first.is("REFERENCES")) {
            foreignKey(name, List.of(column));
        } else if (takes("COLLATE")) {
            remark("column " + column + " COLLATE " + take().text());
        } else if (takes("GENERATED") || first.is("AS")) {
            seek("(");
            parenthesized();
            at += peek().is("STORED") || peek().is("VIRTUAL") ? 1 : 0;
            remark("column " + column + " " + sql.substring(first.start(), end()));
        } else if (takes("NOT")) {
            takes("NULL");
            conflict();
        } else if (takes("DEFAULT")) {
            if (peek().is("(")) {
                parenthesized();
            } else {
                at += peek().is("+") || peek().is("-") ? 2 : 1;
            }
        } else if (peek().is("(")) {
            parenthesized();
        }
        if (odd) {
            facts.subList(before, facts.size()).removeIf(fact -> !fact.get(0).equals("identity"));
            remark((name == null ? "" : "constraint " + name + ": ")
                    + (column == null ? "" : "column " + column + " ")
                    + sql.substring(first.start(), end()));
        }
    }

    /** Where the last piece that was taken ends. */
    private int end() {
        return tokens.get(Math.min(at, tokens.size()) - 1).end();
    }

    private void key(String kind, String name, String column) {
        if (takes("NULLS")) {
            odd |= !take().is("DISTINCT");
            seek("(");
        }
        List<String> columns = column == null ? names() : List.of(column);
        if (column != null && !takes("ASC")) {
            odd |= takes("DESC");
        }
        conflict();
        if (takes("AUTOINCREMENT")) {
            facts.add(List.of("identity", table, columns.get(0)));
        }
        columns.forEach(each -> fact(kind, name == null ? kind + " of " + columns : name, each));
    }

    private void foreignKey(String name, List<String> columns) {
        seek("REFERENCES");
        at++;
        String schema = null;
        String referenced = take().text();
        if (takes(".")) {
            schema = referenced;
            referenced = take().text();
        }
        List<String> references = peek().is("(") ? names() : List.of();
        String onDelete = "NO ACTION";
        String onUpdate = "NO ACTION";
        while (peek().is("ON") || peek().is("MATCH")) {
            if (take().is("MATCH")) {
                take();
            } else if (take().is("DELETE")) {
                onDelete = action();
            } else {
                onUpdate = action();
            }
        }
        if (peek().is("DEFERRABLE")
                || (peek().is("NOT")
                        && at + 1 < tokens.size()
                        && tokens.get(at + 1).is("DEFERRABLE"))) {
            odd |= !takes("NOT");
            take();
            if (takes("INITIALLY")) {
                take();
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            facts.add(Arrays.asList(
                    "foreign key",
                    table,
                    name == null ? "foreign key of " + columns : name,
                    columns.get(i),
                    schema,
                    referenced,
                    i < references.size() ? references.get(i) : null,
                    onDelete,
                    onUpdate));
        }
    }

    private String action() {
        Token first = take();
        return first.is("SET") || first.is("NO") ? first.text() + " " + take().text() : first.text();
    }

    private void conflict() {
        if (peek().is("ON")) {
            odd = true;
            at += 3;
        }
    }

    /** The names of a list in parentheses; what is no plain name makes the constraint odd. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            at++;
            names.add(take().text());
            while (!atEnd()) {
                odd |= !take().is("ASC");
            }
        } while (peek().is(","));
        at++;
        return names;
    }

    /** The text between a parenthesis and its partner. */
    private String parenthesized() {
        int start = take().end();
        int end = start;
        for (int depth = 1; depth > 0 && at < tokens.size(); ) {
            Token token = take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            end = token.start();
        }
        return sql.substring(start, end).strip();
    }

    private void fact(String kind, String name, String what) {
        facts.add(List.of(kind, table, name, what));
    }

    private void remark(String text) {
        facts.add(List.of("remark", table, text));
    }
}
