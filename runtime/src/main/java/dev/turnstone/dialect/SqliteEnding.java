package dev.turnstone.dialect;

import static dev.turnstone.dialect.SqliteSql.SQL;

import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of a migration, when all tables have their names: new tables, tables built anew, indexes, and looks at them. */
final class SqliteEnding {

    private final Change change;
    private final List<SqliteTable> tables;
    private final Set<String> names;
    private final boolean renames;
    private final List<Step> steps;
    private final List<Rendered.Refusal> refusals;
    private Schema before;
    private Schema after;

    SqliteEnding(
            Change change,
            List<SqliteTable> tables,
            Set<String> names,
            boolean renames,
            List<Step> steps,
            List<Rendered.Refusal> refusals) {
        this.change = change;
        this.tables = tables;
        this.names = names;
        this.renames = renames;
        this.steps = steps;
        this.refusals = refusals;
    }

    void finish() {
        SqliteRebuild rebuild = new SqliteRebuild(steps, change.inUse());
        List<SqliteTable> living = new ArrayList<>();
        for (SqliteTable table : tables) {
            if (!table.dropped) {
                living.add(table);
            }
        }
        for (SqliteTable table : living) {
            if (table.isRebuilt()) {
                rebuild.announce(table, before(table));
            }
        }
        rebuild.begin();
        for (SqliteTable table : living) {
            if (table.created != null) {
                steps.add(SqliteRebuild.create(table.name.name(), checked(table)));
            } else if (table.isRebuilt()) {
                rebuild.rebuild(table, before(table), checked(table));
            }
        }
        for (SqliteTable table : living) {
            if (table.created != null || table.isRebuilt()) {
                for (Index index : definition(table).indexes()) {
                    create(table, index);
                }
            } else {
                for (Map.Entry<String, Index> index : table.indexes.entrySet()) {
                    create(
                            table,
                            index.getValue() != null
                                    ? index.getValue()
                                    : definition(table).index(index.getKey()).orElseThrow());
                }
            }
        }
        rebuild.end();
        for (SqliteTable table : tables) {
            if (table.isRebuilt()) {
                rebuild.check(table, definition(table));
            } else if (table.dropped && table.created == null && !names.contains(table.name.name())) {
                rebuild.checkGone(table.name.name());
            }
        }
    }

    private void create(SqliteTable table, Index index) {
        steps.add(Step.of("CREATE INDEX " + SQL.names.quote(index.name()) + " ON " + SQL.names.quote(table.name) + " ("
                + SQL.names.quote(index.columns()) + ")"));
    }

    private Table before(SqliteTable table) {
        if (before == null) {
            before = change.before().get();
        }
        return before.table(table.first).orElseThrow();
    }

    /** The table as the migration leaves it; the replay is spared where the operation says all. */
    private Table definition(SqliteTable table) {
        if (table.created != null && !table.changed && !renames) {
            return table.created;
        }
        if (after == null) {
            List<Table> concerned = new ArrayList<>();
            for (SqliteTable each : tables) {
                if (each.created == null) {
                    concerned.add(before(each));
                }
            }
            after = SchemaReplay.replay(
                    new Schema(concerned, change.before().get().sequences()), change.operations());
        }
        return after.table(table.name).orElseThrow();
    }

    private Table checked(SqliteTable table) {
        Table definition = definition(table);
        PrimaryKey key = definition.primaryKey().orElse(null);
        for (Column column : definition.columns()) {
            if (column.identity() && (key == null || !Identifiers.same(key.columns(), List.of(column.name())))) {
                refusals.add(new Rendered.Refusal(
                        table.operation,
                        "SQLite numbers rows in the only column of a primary key, and the column " + column.name()
                                + " of the table " + table.name
                                + " is not that. Make it the primary key, or let the application number the rows."));
            }
        }
        return definition;
    }
}
