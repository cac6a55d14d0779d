package dev.turnstone.processor.testing;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableComment;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Entities as a test edits them: parts hold columns, not names, so that a rename is one assignment. */
final class Model {

    enum Kind {
        PK,
        UK,
        IX,
        FK,
        ONE_OF,
        SQL
    }

    /** A field. */
    static final class MColumn {
        String name;
        String field;
        ColumnType type;
        boolean nullable;
        DefaultValue defaultValue;
        boolean identity;
        String comment = "";
        String renamedFrom = "";

        Column column() {
            return new Column(name, type, nullable, defaultValue, identity, comment);
        }
    }

    /** A constraint or an index. */
    static final class MPart {
        Kind kind;
        List<MColumn> columns = new ArrayList<>();
        MTable target;
        List<MColumn> references = new ArrayList<>();
        List<String> values = List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        String explicitName;

        String name(MTable table) {
            return explicitName != null
                    ? explicitName
                    : kind.name().toLowerCase(java.util.Locale.ROOT) + "_" + table.name + "_"
                            + String.join("_", names(columns));
        }

        TableElement element(MTable table) {
            String name = name(table);
            return switch (kind) {
                case PK -> new PrimaryKey(name, names(columns));
                case UK -> new Unique(name, names(columns));
                case IX -> new Index(name, names(columns));
                case FK ->
                    new ForeignKey(
                            name,
                            names(columns),
                            TableName.of(target.name),
                            names(references),
                            onDelete,
                            ReferentialAction.NO_ACTION);
                case ONE_OF -> new Check(name, new Condition.OneOf(columns.get(0).name, values));
                case SQL -> {
                    String column = columns.get(0).name;
                    yield new Check(name, new Condition.Sql(column + " = " + column + " or " + column + " is null"));
                }
            };
        }
    }

    /** An entity. */
    static final class MTable {
        String name;
        String entity;
        String comment = "";
        String renamedFrom = "";
        List<MColumn> columns = new ArrayList<>();
        List<MPart> parts = new ArrayList<>();

        Table table() {
            List<TableElement> elements = new ArrayList<>();
            columns.forEach(column -> elements.add(column.column()));
            parts.forEach(part -> elements.add(part.element(this)));
            elements.add(new TableComment(comment));
            return Table.of(TableName.of(name), elements);
        }

        /** The columns of its primary key and unique constraints. */
        List<MPart> keys() {
            return parts.stream()
                    .filter(part -> part.kind == Kind.PK || part.kind == Kind.UK)
                    .toList();
        }
    }

    /** What may be lost: a table, or a column of a table. */
    record MDrop(MTable table, String name) {

        DropHint hint() {
            return new DropHint(
                    table == null ? null : TableName.of(table.name), name, "not needed any more", SourceRef.NONE);
        }
    }

    final List<MTable> tables = new ArrayList<>();
    final List<MDrop> drops = new ArrayList<>();
    /** Shared by all copies, so that no two give the same name. */
    private final AtomicInteger counter;

    Model() {
        this(new AtomicInteger());
    }

    Model(AtomicInteger counter) {
        this.counter = counter;
    }

    static List<String> names(List<MColumn> columns) {
        return columns.stream().map(column -> column.name).toList();
    }

    int next() {
        return counter.incrementAndGet();
    }

    /** What the compiler would hand on. */
    DeclaredSchema declared() {
        List<Table> all = new ArrayList<>();
        List<TableMapping> mappings = new ArrayList<>();
        Set<String> derived = new HashSet<>();
        Map<String, SourceRef> places = new LinkedHashMap<>();
        for (MTable table : tables) {
            TableName name = TableName.of(table.name);
            all.add(table.table());
            places.put(DeclaredSchema.key(name), SourceRef.named(table.entity));
            List<ColumnMapping> columns = new ArrayList<>();
            for (MColumn column : table.columns) {
                columns.add(new ColumnMapping(column.name, column.field, column.renamedFrom));
                places.put(DeclaredSchema.key(name, column.name), SourceRef.named(table.entity + "." + column.field));
            }
            mappings.add(new TableMapping(name, table.entity, table.renamedFrom, columns));
            table.parts.stream()
                    .filter(part -> part.explicitName == null)
                    .forEach(part -> derived.add(part.name(table)));
        }
        return new DeclaredSchema(
                new Schema(all),
                new Mapping(mappings),
                derived,
                drops.stream().map(MDrop::hint).toList(),
                List.of(),
                places);
    }

    /** The parts of all tables that mention a column, on either side. */
    void removePartsWith(MColumn column) {
        tables.forEach(table ->
                table.parts.removeIf(part -> part.columns.contains(column) || part.references.contains(column)));
    }

    /** Takes away what relies on a key that is no more. */
    void removeForeignKeysWithoutKey() {
        for (MTable table : tables) {
            table.parts.removeIf(part -> part.kind == Kind.FK
                    && (!tables.contains(part.target)
                            || part.target.keys().stream()
                                    .noneMatch(
                                            key -> new HashSet<>(key.columns).equals(new HashSet<>(part.references)))));
        }
    }

    /** Without entities, and with other names than this one. */
    Model empty() {
        return new Model(counter);
    }

    Model copy() {
        Model copy = empty();
        Map<MTable, MTable> newTables = new HashMap<>();
        Map<MColumn, MColumn> newColumns = new HashMap<>();
        for (MTable table : tables) {
            MTable other = new MTable();
            other.name = table.name;
            other.entity = table.entity;
            other.comment = table.comment;
            other.renamedFrom = table.renamedFrom;
            table.columns.forEach(column -> {
                MColumn twin = copy(column);
                newColumns.put(column, twin);
                other.columns.add(twin);
            });
            newTables.put(table, other);
            copy.tables.add(other);
        }
        for (MTable table : tables) {
            for (MPart part : table.parts) {
                MPart twin = new MPart();
                twin.kind = part.kind;
                twin.values = part.values;
                twin.onDelete = part.onDelete;
                twin.explicitName = part.explicitName;
                twin.target = newTables.get(part.target);
                part.columns.forEach(column -> twin.columns.add(newColumns.get(column)));
                part.references.forEach(column -> twin.references.add(newColumns.get(column)));
                newTables.get(table).parts.add(twin);
            }
        }
        return copy;
    }

    private static MColumn copy(MColumn column) {
        MColumn twin = new MColumn();
        twin.name = column.name;
        twin.field = column.field;
        twin.type = column.type;
        twin.nullable = column.nullable;
        twin.defaultValue = column.defaultValue;
        twin.identity = column.identity;
        twin.comment = column.comment;
        twin.renamedFrom = column.renamedFrom;
        return twin;
    }
}
