package dev.turnstone.processor.fold;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.Conversion;
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
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an operation touches, and how: two operations that touch nothing in common may change places. */
final class Footprint implements OperationVisitor<Void> {

    /** How something is touched. */
    enum Touch {
        /** It must be there as it is. */
        USE,
        /** It is another one afterwards, under its name. */
        CHANGE,
        /** It comes, goes, or gets another name. */
        EXISTENCE
    }

    private record ColumnTouch(TableName table, String column, Touch touch) {}

    private record Sql(TableName table, String text) {}

    private final Map<String, Touch> things = new HashMap<>();
    private final List<ColumnTouch> columns = new ArrayList<>();
    private final List<Sql> texts = new ArrayList<>();
    private boolean everything;

    private Footprint() {}

    static Footprint of(Operation operation) {
        Footprint footprint = new Footprint();
        operation.accept(footprint);
        return footprint;
    }

    /** Whether the two must keep their order. */
    boolean clashes(Footprint other) {
        return everything
                || other.everything
                || reads(other)
                || other.reads(this)
                || things.entrySet().stream().anyMatch(thing -> {
                    Touch touch = other.things.get(thing.getKey());
                    return touch != null && (touch != Touch.USE || thing.getValue() != Touch.USE);
                });
    }

    private boolean reads(Footprint other) {
        return texts.stream()
                .anyMatch(sql -> other.columns.stream()
                        .anyMatch(each -> each.touch() != Touch.USE
                                && each.table().same(sql.table())
                                && SqlNames.mentions(sql.text(), each.column())));
    }

    /** Whether the order matters to it whatever the other one is. */
    boolean isBarrier() {
        return everything;
    }

    /** How a table is touched; null if it is not. */
    Touch table(TableName table) {
        return things.get(key("table", table, ""));
    }

    /** How a column is touched; null if it is not. */
    Touch column(TableName table, String column) {
        return things.get(key("column", table, column));
    }

    /** Whether a text of SQL may speak of a column. */
    boolean mentions(TableName table, String column) {
        return texts.stream().anyMatch(sql -> sql.table().same(table) && SqlNames.mentions(sql.text(), column));
    }

    private static String key(String kind, TableName table, String name) {
        return (kind + '\n' + table.schema() + '\n' + table.name() + '\n' + name).toLowerCase(Locale.ROOT);
    }

    private void touch(String kind, TableName table, String name, Touch touch) {
        things.merge(key(kind, table, name), touch, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private Void column(TableName table, String column, Touch touch) {
        touch("table", table, "", Touch.USE);
        touch("column", table, column, touch);
        columns.add(new ColumnTouch(table, column, touch));
        return null;
    }

    /** The names of constraints and indexes are told from one another in a database schema, whatever their table. */
    private void part(TableName table, String name) {
        touch("table", table, "", Touch.USE);
        touch("part", table.sibling("-"), name, Touch.EXISTENCE);
    }

    private void sql(TableName table, String text) {
        everything |= SqlNames.selects(text);
        if (!text.isEmpty()) {
            texts.add(new Sql(table, text));
        }
    }

    private Void whole(Table table) {
        touch("table", table.name(), "", Touch.EXISTENCE);
        table.constraints().forEach(constraint -> constraint(table.name(), constraint));
        table.indexes().forEach(index -> part(table.name(), index.name()));
        return null;
    }

    private Void constraint(TableName table, Constraint constraint) {
        part(table, constraint.name());
        if (constraint instanceof PrimaryKey key) {
            touch("primary", table, "", Touch.CHANGE);
            key(table, key.columns());
        } else if (constraint instanceof Unique unique) {
            key(table, unique.columns());
        } else if (constraint instanceof ForeignKey foreign) {
            foreign.columns().forEach(column -> column(table, column, Touch.USE));
            foreign.references().forEach(column -> column(foreign.table(), column, Touch.USE));
            touch("key", foreign.table(), keyName(foreign.references()), Touch.USE);
        } else if (((Check) constraint).condition() instanceof Condition.OneOf oneOf) {
            column(table, oneOf.column(), Touch.USE);
        } else {
            sql(table, ((Condition.Sql) ((Check) constraint).condition()).expression());
        }
        return null;
    }

    private void key(TableName table, List<String> names) {
        names.forEach(column -> column(table, column, Touch.USE));
        touch("key", table, keyName(names), Touch.CHANGE);
    }

    /** A foreign key relies on a key over its columns, in whatever order. */
    private static String keyName(List<String> columns) {
        return columns.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Only one column of a table can be numbered by the database. */
    private void identity(TableName table, boolean changes) {
        if (changes) {
            touch("identity", table, "", Touch.CHANGE);
        }
    }

    private Void ofColumn(TableName table, Column column, DefaultValue fill) {
        identity(table, column.identity());
        sql(table, SqlNames.text(fill));
        return column(table, column.name(), Touch.EXISTENCE);
    }

    @Override
    public Void createTable(CreateTable operation) {
        return whole(operation.table());
    }

    @Override
    public Void dropTable(DropTable operation) {
        return whole(operation.table());
    }

    @Override
    public Void renameTable(RenameTable operation) {
        touch("table", operation.from(), "", Touch.EXISTENCE);
        touch("table", operation.to(), "", Touch.EXISTENCE);
        return null;
    }

    @Override
    public Void alterTableComment(AlterTableComment operation) {
        touch("table", operation.table(), "", Touch.USE);
        touch("comment", operation.table(), "", Touch.CHANGE);
        return null;
    }

    @Override
    public Void addColumn(AddColumn operation) {
        return ofColumn(operation.table(), operation.column(), operation.fill());
    }

    @Override
    public Void dropColumn(DropColumn operation) {
        return ofColumn(operation.table(), operation.column(), operation.refill());
    }

    @Override
    public Void renameColumn(RenameColumn operation) {
        column(operation.table(), operation.from(), Touch.EXISTENCE);
        return column(operation.table(), operation.to(), Touch.EXISTENCE);
    }

    @Override
    public Void alterColumn(AlterColumn operation) {
        TableName table = operation.table();
        identity(table, operation.from().identity() != operation.to().identity());
        for (Conversion conversion : List.of(operation.rows(), operation.rowsBack())) {
            sql(table, conversion.using());
            sql(table, SqlNames.text(conversion.fill()));
        }
        return column(table, operation.from().name(), Touch.CHANGE);
    }

    @Override
    public Void addConstraint(AddConstraint operation) {
        return constraint(operation.table(), operation.constraint());
    }

    @Override
    public Void dropConstraint(DropConstraint operation) {
        return constraint(operation.table(), operation.constraint());
    }

    @Override
    public Void renameConstraint(RenameConstraint operation) {
        part(operation.table(), operation.from());
        part(operation.table(), operation.to());
        return null;
    }

    @Override
    public Void addIndex(AddIndex operation) {
        operation.index().columns().forEach(column -> column(operation.table(), column, Touch.USE));
        part(operation.table(), operation.index().name());
        return null;
    }

    @Override
    public Void dropIndex(DropIndex operation) {
        return addIndex(new AddIndex(operation.table(), operation.index()));
    }

    @Override
    public Void renameIndex(RenameIndex operation) {
        part(operation.table(), operation.from());
        part(operation.table(), operation.to());
        return null;
    }

    @Override
    public Void runSql(RunSql operation) {
        everything = true;
        return null;
    }

    @Override
    public Void runData(RunData operation) {
        everything = true;
        return null;
    }

    @Override
    public Void changeSequence(ChangeSequence operation) {
        everything = true;
        return null;
    }
}
