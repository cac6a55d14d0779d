package dev.turnstone.engine;

import dev.turnstone.migration.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that take a migration back, as the history table keeps them: text that a person can read and run, and
 * from which any SQL comes back unchanged, as each header says how many lines follow.
 *
 * @param statements in the order in which they must run
 */
record UndoScript(List<Statement> statements) {

    private static final Pattern HEADER = Pattern.compile(
            "-- takes back statements (\\d{1,9}) to (\\d{1,9}); lines: (\\d{1,9}), done query: (\\d{1,9})");
    private static final String QUERY = "--? ";

    UndoScript {
        statements = List.copyOf(statements);
    }

    /**
     * A statement that takes an operation back.
     *
     * @param first the first statement of that operation, from 1
     * @param last the last statement of that operation
     * @param sql the statement
     * @param doneQuery as in {@link dev.turnstone.dialect.Step#doneQuery}
     */
    record Statement(int first, int last, String sql, String doneQuery) {}

    /** The statements of the operations that were begun, given how far the migration and its rollback came. */
    List<Statement> begun(HistoryRow.Progress progress, HistoryRow.Progress undo) {
        List<Statement> begun = statements.stream()
                .filter(statement -> statement.first() <= progress.started())
                .toList();
        if (undo.started() > begun.size()) {
            throw damaged("they are fewer than those that ran already");
        }
        return begun;
    }

    String format() {
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            List<String> sql = lines(statement.sql());
            List<String> query = statement.doneQuery().isEmpty() ? List.of() : lines(statement.doneQuery());
            text.append("-- takes back statements ")
                    .append(statement.first())
                    .append(" to ")
                    .append(statement.last());
            text.append("; lines: ")
                    .append(sql.size())
                    .append(", done query: ")
                    .append(query.size())
                    .append('\n');
            text.append(String.join("\n", sql)).append(";\n");
            query.forEach(line -> text.append(QUERY).append(line).append('\n'));
        }
        return text.toString();
    }

    static UndoScript parse(String text) {
        List<String> lines = lines(text);
        List<Statement> statements = new ArrayList<>();
        int next = 0;
        while (next < lines.size() - 1) {
            Matcher header = HEADER.matcher(lines.get(next));
            if (!header.matches()) {
                throw damagedAt(next);
            }
            int sqlEnd = next + 1 + number(header, 3);
            int end = sqlEnd + number(header, 4);
            if (end > lines.size() - 1) {
                throw damagedAt(next);
            }
            String sql = String.join("\n", lines.subList(next + 1, sqlEnd));
            if (!sql.endsWith(";") || !lines.subList(sqlEnd, end).stream().allMatch(line -> line.startsWith(QUERY))) {
                throw damagedAt(next);
            }
            List<String> query = lines.subList(sqlEnd, end).stream()
                    .map(line -> line.substring(QUERY.length()))
                    .toList();
            statements.add(new Statement(
                    number(header, 1),
                    number(header, 2),
                    sql.substring(0, sql.length() - 1),
                    String.join("\n", query)));
            next = end;
        }
        return new UndoScript(statements);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static int number(Matcher header, int group) {
        return Integer.parseInt(header.group(group));
    }

    private static MigrationException damagedAt(int line) {
        return damaged("line " + (line + 1) + " is not what was written there");
    }

    private static MigrationException damaged(String how) {
        return new MigrationException("The undo statements in the history table were edited: " + how
                + ". Take the migration back by hand and delete its row.");
    }
}
