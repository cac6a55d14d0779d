package dev.turnstone.dialect;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tables in the course of a migration, and what the server does with them unasked. */
final class MySqlState {

    private final Change change;
    private Schema schema;
    private int position;

    MySqlState(Change change) {
        this.change = change;
    }

    /** A table as an operation finds it. */
    Table before(int operation, TableName table) {
        Schema start = schema == null ? change.before().get() : schema;
        schema = SchemaReplay.replay(start, change.operations().subList(position, operation));
        position = operation;
        return schema.table(table)
                .orElseThrow(() -> new IllegalArgumentException("The schema before has no table " + table + "."));
    }

    /** The same table after one operation that does not rename it. */
    static Table after(Table table, Operation operation) {
        return SchemaReplay.replay(Schema.of(table), List.of(operation))
                .table(table.name())
                .orElseThrow();
    }

    /** The place of the next operation on a table, by the name that it has then, that meets a condition; or -1. */
    int next(int operation, TableName table, BiPredicate<Operation, TableName> condition) {
        TableName name = table;
        for (int i = operation + 1; i < change.operations().size(); i++) {
            Operation each = change.operations().get(i);
            if (condition.test(each, name)) {
                return i;
            }
            if (each instanceof RenameTable rename && rename.from().same(name)) {
                name = rename.to();
            }
        }
        return -1;
    }

    int nextPrimaryKey(int operation, TableName table) {
        return next(
                operation,
                table,
                (each, name) -> each instanceof AddConstraint add
                        && add.table().same(name)
                        && add.constraint() instanceof PrimaryKey);
    }

    /** The next operation that makes a key that begins with a column, as the server wants for a column that it numbers. */
    int nextKey(int operation, TableName table, String column) {
        return next(operation, table, (each, name) -> begins(addedKey(each, name), column));
    }

    private static List<String> addedKey(Operation operation, TableName table) {
        if (operation instanceof AddConstraint add && add.table().same(table)) {
            return columns(add.constraint());
        }
        return operation instanceof AddIndex add && add.table().same(table)
                ? add.index().columns()
                : List.of();
    }

    /** Whether a later operation takes the numbering from a column, or the column away. */
    boolean losesIdentity(int operation, TableName table, String column) {
        List<String> columns = List.of(column);
        return next(
                        operation,
                        table,
                        (each, name) -> isDrop(each, name, columns)
                                || isAlter(each, name, columns, altered -> !altered.identity()))
                >= 0;
    }

    /** Whether the old primary key can stay until the new one comes. */
    boolean canWait(int from, int to, TableName table, PrimaryKey key) {
        int conflict = next(
                from,
                table,
                (each, name) -> isDrop(each, name, key.columns())
                        || isAlter(each, name, key.columns(), Column::nullable)
                        || isNumbered(each, name));
        return conflict < 0 || conflict > to;
    }

    private static boolean isDrop(Operation operation, TableName table, List<String> columns) {
        return operation instanceof DropColumn drop
                && drop.table().same(table)
                && Identifiers.contains(columns, drop.column().name());
    }

    private static boolean isAlter(
            Operation operation, TableName table, List<String> columns, Predicate<Column> condition) {
        return operation instanceof AlterColumn alter
                && alter.table().same(table)
                && Identifiers.contains(columns, alter.to().name())
                && condition.test(alter.to());
    }

    private static boolean isNumbered(Operation operation, TableName table) {
        return operation instanceof AddColumn add
                && add.table().same(table)
                && add.column().identity();
    }

    /** The column that the server numbers. */
    static Optional<Column> identity(Table table) {
        return table.columns().stream().filter(Column::identity).findFirst();
    }

    static boolean hasKeyFor(Table table, String column) {
        return keys(table).anyMatch(key -> begins(key, column));
    }

    private static boolean begins(List<String> key, String column) {
        return !key.isEmpty() && Identifiers.same(key.get(0), column);
    }

    private static List<String> columns(Constraint constraint) {
        return constraint instanceof PrimaryKey key
                ? key.columns()
                : constraint instanceof Unique unique ? unique.columns() : List.of();
    }

    private static Stream<List<String>> keys(Table table) {
        return Stream.concat(
                table.constraints().stream().map(MySqlState::columns),
                table.indexes().stream().map(Index::columns));
    }

    /** The indexes that the server makes for foreign keys, as no other index begins with their columns, by name. */
    static Map<String, List<String>> implicit(Table table) {
        Map<String, List<String>> implicit = new TreeMap<>(Identifiers.ORDER);
        for (ForeignKey key : table.foreignKeys()) {
            boolean covered = keys(table).anyMatch(other -> begins(other, key.columns()))
                    || table.foreignKeys().stream()
                            .anyMatch(other -> begins(other.columns(), key.columns())
                                    && (other.columns().size() > key.columns().size()
                                            || Identifiers.ORDER.compare(other.name(), key.name()) > 0));
            if (!covered) {
                implicit.put(key.name(), key.columns());
            }
        }
        return implicit;
    }

    private static boolean begins(List<String> key, List<String> columns) {
        return key.size() >= columns.size() && Identifiers.same(key.subList(0, columns.size()), columns);
    }

    /** The names of implicit indexes that are there before and not after a change, or the other way round. */
    static List<String> missing(Map<String, List<String>> implicit, Map<String, List<String>> other) {
        List<String> missing = new ArrayList<>();
        implicit.forEach((name, columns) -> {
            List<String> same = other.get(name);
            if (same == null || !Identifiers.same(same, columns)) {
                missing.add(name);
            }
        });
        return missing;
    }
}
