package dev.turnstone.processor.rewrite;

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
import java.util.Set;
import java.util.regex.Pattern;

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

    List<String> columns(TableName table, List<String> columns) {
        return columns.stream().map(column -> column(table, column)).toList();
    }

    Index index(TableName table, Index index) {
        return new Index(index.name(), columns(table, index.columns()));
    }

    Constraint constraint(TableName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), columns(table, key.columns()));
        } else if (constraint instanceof Unique unique) {
            return new Unique(unique.name(), columns(table, unique.columns()));
        } else if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    columns(table, key.columns()),
                    table(key.table()),
                    columns(key.table(), key.references()),
                    key.onDelete(),
                    key.onUpdate());
        }
        Check check = (Check) constraint;
        if (check.condition() instanceof Condition.OneOf oneOf) {
            return new Check(check.name(), new Condition.OneOf(column(table, oneOf.column()), oneOf.values()));
        }
        requireKnown(table, ((Condition.Sql) check.condition()).expression());
        return check;
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

    /** The same for statements, which may speak of everything. */
    void requireKnown(List<String> statements) {
        Set<String> lost = new LinkedHashSet<>(ground.lostNames(base));
        statements.forEach(sql -> requireNone(lost, sql, OTHER));
    }

    static void requireNone(Set<String> lost, String sql, String who) {
        for (String name : lost) {
            if (Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                    .matcher(sql)
                    .find()) {
                throw new Conflict("its SQL speaks of " + name + ", which " + who + " renamed or dropped");
            }
        }
    }
}
