package dev.turnstone.dialect;

import static dev.turnstone.dialect.SqliteSql.SQL;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Spells a part of a migration for SQLite, in which nobody wrote statements. Drops of tables and all renames happen in
 * order: SQLite carries a rename into other tables, views and triggers, which nobody else can. Then new tables are created
 * as they are in the end, tables that SQLite cannot alter are built anew, each once, and last come the indexes. The
 * operations are visited twice: only then is it known which tables are built anew, so that nothing else need be done to
 * them.
 */
final class SqliteRenderer implements OperationVisitor<Void> {

    private final Change change;
    private final boolean dropsColumns;

    /** The first visit; null during it. */
    private final SqliteRenderer first;

    private final List<SqliteTable> tables = new ArrayList<>();
    private final Map<String, SqliteTable> byName = new TreeMap<>(Identifiers.ORDER);
    private final List<Step> steps = new ArrayList<>();
    private final SqliteLimits limits = new SqliteLimits();
    private boolean again;
    private boolean renames;
    private boolean drops;

    private SqliteRenderer(Change change, boolean dropsColumns, SqliteRenderer first) {
        this.change = change;
        this.dropsColumns = dropsColumns;
        this.first = first;
    }

    static Rendered render(Change change, boolean dropsColumns) {
        SqliteRenderer first = new SqliteRenderer(change, dropsColumns, null).visit();
        return first.again
                ? new SqliteRenderer(change, dropsColumns, first).visit().rendered()
                : first.rendered();
    }

    private SqliteRenderer visit() {
        for (Operation each : change.operations()) {
            each.accept(this);
            limits.operation++;
        }
        for (SqliteTable table : tables) {
            again |= table.rebuilt || table.dropped;
        }
        return this;
    }

    private Rendered rendered() {
        List<Rendered.Refusal> refusals = limits.refusals;
        if (refusals.isEmpty()) {
            new SqliteEnding(change, tables, byName.keySet(), renames, steps, refusals).finish();
        }
        if (!refusals.isEmpty()) {
            return new Rendered.Refused(refusals);
        }
        return new Rendered.Units(
                List::of, steps.isEmpty() ? List.of() : List.of(new Unit(true, steps, 0, limits.operation - 1)));
    }

    /** The table that has a name now. */
    private SqliteTable table(TableName name) {
        SqliteTable table = byName.get(name.name());
        if (table == null) {
            table = track(new SqliteTable(name, null));
        }
        table.changed = true;
        table.operation = limits.operation;
        return table;
    }

    private SqliteTable track(SqliteTable table) {
        limits.requireMain(table.name);
        if (first != null) {
            table.follow(first.tables.get(tables.size()), first.renames || first.drops);
        }
        tables.add(table);
        byName.put(table.name.name(), table);
        return table;
    }

    private void run(String sql) {
        steps.add(Step.of(sql));
    }

    @Override
    public Void createTable(CreateTable operation) {
        Table table = operation.table();
        limits.requireAllowed(table.name().name());
        for (Index index : table.indexes()) {
            limits.requireAllowed(index.name());
        }
        for (ForeignKey key : table.foreignKeys()) {
            limits.requireMain(key.table());
        }
        track(new SqliteTable(table.name(), table)).operation = limits.operation;
        return null;
    }

    @Override
    public Void dropTable(DropTable operation) {
        SqliteTable table = table(operation.table().name());
        table.dropped = true;
        drops = true;
        byName.remove(table.name.name());
        if (table.created == null) {
            run("DROP TABLE " + SQL.names.quote(table.name));
        }
        return null;
    }

    @Override
    public Void renameTable(RenameTable operation) {
        TableName to = operation.to();
        SqliteTable table = table(operation.from());
        renames = true;
        limits.requireMain(to);
        limits.requireAllowed(to.name());
        if (table.created == null && !table.name.name().equals(to.name())) {
            if (Identifiers.same(table.name.name(), to.name())) {
                // SQLite finds the name taken, by the table itself.
                table.alter(steps, "RENAME TO " + SQL.names.quote("turnstone_new_" + to.name()));
                table.name = to.sibling("turnstone_new_" + to.name());
            }
            table.alter(steps, "RENAME TO " + SQL.names.quote(to));
        }
        byName.remove(operation.from().name());
        byName.put(to.name(), table);
        table.name = to;
        return null;
    }

    @Override
    public Void alterTableComment(AlterTableComment operation) {
        table(operation.table());
        return null;
    }

    @Override
    public Void addColumn(AddColumn operation) {
        SqliteTable table = table(operation.table());
        Column column = operation.column();
        DefaultValue value = column.defaultValue();
        DefaultValue fill = operation.fill() != null && !column.identity() ? operation.fill() : value;
        table.given++;
        table.filledByExpression |= fill instanceof DefaultValue.Sql;
        boolean possible =
                !column.identity() && !(value instanceof DefaultValue.Sql) && (column.nullable() || value != null);
        table.rebuilt |= !possible;
        if (column.identity() || (table.apart && !table.fillsEarly)) {
            table.addVirtually(column.name(), fill == null ? "NULL" : SQL.value(column.type(), fill));
            return null;
        }
        table.makeWay(steps, column.name());
        table.alter(
                steps,
                "ADD COLUMN " + SQL.column(possible ? column : column.orNull().withDefault((DefaultValue) null)));
        // Mostly they are the same object, and the equality of records takes long when it is asked for the first time.
        if (fill != null && !(possible && Objects.equals(fill, value))) {
            run(SQL.update(table.name, column.name(), SQL.value(column.type(), fill)));
        }
        return null;
    }

    @Override
    public Void dropColumn(DropColumn operation) {
        SqliteTable table = table(operation.table());
        String column = operation.column().name();
        table.rebuilt |= !dropsColumns;
        if (table.apart) {
            table.drop(column);
        } else {
            table.alter(steps, "DROP COLUMN " + SQL.names.quote(column));
        }
        return null;
    }

    @Override
    public Void renameColumn(RenameColumn operation) {
        SqliteTable table = table(operation.table());
        String from = operation.from();
        String to = operation.to();
        renames = true;
        if (table.created == null && table.holds(from) && !from.equals(to)) {
            table.makeWay(steps, to);
            table.alter(steps, "RENAME COLUMN " + SQL.names.quote(from) + " TO " + SQL.names.quote(to));
        }
        table.rename(from, to);
        return null;
    }

    @Override
    public Void alterColumn(AlterColumn operation) {
        SqliteTable table = table(operation.table());
        Column from = operation.from();
        Column to = operation.to();
        table.rebuilt |=
                from.identity() != to.identity() || !SQL.column(from).equals(SQL.column(to.withName(from.name())));
        DefaultValue fill = Sql.fill(operation);
        String using = SQL.using(operation);
        table.given += using.isEmpty() && fill == null ? 0 : 1;
        table.filledByExpression |= !using.isEmpty() || fill instanceof DefaultValue.Sql;
        if (!using.isEmpty()) {
            table.convert(steps, to.name(), using);
            return null;
        }
        table.convert(to.name(), from.type(), to.type());
        if (fill instanceof DefaultValue.Sql && table.fillsEarly) {
            String value = SQL.value(to.type(), fill);
            table.convert(steps, to.name(), "COALESCE(" + SQL.names.quote(to.name()) + ", " + value + ")");
        } else if (fill != null) {
            table.fillNulls(to.name(), SQL.value(to.type(), fill));
        }
        return null;
    }

    @Override
    public Void addConstraint(AddConstraint operation) {
        SqliteTable table = rebuilt(operation.table());
        if (operation.constraint() instanceof ForeignKey key) {
            limits.requireMain(key.table());
            table.foreignKeys.add(key.name());
        }
        return null;
    }

    @Override
    public Void dropConstraint(DropConstraint operation) {
        rebuilt(operation.table()).foreignKeys.remove(operation.constraint().name());
        return null;
    }

    @Override
    public Void renameConstraint(RenameConstraint operation) {
        SqliteTable table = rebuilt(operation.table());
        if (table.foreignKeys.remove(operation.from())) {
            table.foreignKeys.add(operation.to());
        }
        return null;
    }

    private SqliteTable rebuilt(TableName name) {
        SqliteTable table = table(name);
        table.rebuilt = true;
        return table;
    }

    @Override
    public Void addIndex(AddIndex operation) {
        limits.requireAllowed(operation.index().name());
        table(operation.table()).indexes.put(operation.index().name(), operation.index());
        return null;
    }

    @Override
    public Void dropIndex(DropIndex operation) {
        SqliteTable table = table(operation.table());
        String name = operation.index().name();
        if (table.indexes.containsKey(name)) {
            table.indexes.remove(name);
        } else if (!table.apart) {
            run("DROP INDEX " + SQL.names.quote(name));
        }
        return null;
    }

    @Override
    public Void renameIndex(RenameIndex operation) {
        limits.requireAllowed(operation.to());
        SqliteTable table = table(operation.table());
        if (table.indexes.containsKey(operation.from())) {
            Index index = table.indexes.remove(operation.from());
            table.indexes.put(operation.to(), index == null ? null : index.withName(operation.to()));
        } else if (!operation.from().equals(operation.to())) {
            if (!table.apart) {
                run("DROP INDEX " + SQL.names.quote(operation.from()));
            }
            table.indexes.put(operation.to(), null);
        }
        return null;
    }

    @Override
    public Void runSql(RunSql operation) {
        throw new IllegalStateException(operation.name());
    }

    @Override
    public Void runData(RunData operation) {
        if (operation.reversible() || !operation.undo()) {
            steps.add(Step.of(operation));
        }
        return null;
    }

    @Override
    public Void changeSequence(ChangeSequence operation) {
        limits.requireMain(operation.name());
        steps.addAll(Sequences.inTable(operation, SQL.names, ""));
        return null;
    }
}
