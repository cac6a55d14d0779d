package dev.turnstone.dialect;

import static dev.turnstone.dialect.SqliteSql.SQL;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Builds tables anew, as SQLite's manual has it: the new table under another name, the rows, the old table away, the new one's
 * name. Never the other way round, as that would make other tables reference the old one under its other name. Indexes and
 * triggers that are not of the schema are kept, and views are not touched.
 */
final class SqliteRebuild {

    private static final String LEGACY = "PRAGMA legacy_alter_table = ";

    private final List<Step> steps;
    private final boolean inUse;
    private final List<String> tables = new ArrayList<>();
    private final List<String> ours = new ArrayList<>();

    SqliteRebuild(List<Step> steps, boolean inUse) {
        this.steps = steps;
        this.inUse = inUse;
    }

    /** A table that will be built anew. */
    void announce(SqliteTable table, Table before) {
        tables.add(table.name.name());
        for (Index index : before.indexes()) {
            ours.add(index.name());
        }
    }

    /** Remembers what goes with the old tables and is not of the schema. */
    void begin() {
        if (tables.isEmpty() || !inUse) {
            return;
        }
        if (!steps.isEmpty()) {
            // An attempt that failed may have left it on, and renames above must reach other tables.
            steps.add(0, Step.of(LEGACY + "OFF"));
        }
        steps.add(Step.of(
                "CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger')"
                        + " AND sql != '' AND tbl_name COLLATE NOCASE IN (" + texts(tables) + ")"
                        + (ours.isEmpty() ? "" : " AND name COLLATE NOCASE NOT IN (" + texts(ours) + ")")
                        + " ORDER BY type"));
    }

    void rebuild(SqliteTable table, Table before, Table after) {
        String name = table.name.name();
        String other = "turnstone_new_" + name;
        List<String> columns = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        List<String> known = new ArrayList<>(table.leftover);
        for (Column column : after.columnsKeyFirst()) {
            columns.add(column.name());
            sources.add(table.source(column.name()));
            if (table.holds(column.name())) {
                known.add(column.name());
            }
        }
        if (inUse) {
            noRow("SELECT " + SQL.text("The table " + name + " has the column ")
                    + " || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo("
                    + SQL.text(name) + ") WHERE name COLLATE NOCASE NOT IN (" + texts(known) + ")");
        }
        steps.add(create(other, after));
        run("INSERT INTO " + SQL.names.quote(other) + " (" + SQL.names.quote(columns) + ") SELECT "
                + String.join(", ", sources) + " FROM " + SQL.names.quote(name));
        if (isNumbered(before) && isNumbered(after)) {
            run("DELETE FROM sqlite_sequence WHERE name = " + SQL.text(other));
            run("INSERT INTO sqlite_sequence (name, seq) SELECT " + SQL.text(other)
                    + ", seq FROM sqlite_sequence WHERE name = " + SQL.text(name) + " COLLATE NOCASE");
        }
        run("DROP TABLE " + SQL.names.quote(name));
        if (inUse) {
            // Otherwise views of the old table would be in the way, as it is not there now.
            run(LEGACY + "ON");
        }
        run("ALTER TABLE " + SQL.names.quote(other) + " RENAME TO " + SQL.names.quote(name));
        if (inUse) {
            run(LEGACY + "OFF");
        }
    }

    static Step create(String name, Table table) {
        return Step.of("CREATE TABLE " + SQL.names.quote(name) + " (\n    "
                + String.join(",\n    ", SQL.elements(table)) + "\n)");
    }

    private static boolean isNumbered(Table table) {
        for (Column column : table.columns()) {
            if (column.identity()) {
                return true;
            }
        }
        return false;
    }

    /** Brings back what was remembered, after the indexes of the schema are there. */
    void end() {
        if (!tables.isEmpty() && inUse) {
            steps.add(Step.of(Step.Kind.GENERATED, "SELECT sql FROM temp.turnstone_kept"));
            run("DROP TABLE temp.turnstone_kept");
        }
    }

    /** Looks whether the rows, and what is not of the schema, can live with the change. */
    void check(SqliteTable table, Table after) {
        if (!inUse) {
            return;
        }
        List<String> parents = new ArrayList<>();
        for (ForeignKey key : after.foreignKeys()) {
            if (table.foreignKeys.contains(key.name())) {
                parents.add(key.table().name());
            }
        }
        String name = table.name.name();
        if (!parents.isEmpty()) {
            noRow("SELECT 'Row ' || rowid || ' of ' || \"table\" || ' references a row that ' || parent || ' has not.'"
                    + " FROM pragma_foreign_key_check(" + SQL.text(name) + ") WHERE parent COLLATE NOCASE IN ("
                    + texts(parents) + ")");
        }
        if (!table.leftover.isEmpty()) {
            // A rename, even to the same name, fails if a view or a trigger needs a column that is gone.
            String column = SQL.names.quote(after.columnsKeyFirst().get(0).name());
            run("ALTER TABLE " + SQL.names.quote(name) + " RENAME COLUMN " + column + " TO " + column);
        }
    }

    /** Looks whether a table that is not of the schema still references one that is gone. */
    void checkGone(String name) {
        if (inUse) {
            noRow("SELECT 'The table ' || m.name || ' still references ' || f.\"table\" || '.' FROM sqlite_schema m"
                    + " JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = "
                    + SQL.text(name)
                    + " COLLATE NOCASE");
        }
    }

    private void run(String sql) {
        steps.add(Step.of(sql));
    }

    private void noRow(String query) {
        steps.add(Step.of(Step.Kind.NO_ROW, query));
    }

    private static String texts(Collection<String> names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(SQL.text(name));
        }
        return String.join(", ", texts);
    }
}
