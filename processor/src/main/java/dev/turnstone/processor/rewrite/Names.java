package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.declared.SqlText;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What one branch's names are on the other branch's ground: its own new names stay, old ones follow the ground's renames. */
final class Names {

    private static final String OTHER = "the other branch";

    private final Schema base;
    private final Line own;
    private final Line ground;

    Names(Schema base, Line own, Line ground) {
        this.base = base;
        this.own = own;
        this.ground = ground;
    }

    TableName table(TableName table) {
        TableName origin = own.origin(table);
        if (origin == null || !origin.equals(table)) {
            return table;
        }
        TableName now = ground.now(origin);
        if (now == null) {
            throw new Conflict("the other branch dropped table " + origin);
        }
        return now;
    }

    String column(TableName table, String column) {
        TableName tableOrigin = own.origin(table);
        String origin = tableOrigin == null ? null : own.columnOrigin(table, column);
        if (origin == null || !origin.equals(column)) {
            return column;
        }
        String now = ground.columnNow(tableOrigin, origin);
        if (now == null) {
            throw new Conflict("the other branch dropped column " + tableOrigin + "." + origin);
        }
        return now;
    }

    Index index(TableName table, Index index) {
        return new Index(index.name(), renamed(table, index.columns(), this::column));
    }

    Constraint constraint(TableName table, Constraint constraint) {
        if (constraint instanceof Check check && check.condition() instanceof Condition.Sql sql) {
            requireKnown(table, sql.expression());
        }
        return renamed(table, constraint, this::table, this::column);
    }

    /** The constraint of a table with the names that other tables and columns give it; an expression stays as it is. */
    static Constraint renamed(
            TableName table,
            Constraint constraint,
            UnaryOperator<TableName> tables,
            BiFunction<TableName, String, String> columns) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), renamed(table, key.columns(), columns));
        } else if (constraint instanceof Unique unique) {
            return new Unique(unique.name(), renamed(table, unique.columns(), columns));
        } else if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    renamed(table, key.columns(), columns),
                    tables.apply(key.table()),
                    renamed(key.table(), key.references(), columns),
                    key.onDelete(),
                    key.onUpdate());
        } else if (((Check) constraint).condition() instanceof Condition.OneOf oneOf) {
            return new Check(
                    constraint.name(), new Condition.OneOf(columns.apply(table, oneOf.column()), oneOf.values()));
        }
        return constraint;
    }

    private static List<String> renamed(
            TableName table, List<String> columns, BiFunction<TableName, String, String> names) {
        return columns.stream().map(column -> names.apply(table, column)).toList();
    }

    Table table(Table table) {
        TableName name = table.name();
        return new Table(
                name,
                table.comment(),
                table.columns(),
                table.constraints().stream().map(each -> constraint(name, each)).toList(),
                table.indexes().stream().map(each -> index(name, each)).toList());
    }

    /** An expression is not rewritten, so it must not speak of what has another name now. */
    void requireKnown(TableName table, String sql) {
        TableName origin = own.origin(table);
        if (origin != null) {
            requireNone(ground.lostColumns(base.table(origin).orElseThrow()), sql, OTHER);
        }
    }

    void requireKnown(TableName table, DefaultValue value) {
        if (value instanceof DefaultValue.Sql sql) {
            requireKnown(table, sql.expression());
        }
    }

    /** The same for the statements of a step, which may speak of everything. */
    void requireKnown(RunSql step) {
        Set<String> lost = new LinkedHashSet<>(ground.lostNames(base));
        for (RunSql.Text text : step.texts()) {
            text.up().forEach(sql -> requireNone(lost, sql, OTHER));
            text.down().forEach(sql -> requireNone(lost, sql, OTHER));
        }
    }

    /** A column must stay as it is called if a check that the other branch added speaks of it. */
    void requireUnspoken(TableName origin, Schema groundEnd, String column) {
        Table before = base.table(origin).orElseThrow();
        List<Constraint> after = Optional.ofNullable(ground.now(origin))
                .flatMap(groundEnd::table)
                .map(Table::constraints)
                .orElse(List.of());
        for (Constraint each : after) {
            boolean isNew = before.constraints().stream()
                    .noneMatch(old -> old.withName(each.name()).equals(each));
            if (isNew
                    && each instanceof Check check
                    && check.condition() instanceof Condition.Sql sql
                    && spoken(Set.of(column), sql.expression()).isPresent()) {
                throw new Conflict("the other branch has a check that speaks of it: " + check.name());
            }
        }
    }

    /** What goes must not be what a step of the other branch speaks of: a statement that has all of some names. */
    static void requireNoStep(List<Operation> ground, List<String> names) {
        for (Operation each : ground) {
            if (each instanceof RunSql step
                    && step.texts().stream()
                            .flatMap(text -> text.up().stream())
                            .anyMatch(sql -> names.stream().allMatch(name -> SqlText.mentions(sql, name)))) {
                throw new Conflict("the other branch has a step that speaks of it: " + step.name());
            }
        }
    }

    static void requireNone(Set<String> lost, String sql, String who) {
        spoken(lost, sql).ifPresent(name -> {
            throw new Conflict("its SQL speaks of " + name + ", which " + who + " renamed or dropped");
        });
    }

    /** The first of some names that an expression or a statement contains. */
    static Optional<String> spoken(Set<String> names, String sql) {
        return names.stream().filter(name -> SqlText.mentions(sql, name)).findFirst();
    }
}
