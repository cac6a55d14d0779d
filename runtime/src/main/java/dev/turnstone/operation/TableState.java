package dev.turnstone.operation;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One table while operations are applied to it; knows what of it fits together. */
final class TableState {

    private static final ConstraintVisitor<List<String>> OWN_COLUMNS = new ConstraintVisitor<>() {
        @Override
        public List<String> primaryKey(PrimaryKey key) {
            return key.columns();
        }

        @Override
        public List<String> unique(Unique unique) {
            return unique.columns();
        }

        @Override
        public List<String> foreignKey(ForeignKey key) {
            return key.columns();
        }

        @Override
        public List<String> check(Check check) {
            return check.condition() instanceof Condition.OneOf oneOf ? List.of(oneOf.column()) : List.of();
        }
    };

    private TableName name;
    private String comment;
    private final Map<String, Column> columns = new TreeMap<>(Identifiers.ORDER);
    private final Map<String, Constraint> constraints = new TreeMap<>(Identifiers.ORDER);
    private final Map<String, Index> indexes = new TreeMap<>(Identifiers.ORDER);

    TableState(Table table) {
        name = table.name();
        comment = table.comment();
        table.columns().forEach(this::addColumn);
        table.constraints().forEach(this::addConstraint);
        table.indexes().forEach(this::addIndex);
    }

    Table table() {
        return new Table(
                name,
                comment,
                new ArrayList<>(columns.values()),
                new ArrayList<>(constraints.values()),
                new ArrayList<>(indexes.values()));
    }

    TableName name() {
        return name;
    }

    void rename(TableName newName) {
        name = newName;
    }

    void changeComment(String from, String to) {
        if (!comment.equals(from)) {
            throw new InvalidOperationException(
                    "The comment of table " + name + " is '" + comment + "', not '" + from + "'.");
        }
        comment = to;
    }

    void addColumn(Column column) {
        requireFree("column", columns, column.name());
        columns.put(column.name(), column);
    }

    void dropColumn(Column column) {
        requireEqual("column", columns, column.name(), column);
        partsWith(column.name()).findFirst().ifPresent(part -> {
            throw new InvalidOperationException("The column " + column.name() + " of table " + name
                    + " cannot be dropped: " + part + " still needs it.");
        });
        columns.remove(column.name());
    }

    private Stream<String> partsWith(String column) {
        return Stream.concat(
                constraints.values().stream()
                        .filter(each -> each.mentions(column))
                        .map(Constraint::name),
                indexes.values().stream()
                        .filter(each -> Identifiers.contains(each.columns(), column))
                        .map(Index::name));
    }

    void renameColumn(String from, String to) {
        replace("column", columns, from, to, column -> column.withName(to));
        constraints.replaceAll((key, constraint) -> constraint.withColumnRenamed(from, to));
        indexes.replaceAll((key, index) -> index.withColumnRenamed(from, to));
    }

    void alterColumn(Column from, Column to) {
        requireEqual("column", columns, from.name(), from);
        replace("column", columns, from.name(), to.name(), column -> to);
    }

    void requireColumn(String column, String neededBy) {
        if (!columns.containsKey(column)) {
            throw new InvalidOperationException(
                    "The table " + name + " has no column " + column + ", which " + neededBy + " needs.");
        }
    }

    void addConstraint(Constraint constraint) {
        requireFree("constraint", constraints, constraint.name());
        constraint.accept(OWN_COLUMNS).forEach(column -> requireColumn(column, constraint.name()));
        if (constraint instanceof PrimaryKey) {
            constraintsOf(PrimaryKey.class).findFirst().ifPresent(key -> {
                throw new InvalidOperationException("The table " + name + " cannot have the primary key "
                        + constraint.name() + ": it has the primary key " + key.name() + ".");
            });
        }
        constraints.put(constraint.name(), constraint);
    }

    void dropConstraint(Constraint constraint) {
        requireEqual("constraint", constraints, constraint.name(), constraint);
        constraints.remove(constraint.name());
    }

    void renameConstraint(String from, String to) {
        replace("constraint", constraints, from, to, constraint -> constraint.withName(to));
    }

    void addIndex(Index index) {
        requireFree("index", indexes, index.name());
        index.columns().forEach(column -> requireColumn(column, index.name()));
        indexes.put(index.name(), index);
    }

    void dropIndex(Index index) {
        requireEqual("index", indexes, index.name(), index);
        indexes.remove(index.name());
    }

    void renameIndex(String from, String to) {
        replace("index", indexes, from, to, index -> index.withName(to));
    }

    <C extends Constraint> Stream<C> constraintsOf(Class<C> kind) {
        return constraints.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    void replaceForeignKeys(UnaryOperator<ForeignKey> change) {
        constraints.replaceAll((key, each) -> each instanceof ForeignKey foreignKey ? change.apply(foreignKey) : each);
    }

    /** Tells whether exactly these columns, in any order, identify a row. */
    boolean hasKey(List<String> keyColumns) {
        return Stream.concat(
                        constraintsOf(PrimaryKey.class).map(PrimaryKey::columns),
                        constraintsOf(Unique.class).map(Unique::columns))
                .anyMatch(each -> sorted(each).equals(sorted(keyColumns)));
    }

    private static Set<String> sorted(List<String> names) {
        Set<String> sorted = new TreeSet<>(Identifiers.ORDER);
        sorted.addAll(names);
        return sorted;
    }

    /** The names of all constraints and indexes. */
    List<String> partNames() {
        return Stream.concat(constraints.keySet().stream(), indexes.keySet().stream())
                .toList();
    }

    private void requireFree(String what, Map<String, ?> parts, String part) {
        if (parts.containsKey(part)) {
            throw new InvalidOperationException("The " + what + " " + part + " of table " + name + " exists already.");
        }
    }

    private <T> T require(String what, Map<String, T> parts, String part) {
        T found = parts.get(part);
        if (found == null) {
            throw new InvalidOperationException("The table " + name + " has no " + what + " " + part + ".");
        }
        return found;
    }

    private <T> void requireEqual(String what, Map<String, ? extends T> parts, String part, T expected) {
        T found = require(what, parts, part);
        if (!found.equals(expected)) {
            throw new InvalidOperationException(
                    "The " + what + " " + part + " of table " + name + " is " + found + ", not " + expected + ".");
        }
    }

    private <T> void replace(String what, Map<String, T> parts, String from, String to, Function<T, T> change) {
        T part = require(what, parts, from);
        if (!Identifiers.same(from, to)) {
            requireFree(what, parts, to);
        }
        // Removed first: a map that ignores case would keep the old spelling of its key.
        parts.remove(from);
        parts.put(to, change.apply(part));
    }
}
