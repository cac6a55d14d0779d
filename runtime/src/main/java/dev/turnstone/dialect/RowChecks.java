package dev.turnstone.dialect;

import dev.turnstone.dialect.Origins.Value;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must hold of the rows that exist before a migration: nothing that it forbids may be there. Rows are asked for by the
 * names that tables and columns have before; what the migration itself makes has no rows yet, or values that it gives.
 */
final class RowChecks {

    private final Sql sql;
    private final Origins origins;
    private final Set<Precondition> found = new LinkedHashSet<>();

    private RowChecks(Change change, Sql sql) {
        this.sql = sql;
        this.origins = new Origins(change.before(), sql.names);
    }

    /**
     * Finds what a migration needs of the rows.
     *
     * @param change the migration
     * @param sql the database's words
     * @return what must hold; nothing if nobody uses the tables yet
     */
    static List<Precondition> of(Change change, Sql sql) {
        if (!change.inUse()) {
            return List.of();
        }
        RowChecks checks = new RowChecks(change, sql);
        for (Operation operation : change.operations()) {
            if (operation instanceof RunData || (operation instanceof RunSql step && Written.mayChangeRows(step))) {
                // What rows hold behind it cannot be told, and it may be there to mend them.
                break;
            }
            checks.look(operation);
            checks.origins.follow(operation);
        }
        return List.copyOf(checks.found);
    }

    private void look(Operation operation) {
        if (operation instanceof AddColumn add && origins.table(add.table()) != null) {
            addColumn(add);
        } else if (operation instanceof AlterColumn alter && origins.table(alter.table()) != null) {
            alterColumn(alter);
        } else if (operation instanceof AddConstraint add && origins.table(add.table()) != null) {
            addConstraint(add.table(), add.constraint());
        }
    }

    private void addColumn(AddColumn add) {
        Column column = add.column();
        boolean filled = add.fill() != null || column.defaultValue() != null || column.identity();
        if (!filled && !column.nullable()) {
            need(
                    add.table(),
                    column.name(),
                    "rows exist, which would have no value in the new column",
                    "Move them elsewhere or delete them: a saved migration gets no default any more.",
                    "1 = 1",
                    Set.of());
        } else if (add.fill() instanceof DefaultValue.Sql fill && !column.nullable()) {
            given(add.table(), column.name(), fill.expression());
        }
    }

    /** Looks for rows for which an expression gives nothing. */
    private void given(TableName table, String column, String expression) {
        Set<String> shown = new LinkedHashSet<>();
        String rows = rows(table, expression, shown);
        if (!rows.isEmpty()) {
            need(
                    origins.table(table) + "." + column,
                    "rows would get NULL there from " + expression + ", which will not be allowed",
                    "Make the expression give each row a value, or give these rows what it needs.",
                    rows + " WHERE (" + expression + ") IS NULL",
                    shown);
        }
    }

    private void alterColumn(AlterColumn alter) {
        TableName table = alter.table();
        Column to = alter.to();
        Value value = origins.value(table, to.name());
        if (value.equals(Value.UNKNOWN)) {
            return;
        }
        DefaultValue fill = Sql.fill(alter);
        if (!alter.rows().using().isEmpty()) {
            // What it gives is the expression's business; a value that does not fit stops the statement.
            if (!to.nullable() && fill == null) {
                given(table, to.name(), alter.rows().using());
            }
            origins.forget(table, to.name());
            return;
        }
        String condition = Narrowing.condition(alter.from().type(), to.type(), value.in(""), sql);
        if (!condition.isEmpty()) {
            need(
                    table,
                    to.name(),
                    "rows have a value that does not fit into " + to.type(),
                    "Make these values fit.",
                    condition,
                    Set.of(value.named(value.column())));
        }
        if (!to.nullable() && alter.from().nullable()) {
            if (fill == null) {
                notNull(table, to.name(), value);
            } else {
                // An expression may give each row another value.
                origins.set(
                        table,
                        to.name(),
                        fill instanceof DefaultValue.Literal
                                ? new Value(value.column(), sql.value(to.type(), fill))
                                : Value.UNKNOWN);
            }
        }
        if (alter.from().type().kind() != to.type().kind()
                || (to.type().kind() == Kind.VERBATIM
                        && !sql.type(alter.from().type()).equals(sql.type(to.type())))) {
            // How the values look after the conversion is the database's business.
            origins.forget(table, to.name());
        }
    }

    private void notNull(TableName table, String column, Value value) {
        need(
                table,
                column,
                "rows have NULL there, which will not be allowed",
                "Give them a value by an UPDATE.",
                value.in("") + " IS NULL",
                Set.of());
    }

    private void addConstraint(TableName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            Optional<Table> before = origins.before(table);
            for (String column : key.columns()) {
                Value value = origins.value(table, column);
                boolean nullable = before.flatMap(found -> found.columns().stream()
                                .filter(each -> origins.is(each, value))
                                .findFirst())
                        .map(Column::nullable)
                        .orElse(false);
                if (nullable && value.fill() == null) {
                    notNull(table, column, value);
                }
            }
            unique(table, key.name(), key.columns());
        } else if (constraint instanceof Unique unique) {
            unique(table, unique.name(), unique.columns());
        } else if (constraint instanceof ForeignKey key) {
            foreignKey(table, key);
        } else if (constraint instanceof Check check) {
            check(table, check);
        }
    }

    private void unique(TableName table, String name, List<String> columns) {
        List<Value> values = origins.values(table, columns);
        if (values.isEmpty()) {
            return;
        }
        List<String> expressions = values.stream().map(value -> value.in("")).toList();
        String list = String.join(", ", expressions);
        String groups = " FROM " + before(table) + " WHERE "
                + String.join(" IS NOT NULL AND ", expressions) + " IS NOT NULL GROUP BY " + list
                + " HAVING COUNT(*) > 1";
        String shown = String.join(
                ", ", values.stream().map(value -> value.named(value.column())).toList());
        found.add(new Precondition(
                origins.table(table) + "." + String.join(", ", columns),
                "rows share a value with another row, which " + name + " forbids",
                "Give them different values, or delete all but one of each.",
                "SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n" + groups + ") d",
                "SELECT " + shown + ", COUNT(*) AS n" + groups + " LIMIT 3"));
    }

    private void foreignKey(TableName table, ForeignKey key) {
        List<Value> values = origins.values(table, key.columns());
        List<Value> references = origins.values(key.table(), key.references());
        TableName parent = origins.table(key.table());
        if (values.isEmpty() || (parent != null && references.isEmpty())) {
            return;
        }
        List<String> set = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            set.add(value.in("c.") + " IS NOT NULL");
            shown.add("c." + value.column());
            joined.add(parent == null ? "" : references.get(i).in("p.") + " = " + value.in("c."));
        }
        String orphan = parent == null
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM " + sql.names.quote(parent) + " p WHERE "
                        + String.join(" AND ", joined) + ")";
        Set<String> columns = new LinkedHashSet<>();
        origins.columns(table, Set.of()).forEach(column -> columns.add("c." + column));
        columns.addAll(shown);
        need(
                origins.table(table) + "." + String.join(", ", key.columns()),
                "rows refer to a row of " + key.table() + " that does not exist, which " + key.name() + " forbids",
                "Add the rows that are missing there, or correct or delete these.",
                before(table) + " c WHERE " + String.join(" AND ", set) + orphan,
                columns);
    }

    private void check(TableName table, Check check) {
        String condition = sql.condition(check.condition());
        if (check.condition() instanceof Condition.OneOf oneOf) {
            Value value = origins.value(table, oneOf.column());
            if (!value.equals(Value.UNKNOWN)) {
                String rest =
                        condition.substring(sql.names.quote(oneOf.column()).length());
                broken(
                        table,
                        check,
                        before(table) + " WHERE NOT (" + value.in("") + rest + ")",
                        origins.columns(table, Set.of(value.column())));
            }
            return;
        }
        Set<String> shown = new LinkedHashSet<>();
        String rows = rows(table, condition, shown);
        if (!rows.isEmpty()) {
            broken(table, check, rows + " WHERE NOT (" + condition + ")", shown);
        }
    }

    /**
     * The rows as they were, under the names that they have now; empty if an expression needs more than that.
     *
     * @param shown gets the columns of the key and those that the expression names
     */
    private String rows(TableName table, String expression, Set<String> shown) {
        Set<String> key = origins.columns(table, Set.of());
        List<String> selected = new ArrayList<>();
        for (Map.Entry<String, Value> each : origins.columns(table).entrySet()) {
            String name = sql.names.quote(each.getKey());
            boolean mentioned = mentions(expression, each.getKey());
            if (each.getValue().equals(Value.UNKNOWN)) {
                if (mentioned) {
                    return "";
                }
                continue;
            }
            selected.add(each.getValue().named(name));
            if (mentioned || key.contains(each.getValue().column())) {
                shown.add(name);
            }
        }
        return origins.same(table)
                ? before(table)
                : "(SELECT " + String.join(", ", selected) + " FROM " + before(table) + ") "
                        + sql.names.quote(table.name());
    }

    /** Whatever the marks are in which either has the name. */
    static boolean mentions(String expression, String column) {
        return Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(Identifiers.exact(column)) + "(?!\\w)")
                .matcher(expression)
                .find();
    }

    private void broken(TableName table, Check check, String rows, Set<String> shown) {
        need(
                origins.table(table).toString(),
                "rows break " + check.name() + ", which says " + sql.condition(check.condition()),
                "Correct them, or delete them.",
                rows,
                shown);
    }

    private String before(TableName table) {
        return sql.names.quote(origins.table(table));
    }

    private void need(
            TableName table, String column, String problem, String fix, String condition, Set<String> others) {
        need(
                origins.table(table) + "." + column,
                problem,
                fix,
                before(table) + " WHERE " + condition,
                origins.columns(table, others));
    }

    private void need(String subject, String problem, String fix, String rows, Set<String> shown) {
        found.add(new Precondition(
                subject,
                problem,
                fix,
                "SELECT COUNT(*) FROM " + rows,
                shown.isEmpty() ? "" : "SELECT " + String.join(", ", shown) + " FROM " + rows + " LIMIT 3"));
    }
}
