package dev.turnstone.dialect;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Adds and alters columns in MariaDB or MySQL. A column is always restated as a whole, as what is left out is lost. A column
 * that must hold values gets them before it is made NOT NULL: the server would give '' or 0 to rows unasked.
 */
final class MySqlColumns {

    /** How many rows a statement fills, so that others wait for no more than these. */
    private static final int BATCH = 10_000;

    /** The shortest varchar whose length takes two bytes in every character set. */
    private static final int TWO_BYTES = 256;

    /** The longest varchar whose length takes one byte, at four bytes a character. */
    private static final int ONE_BYTE = 63;

    /** The longest varchar of at most 127 bytes, which MariaDB makes longer without touching the rows. */
    private static final int HALF_A_BYTE = 31;

    final List<Precondition> preconditions = new ArrayList<>();

    private final MySqlRenderer renderer;
    private final MySqlKeys keys;
    private final MySqlSql sql;
    private final MySqlQuestions questions;

    MySqlColumns(MySqlRenderer renderer, MySqlKeys keys, MySqlSql sql, MySqlQuestions questions) {
        this.renderer = renderer;
        this.keys = keys;
        this.sql = sql;
        this.questions = questions;
    }

    void add(AddColumn operation) {
        TableName table = operation.table();
        Column column = operation.column();
        DefaultValue fill = operation.fill() == null ? column.defaultValue() : operation.fill();
        renderer.refuse(MySqlSql.refusal(column));
        if (column.identity()) {
            List<String> clauses = new ArrayList<>(List.of("ADD COLUMN " + sql.column(column)));
            clauses.addAll(keys.keyAhead(table, column));
            renderer.alter(
                    table, MySqlFlavor.COPY, List.of(column.name()), questions.column(table, column.name()), clauses);
        } else if (fill == null ? column.nullable() || !renderer.inUse(table) : fill.equals(column.defaultValue())) {
            addAs(table, column);
        } else if (fill instanceof DefaultValue.Literal) {
            addAs(table, column.withDefault(fill));
            modify(table, description(), column);
        } else {
            if (renderer.inUse(table) && !column.nullable()) {
                strict(table, column);
            }
            // The expression may name other columns, which a default cannot.
            addAs(table, column.orNull().withDefault((DefaultValue) null));
            if (column.defaultValue() != null) {
                modify(table, description(), column.orNull());
            }
            if (fill != null) {
                fill(table, column, fill);
            }
            if (!column.nullable()) {
                modify(table, MySqlFlavor.IN_PLACE, column);
            }
        }
    }

    private String description() {
        return sql.flavor.description();
    }

    private void addAs(TableName table, Column column) {
        renderer.alter(
                table,
                MySqlSql.isConstant(column.defaultValue()) ? MySqlFlavor.INSTANT : MySqlFlavor.COPY,
                List.of(column.name()),
                questions.column(table, column.name()),
                List.of("ADD COLUMN " + sql.column(column)));
    }

    private void modify(TableName table, String how, Column column) {
        renderer.alter(table, how, List.of(column.name()), "", List.of("MODIFY COLUMN " + sql.column(column)));
    }

    void alter(AlterColumn operation) {
        TableName table = operation.table();
        Column from = operation.from();
        Column to = operation.to();
        renderer.refuse(MySqlSql.refusal(to));
        boolean sameType = sql.type(from.type()).equals(sql.type(to.type()));
        DefaultValue fill = Sql.fill(operation);
        String using = sql.using(operation);
        if (!sameType && !operation.rowsBack().using().isEmpty()) {
            // What is taken back may have come no further than the column that was to take this one's place.
            String helper = helper(to.name(), from.type());
            renderer.step(Step.of(
                    Step.Kind.GENERATED,
                    given(table, helper, "ALTER TABLE " + sql.names.quote(table) + " DROP COLUMN " + helper)));
        }
        if (!sameType && !using.isEmpty()) {
            strict(table, to);
            convert(operation, using);
            return;
        }
        if (!using.isEmpty()) {
            // With a record of it, as the expression must not be applied to what it gave.
            renderer.together(Step.of(sql.update(table, to.name(), using)));
        }
        boolean filled = from.nullable() && fill != null;
        if (sql.column(from).equals(sql.column(to))) {
            return;
        }
        if (renderer.inUse(table) && (!sameType || (from.nullable() && !to.nullable()))) {
            strict(table, to);
        }
        if (to.identity()) {
            List<String> clauses = new ArrayList<>(List.of("MODIFY COLUMN " + sql.column(to)));
            clauses.addAll(from.identity() ? List.of() : keys.keyAhead(table, to));
            renderer.alter(table, MySqlFlavor.COPY, List.of(to.name()), "", clauses);
            return;
        }
        if (filled) {
            if (!sameType) {
                // The default need not fit the old type.
                modify(table, how(from, to.orNull()), to.orNull());
            }
            fill(table, to, fill);
        }
        boolean moved = from.nullable() != to.nullable() && keys.mayCluster(table, to.name());
        modify(table, moved ? MySqlFlavor.COPY : filled && !sameType ? MySqlFlavor.IN_PLACE : how(from, to), to);
    }

    /**
     * The values are made in a new column, which then takes the place of the old one in one statement. What others write
     * into the old column in between is lost.
     */
    private void convert(AlterColumn operation, String using) {
        TableName table = operation.table();
        Column to = operation.to();
        String name = sql.names.quote(to.name());
        String helper = helper(to.name(), to.type());
        String there = questions.column(table, helper);
        renderer.alone(
                table,
                MySqlFlavor.COPY,
                questions.or(there, questions.type(table, to.name(), to.type())),
                List.of("ADD COLUMN " + sql.column(Column.of(helper, to.type())) + " AFTER " + name));
        String update = sql.update(table, helper, using);
        renderer.step(
                operation.rowsBack().using().isEmpty()
                        ? Step.of(update)
                        : Step.of(Step.Kind.GENERATED, given(table, helper, update)));
        List<String> clauses =
                new ArrayList<>(List.of("DROP COLUMN " + name, "CHANGE COLUMN " + helper + " " + sql.column(to)));
        clauses.addAll(keys.again(table, to.name()));
        if (to.identity() && !operation.from().identity()) {
            clauses.addAll(keys.keyAhead(table, to));
        }
        renderer.alone(table, MySqlFlavor.COPY, questions.not(there), clauses);
    }

    /** The name of a column that takes another's place, by its type: on the way back it is another. */
    private String helper(String column, ColumnType type) {
        return "turnstone_" + Integer.toHexString((column.toLowerCase(Locale.ROOT) + " " + sql.type(type)).hashCode());
    }

    /** A query for a statement, for the case that a column is there. */
    private String given(TableName table, String column, String statement) {
        return "SELECT " + sql.text(statement) + questions.column(table, column).substring("SELECT 1".length());
    }

    private void strict(TableName table, Column column) {
        Precondition mode = new Precondition(
                table + "." + column.name(),
                "session is not in strict SQL mode, in which values that do not fit would be changed silently",
                "Add STRICT_TRANS_TABLES to the server's sql_mode.",
                "SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'",
                "");
        if (preconditions.stream().noneMatch(each -> each.count().equals(mode.count()))) {
            preconditions.add(mode);
        }
    }

    /** What the server can do at most, as far as that is known without the character set. */
    private String how(Column from, Column to) {
        boolean sameType = sql.type(from.type()).equals(sql.type(to.type()));
        if (from.identity() || (!sameType && !isLonger(from.type(), to.type()))) {
            return MySqlFlavor.COPY;
        }
        return from.nullable() == to.nullable() && sql.flavor.maria() ? MySqlFlavor.INSTANT : MySqlFlavor.IN_PLACE;
    }

    private boolean isLonger(ColumnType from, ColumnType to) {
        if (!sql.type(from).startsWith("VARCHAR")
                || !sql.type(to).startsWith("VARCHAR")
                || from.length() > to.length()) {
            return false;
        }
        return to.length() <= ONE_BYTE
                || from.length() >= TWO_BYTES
                || (sql.flavor.maria() && from.length() <= HALF_A_BYTE);
    }

    private void fill(TableName table, Column column, DefaultValue fill) {
        String name = sql.names.quote(column.name());
        String value = sql.value(column.type(), fill);
        String update = sql.update(table, column.name(), value) + " WHERE " + name + " IS NULL";
        if (!renderer.inUse(table)) {
            renderer.step(Step.of(update));
            return;
        }
        // A row whose value is NULL would be filled again and again.
        String rest = fill instanceof DefaultValue.Sql ? " AND (" + value + ") IS NOT NULL" : "";
        renderer.step(Step.of(Step.Kind.REPEATED, update + rest + " LIMIT " + BATCH));
    }
}
