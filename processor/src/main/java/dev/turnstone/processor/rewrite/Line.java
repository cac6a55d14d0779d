package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Follows one branch: under which names it has what there was where the branches parted. */
final class Line {

    /**
     * A table of this branch; columns and parts (constraints and indexes) by name, with the name they began with. A part that was
     * dropped and comes back under its name is the same one: so it is changed, and so it makes room for a change of its columns.
     */
    private record Tracked(
            TableName origin, Map<String, String> columns, Map<String, String> parts, Map<String, String> dropped) {

        void addPart(String name) {
            parts.put(name, dropped.getOrDefault(name, NEW));
        }

        void dropPart(String name) {
            dropped.put(name, parts.remove(name));
        }
    }

    /** What a name of this branch began as: that of something that there was, or nothing. */
    private static final String NEW = "";

    private final Map<TableName, Tracked> tables = new TreeMap<>();

    Line(Schema base) {
        base.tables().forEach(table -> tables.put(table.name(), tracked(table, table.name())));
    }

    /** A branch that begins with a schema and does something that fits it. */
    static Line of(Schema base, List<Operation> operations) {
        Line line = new Line(base);
        operations.forEach(line::follow);
        return line;
    }

    private static Tracked tracked(Table table, TableName origin) {
        Tracked tracked = new Tracked(
                origin,
                new TreeMap<>(Identifiers.ORDER),
                new TreeMap<>(Identifiers.ORDER),
                new TreeMap<>(Identifiers.ORDER));
        boolean old = origin != null;
        table.columns().forEach(each -> tracked.columns.put(each.name(), old ? each.name() : NEW));
        table.constraints().forEach(each -> tracked.parts.put(each.name(), old ? each.name() : NEW));
        table.indexes().forEach(each -> tracked.parts.put(each.name(), old ? each.name() : NEW));
        return tracked;
    }

    /** Takes an operation that fits this branch. */
    void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            tables.put(create.table().name(), tracked(create.table(), null));
        } else if (operation instanceof DropTable drop) {
            tables.remove(drop.table().name());
        } else if (operation instanceof RenameTable rename) {
            tables.put(rename.to(), tables.remove(rename.from()));
        } else if (operation instanceof AddColumn add) {
            tables.get(add.table()).columns.put(add.column().name(), NEW);
        } else if (operation instanceof DropColumn drop) {
            tables.get(drop.table()).columns.remove(drop.column().name());
        } else if (operation instanceof RenameColumn rename) {
            move(tables.get(rename.table()).columns, rename.from(), rename.to());
        } else if (operation instanceof AddConstraint add) {
            tables.get(add.table()).addPart(add.constraint().name());
        } else if (operation instanceof DropConstraint drop) {
            tables.get(drop.table()).dropPart(drop.constraint().name());
        } else if (operation instanceof RenameConstraint rename) {
            move(tables.get(rename.table()).parts, rename.from(), rename.to());
        } else if (operation instanceof AddIndex add) {
            tables.get(add.table()).addPart(add.index().name());
        } else if (operation instanceof DropIndex drop) {
            tables.get(drop.table()).dropPart(drop.index().name());
        } else if (operation instanceof RenameIndex rename) {
            move(tables.get(rename.table()).parts, rename.from(), rename.to());
        }
    }

    private static void move(Map<String, String> names, String from, String to) {
        names.put(to, names.remove(from));
    }

    /** What a table was called at the beginning; null if it was not there, or is not here. */
    TableName origin(TableName table) {
        Tracked tracked = tables.get(table);
        return tracked == null ? null : tracked.origin;
    }

    /** What a column was called at the beginning; null if it was not there. */
    String columnOrigin(TableName table, String column) {
        return old(tables.get(table).columns.get(column));
    }

    /** What a table was called at the beginning; its name here if it was not there. */
    TableName first(TableName table) {
        TableName origin = origin(table);
        return origin == null ? table : origin;
    }

    /** What a column was called at the beginning; its name here if it was not there. */
    String first(TableName table, String column) {
        String origin = origin(table) == null ? null : columnOrigin(table, column);
        return origin == null ? column : origin;
    }

    /** What a table of the beginning is called here; its name there if it is gone. */
    TableName last(TableName origin) {
        TableName now = now(origin);
        return now == null ? origin : now;
    }

    /** What a column of the beginning is called here; its name there if it is gone. */
    String last(TableName origin, String column) {
        String now = columnNow(origin, column);
        return now == null ? column : now;
    }

    /** What a constraint or an index was called at the beginning; null if it was not there. */
    String partOrigin(TableName table, String part) {
        return old(tables.get(table).parts.get(part));
    }

    private static String old(String origin) {
        return NEW.equals(origin) ? null : origin;
    }

    /** What a table of the beginning is called here; null if it is gone. */
    TableName now(TableName origin) {
        for (Map.Entry<TableName, Tracked> each : tables.entrySet()) {
            if (origin.equals(each.getValue().origin)) {
                return each.getKey();
            }
        }
        return null;
    }

    /** What a column of the beginning is called here; null if it is gone. */
    String columnNow(TableName origin, String column) {
        TableName table = now(origin);
        return table == null ? null : key(tables.get(table).columns, column);
    }

    /** What a constraint or an index of the beginning is called here; null if it is gone. */
    String partNow(TableName origin, String part) {
        TableName table = now(origin);
        return table == null ? null : key(tables.get(table).parts, part);
    }

    private static String key(Map<String, String> names, String origin) {
        for (Map.Entry<String, String> each : names.entrySet()) {
            if (each.getValue().equals(origin)) {
                return each.getKey();
            }
        }
        return null;
    }

    /** The names of tables and columns of the beginning that mean nothing here any more, or something else. */
    Set<String> lostNames(Schema base) {
        Set<String> lost = new LinkedHashSet<>();
        for (Table table : base.tables()) {
            if (!table.name().equals(now(table.name()))) {
                lost.add(table.name().name());
            }
            lost.addAll(lostColumns(table));
        }
        return lost;
    }

    /** The same for the columns of one table. */
    Set<String> lostColumns(Table table) {
        Set<String> lost = new LinkedHashSet<>();
        table.columns().forEach(column -> {
            if (!column.name().equals(columnNow(table.name(), column.name()))) {
                lost.add(column.name());
            }
        });
        return lost;
    }
}
