package dev.turnstone.processor.diff;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ConstraintVisitor;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** New names for tables and columns, all given at once, so that a swap needs no care. A name that is not in it stays. */
final class Renaming {

    private final Map<TableName, TableName> tables = new TreeMap<>();
    private final Map<TableName, Map<String, String>> columns = new TreeMap<>();

    void rename(TableName from, TableName to) {
        tables.put(from, to);
    }

    /** Renames a column; the table's name is that from before. */
    void rename(TableName table, String from, String to) {
        columns.computeIfAbsent(table, each -> new TreeMap<>(Identifiers.ORDER)).put(from, to);
    }

    TableName table(TableName name) {
        return tables.getOrDefault(name, name);
    }

    private List<String> columns(TableName table, List<String> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }

    String column(TableName table, String name) {
        return columns.getOrDefault(table, Map.of()).getOrDefault(name, name);
    }

    /** A constraint of a table, under the new names. */
    Constraint apply(TableName table, Constraint constraint) {
        return constraint.accept(new ConstraintVisitor<Constraint>() {
            @Override
            public Constraint primaryKey(PrimaryKey key) {
                return new PrimaryKey(key.name(), columns(table, key.columns()));
            }

            @Override
            public Constraint unique(Unique unique) {
                return new Unique(unique.name(), columns(table, unique.columns()));
            }

            @Override
            public Constraint foreignKey(ForeignKey key) {
                return new ForeignKey(
                        key.name(),
                        columns(table, key.columns()),
                        table(key.table()),
                        columns(key.table(), key.references()),
                        key.onDelete(),
                        key.onUpdate());
            }

            @Override
            public Constraint check(Check check) {
                return check.condition() instanceof Condition.OneOf oneOf
                        ? new Check(check.name(), new Condition.OneOf(column(table, oneOf.column()), oneOf.values()))
                        : check;
            }
        });
    }

    /** An index of a table, under the new names. */
    Index apply(TableName table, Index index) {
        return new Index(index.name(), columns(table, index.columns()));
    }

    /** A constraint or index of a table, under the new names. */
    Part apply(TableName table, Part part) {
        return part.element() instanceof Index index
                ? new Part(apply(table, index))
                : new Part(apply(table, (Constraint) part.element()));
    }

    /** A table with all its parts, under the new names. */
    Table apply(Table table) {
        return new Table(
                table(table.name()),
                table.comment(),
                table.columns().stream()
                        .map(each -> each.withName(column(table.name(), each.name())))
                        .toList(),
                table.constraints().stream()
                        .map(each -> apply(table.name(), each))
                        .toList(),
                table.indexes().stream().map(each -> apply(table.name(), each)).toList());
    }
}
