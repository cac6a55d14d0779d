package dev.turnstone.dialect;

import static dev.turnstone.dialect.PgSql.SQL;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds and alters columns in PostgreSQL. */
final class PgColumns {

    private static final int BATCH = 10_000;
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern CALL = Pattern.compile("([\\w\"]+)\\s*\\(");

    /** What gives all rows of one statement the same value. Of any other function, the opposite is supposed. */
    private static final Set<String> STABLE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_timestamp",
            "current_time",
            "localtimestamp",
            "localtime",
            "timestamp",
            "time",
            "varchar",
            "char",
            "numeric",
            "decimal",
            "date_trunc",
            "to_char",
            "upper",
            "lower",
            "coalesce",
            "concat",
            "cast",
            "in");

    private final TableName table;
    private final Column column;
    private final boolean inUse;
    private final Assembly assembly;
    private final String name;

    PgColumns(TableName table, Column column, boolean inUse, Assembly assembly) {
        this.table = table;
        this.column = column;
        this.inUse = inUse;
        this.assembly = assembly;
        this.name = SQL.names.quote(column.name());
        check(table, column, assembly);
    }

    /** Refuses what the database would cut off. */
    static void check(TableName table, Column column, Assembly assembly) {
        ColumnType.Kind kind = column.type().kind();
        boolean fraction = kind == ColumnType.Kind.TIME
                || kind == ColumnType.Kind.TIMESTAMP
                || kind == ColumnType.Kind.TIMESTAMP_TZ;
        if (fraction && column.type().length() > 6) {
            assembly.refuse("PostgreSQL keeps at most 6 digits of a second, not the "
                    + column.type().length() + " of column " + column.name() + " of table " + table
                    + ". Give the column 6 digits at most.");
        }
    }

    void add(DefaultValue given) {
        DefaultValue fill = given == null ? column.defaultValue() : given;
        boolean same = Objects.equals(fill, column.defaultValue());
        if (column.identity() || fill == null || (same && stable(fill))) {
            addAs(column);
        } else if (fill instanceof DefaultValue.Literal) {
            addAs(column.withDefault(fill));
            setDefault();
        } else {
            // The expression may name other columns, which a default cannot, or give each row another value.
            addAs(column.orNull().withDefault((DefaultValue) null));
            if (column.defaultValue() != null) {
                setDefault();
            }
            fill(fill);
            if (!column.nullable()) {
                setNotNull(fill);
            }
        }
        if (!column.comment().isEmpty()) {
            assembly.add(comment(table, column));
        }
    }

    static boolean stable(DefaultValue value) {
        if (value instanceof DefaultValue.Sql sql) {
            Matcher call = CALL.matcher(TEXT.matcher(sql.expression()).replaceAll("''"));
            while (call.find()) {
                if (!STABLE.contains(call.group(1).toLowerCase(Locale.ROOT))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void addAs(Column form) {
        assembly.add(Step.of(
                PgRenderer.alter(table) + "ADD COLUMN " + SQL.column(form), PgQuestions.column(table, form.name())));
    }

    void alter(AlterColumn operation) {
        Column from = operation.from();
        DefaultValue fill = Sql.fill(operation);
        String using = SQL.using(operation);
        List<String> clauses = new ArrayList<>();
        String done = "";
        boolean otherType = !SQL.type(from.type()).equals(SQL.type(column.type()));
        boolean otherDefault = !Objects.equals(defaultOf(from), defaultOf(column));
        if (from.identity() && !column.identity()) {
            clauses.add("DROP IDENTITY IF EXISTS");
        }
        String conversion =
                !otherType ? "" : using.isEmpty() ? SQL.conversion(from.type(), column.type(), column.name()) : using;
        if (from.defaultValue() != null && (!conversion.isEmpty() || (otherDefault && column.defaultValue() == null))) {
            // The old default need not fit the new type.
            clauses.add("DROP DEFAULT");
        }
        if (otherType) {
            clauses.add("TYPE " + SQL.type(column.type()) + (conversion.isEmpty() ? "" : " USING " + conversion));
            done = SQL.catalogued(column.type()).isEmpty() ? "" : PgQuestions.type(table, column.name(), column.type());
        }
        boolean otherKind = from.type().kind() != column.type().kind();
        if ((otherDefault || otherKind) && column.defaultValue() != null) {
            clauses.add("SET DEFAULT " + defaultOf(column));
        }
        if (column.nullable() && !from.nullable()) {
            clauses.add("DROP NOT NULL");
        }
        StringBuilder sql = new StringBuilder();
        clauses.forEach(clause -> append(sql, "ALTER COLUMN " + name + " " + clause));
        if (inUse && column.nullable() && !from.nullable()) {
            // What is taken back may have come no further than this.
            append(sql, "DROP CONSTRAINT IF EXISTS " + SQL.names.quote(helper()));
        }
        // It may write the whole table anew, during which no other table is to be locked.
        boolean rewritten = !using.isEmpty() && !otherType;
        boolean lonely = rewritten || (inUse && otherType);
        cutIf(lonely);
        if (!sql.isEmpty()) {
            assembly.add(Step.of(PgRenderer.alter(table) + sql, done));
        }
        if (rewritten) {
            assembly.add(Step.of(SQL.update(table, column.name(), using)));
        }
        cutIf(lonely);
        if (!column.nullable() && from.nullable()) {
            if (fill != null && using.isEmpty()) {
                fill(fill);
            }
            setNotNull(fill);
        }
        if (column.identity() && !from.identity()) {
            addIdentity();
        }
        if (!column.comment().equals(from.comment())) {
            assembly.add(comment(table, column));
        }
    }

    private void cutIf(boolean condition) {
        if (condition) {
            assembly.cut();
        }
    }

    private static void append(StringBuilder sql, String clause) {
        sql.append(sql.isEmpty() ? "" : ", ").append(clause);
    }

    private static String defaultOf(Column column) {
        return column.defaultValue() == null ? null : SQL.value(column.type(), column.defaultValue());
    }

    private void setDefault() {
        change(column.defaultValue() == null ? "DROP DEFAULT" : "SET DEFAULT " + defaultOf(column));
    }

    private void change(String what) {
        assembly.add(Step.of(PgRenderer.alter(table) + "ALTER COLUMN " + name + " " + what));
    }

    /** Rows are locked for a short time each: some in each transaction. */
    private void fill(DefaultValue value) {
        String sql = SQL.update(table, column.name(), SQL.value(column.type(), value)) + " WHERE ";
        String empty = name + " IS NULL";
        if (!inUse) {
            assembly.add(Step.of(sql + empty));
            return;
        }
        String some = value instanceof DefaultValue.Sql expression
                ? empty + " AND (" + expression.expression() + ") IS NOT NULL"
                : empty;
        assembly.alone(Step.of(
                Step.Kind.REPEATED,
                sql + "ctid = ANY (ARRAY(SELECT ctid FROM " + SQL.names.quote(table) + " WHERE " + some + " LIMIT "
                        + BATCH + "))"));
    }

    /**
     * With a check that is validated while others read and write, no row needs to be looked at under the lock. The rows
     * are filled before the check comes, as it would forbid others to change a row that has no value; and once more
     * behind it, for those that came in between.
     */
    private void setNotNull(DefaultValue fill) {
        if (!inUse) {
            change("SET NOT NULL");
            return;
        }
        String check = SQL.names.quote(helper());
        assembly.add(Step.of(
                PgRenderer.alter(table) + "ADD CONSTRAINT " + check + " CHECK (" + name + " IS NOT NULL) NOT VALID",
                PgQuestions.constraint(table, helper())));
        if (fill != null) {
            fill(fill);
        }
        assembly.cut();
        assembly.add(Step.of(PgRenderer.alter(table) + "VALIDATE CONSTRAINT " + check));
        assembly.cut();
        // One statement for both would drop the check first, and then look at all rows.
        change("SET NOT NULL");
        assembly.add(Step.of(PgRenderer.alter(table) + "DROP CONSTRAINT IF EXISTS " + check));
    }

    /** The name of the check, which the column's name gives. */
    private String helper() {
        String stored = SQL.stored(column.name());
        boolean plain = stored.length() <= 40 && SQL.names.plain(stored);
        return "turnstone_not_null_" + (plain ? stored : Integer.toHexString(stored.hashCode()));
    }

    private void addIdentity() {
        assembly.add(Step.of(
                PgRenderer.alter(table) + "ALTER COLUMN " + name + " ADD GENERATED BY DEFAULT AS IDENTITY",
                PgQuestions.column(table, column.name()) + " AND attidentity <> ''"));
        assembly.add(Step.of("SELECT setval(pg_get_serial_sequence(" + SQL.text(SQL.names.quote(table)) + ", "
                + SQL.text(SQL.stored(column.name())) + "), GREATEST(MAX(" + name + "), 0) + 1, false) FROM "
                + SQL.names.quote(table)));
    }

    static Step comment(TableName table, Column column) {
        return Step.of("COMMENT ON COLUMN " + SQL.names.quote(table) + "." + SQL.names.quote(column.name()) + " IS "
                + comment(column.comment()));
    }

    static String comment(String comment) {
        return comment.isEmpty() ? "NULL" : SQL.text(comment);
    }
}
