package dev.turnstone.dialect;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Where tables and columns come from while a migration renames, adds and drops them. */
final class Origins {

    private final Supplier<Schema> schema;
    private final Names names;
    private final Map<TableName, Origin> origins = new TreeMap<>();

    /**
     * Nothing has happened yet.
     *
     * @param schema gives the schema before
     * @param names how names are spelled
     */
    Origins(Supplier<Schema> schema, Names names) {
        this.schema = schema;
        this.names = names;
    }

    /**
     * What a table was before.
     *
     * @param table its name; null if the migration makes it
     * @param values what its columns have before, by the names that they have now; where there is none, a column is as it was
     */
    private record Origin(TableName table, Map<String, Value> values) {
        Origin(TableName table) {
            this(table, new TreeMap<>(Identifiers.ORDER));
        }
    }

    /**
     * What a column has before.
     *
     * @param column its quoted name; null if its values cannot be told
     * @param fill what stands in for NULL; null if NULL stays
     */
    record Value(String column, String fill) {

        static final Value UNKNOWN = new Value(null, null);

        String in(String alias) {
            return fill == null ? alias + column : "COALESCE(" + alias + column + ", " + fill + ")";
        }

        String named(String name) {
            return in("").equals(name) ? name : in("") + " AS " + name;
        }
    }

    private Origin origin(TableName table) {
        return origins.computeIfAbsent(table, Origin::new);
    }

    /** The name of a table before; null if the migration makes it. */
    TableName table(TableName now) {
        return origin(now).table;
    }

    /** Whether a table and all its columns are what they were. */
    boolean same(TableName now) {
        return origin(now).values.isEmpty() && origin(now).table.same(now);
    }

    Value value(TableName table, String column) {
        Value value = origin(table).values.get(column);
        return value == null ? new Value(names.quote(column), null) : value;
    }

    /** What columns have before; empty if it cannot be told of each. */
    List<Value> values(TableName table, List<String> columns) {
        List<Value> values =
                columns.stream().map(column -> value(table, column)).toList();
        return values.contains(Value.UNKNOWN) ? List.of() : values;
    }

    void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            origins.put(create.table().name(), new Origin(null));
        } else if (operation instanceof DropTable drop) {
            origins.remove(drop.table().name());
        } else if (operation instanceof RenameTable rename) {
            Origin origin = origin(rename.from());
            origins.remove(rename.from());
            origins.put(rename.to(), origin);
        } else if (operation instanceof RenameColumn rename) {
            Value value = value(rename.table(), rename.from());
            forget(rename.table(), rename.from());
            set(rename.table(), rename.to(), value);
        } else if (operation instanceof DropColumn drop) {
            forget(drop.table(), drop.column().name());
        } else if (operation instanceof AddColumn add) {
            forget(add.table(), add.column().name());
        }
    }

    void set(TableName table, String column, Value value) {
        origin(table).values.put(column, value);
    }

    void forget(TableName table, String column) {
        set(table, column, Value.UNKNOWN);
    }

    boolean is(Column column, Value value) {
        return names.quote(column.name()).equals(value.column);
    }

    /** What the columns of a table have before, by their names now; the key's columns come first. */
    Map<String, Value> columns(TableName table) {
        Map<String, Value> now = new LinkedHashMap<>();
        before(table)
                .ifPresent(found -> found.columnsKeyFirst().forEach(column -> {
                    if (!origin(table).values.containsKey(column.name())) {
                        now.put(column.name(), value(table, column.name()));
                    }
                }));
        now.putAll(origin(table).values);
        return now;
    }

    Optional<Table> before(TableName table) {
        return schema.get().table(origin(table).table);
    }

    private List<String> key(TableName table) {
        return before(table).flatMap(Table::primaryKey).map(PrimaryKey::columns).orElse(List.of());
    }

    /** The quoted columns of the primary key, then others. */
    Set<String> columns(TableName table, Set<String> others) {
        Set<String> columns = new LinkedHashSet<>();
        key(table).forEach(column -> columns.add(names.quote(column)));
        columns.addAll(others);
        return columns;
    }
}
