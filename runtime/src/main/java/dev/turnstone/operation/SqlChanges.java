package dev.turnstone.operation;

import java.util.ArrayList;
import java.util.List;

/** Writes down the statements of one step of hand-written SQL; see {@link Changes#sql}. */
public final class SqlChanges {

    private final String name;
    private final Changes changes;
    private final List<RunSql.Text> texts = new ArrayList<>();

    SqlChanges(String name, Changes changes) {
        this.name = name;
        this.changes = changes;
        changes.add(new RunSql(name, texts));
    }

    /**
     * What runs on a database.
     *
     * @param dialect the dialect's name; empty for each database that is not named
     * @param statements one statement each, without a semicolon at the end
     * @return this
     */
    public SqlChanges up(String dialect, String... statements) {
        texts.add(new RunSql.Text(dialect, List.of(statements), List.of()));
        changes.replaceLast(new RunSql(name, texts));
        return this;
    }

    /**
     * What takes back what {@link #up} wrote down last.
     *
     * @param statements one statement each, without a semicolon at the end
     * @return this
     */
    public SqlChanges down(String... statements) {
        RunSql.Text last = texts.remove(texts.size() - 1);
        texts.add(new RunSql.Text(last.dialect(), last.up(), List.of(statements)));
        changes.replaceLast(new RunSql(name, texts));
        return this;
    }
}
