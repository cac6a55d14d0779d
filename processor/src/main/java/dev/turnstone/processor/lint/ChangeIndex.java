package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations of a change, walked once and kept by what checks ask for. */
final class ChangeIndex {

    private final Map<Class<?>, List<Operation>> byKind = new HashMap<>();
    private final Set<String> created = new HashSet<>();
    private final List<ColumnChange> columns = new ArrayList<>();
    private final List<NewName> names = new ArrayList<>();

    private ChangeIndex() {}

    /**
     * A column that is new or changes.
     *
     * @param table its table
     * @param from the column as it was; null for a new one
     * @param to the column as it will be
     */
    record ColumnChange(TableName table, Column from, Column to) {

        /** Whether the type is one that the table did not have there. */
        boolean isTypeNew() {
            return from == null || !from.type().equals(to.type());
        }
    }

    /**
     * A name that comes up.
     *
     * @param what such as {@code column}
     * @param table the table; for the name of a table itself that table
     * @param name the name
     */
    record NewName(String what, TableName table, String name) {

        boolean isTable() {
            return what.equals("table");
        }

        SourceRef place(LintContext context) {
            return isTable() ? context.declared().place(table) : context.place(table, name);
        }

        /** What it names, such as {@code author.email}. */
        String subject() {
            return isTable() ? table.toString() : Remark.subject(table, name);
        }
    }

    static ChangeIndex of(List<Operation> operations) {
        ChangeIndex index = new ChangeIndex();
        for (Operation operation : operations) {
            index.byKind
                    .computeIfAbsent(operation.getClass(), kind -> new ArrayList<>())
                    .add(operation);
            index.add(operation);
        }
        return index;
    }

    <O extends Operation> List<O> operations(Class<O> kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }

    boolean isNew(TableName table) {
        return created.contains(DeclaredSchema.key(table));
    }

    List<ColumnChange> columns() {
        return columns;
    }

    List<NewName> names() {
        return names;
    }

    private void add(Operation operation) {
        if (operation instanceof CreateTable create) {
            addTable(create.table());
        } else if (operation instanceof RenameTable rename) {
            names.add(new NewName("table", rename.to(), rename.to().name()));
        } else if (operation instanceof AddColumn add) {
            name("column", add.table(), add.column().name());
            columns.add(new ColumnChange(add.table(), null, add.column()));
        } else if (operation instanceof AlterColumn alter) {
            columns.add(new ColumnChange(alter.table(), alter.from(), alter.to()));
        } else if (operation instanceof RenameColumn rename) {
            name("column", rename.table(), rename.to());
        } else if (operation instanceof AddConstraint add) {
            name("constraint", add.table(), add.constraint().name());
        } else if (operation instanceof RenameConstraint rename) {
            name("constraint", rename.table(), rename.to());
        } else if (operation instanceof AddIndex add) {
            name("index", add.table(), add.index().name());
        } else if (operation instanceof RenameIndex rename) {
            name("index", rename.table(), rename.to());
        }
    }

    private void addTable(Table table) {
        TableName name = table.name();
        created.add(DeclaredSchema.key(name));
        names.add(new NewName("table", name, name.name()));
        table.columns().forEach(column -> {
            name("column", name, column.name());
            columns.add(new ColumnChange(name, null, column));
        });
        table.constraints().forEach(constraint -> name("constraint", name, constraint.name()));
        table.indexes().forEach(index -> name("index", name, index.name()));
    }

    private void name(String what, TableName table, String name) {
        names.add(new NewName(what, table, name));
    }
}
