package dev.turnstone.dialect;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ConstraintVisitor;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The parts of statements, which most databases spell alike: constants, constraints, the elements of a new table. */
abstract class Sql implements ConstraintVisitor<String> {

    static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-Fa-f]{2})*");

    /** The order of constraints in a new table: a foreign key to the same table needs the key that it references. */
    static final List<Class<? extends Constraint>> KINDS =
            List.of(PrimaryKey.class, Unique.class, ForeignKey.class, Check.class);

    final Names names;

    Sql(Names names) {
        this.names = names;
    }

    /** The type as the database spells it. */
    abstract String type(ColumnType type);

    /** A constant of a type. What does not look like one stays a quoted text, which the database converts or refuses. */
    String literal(ColumnType type, String text) {
        return switch (type.kind()) {
            case BOOLEAN ->
                text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                        ? text.toUpperCase(Locale.ROOT)
                        : text(text);
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL ->
                NUMBER.matcher(text).matches() ? text : text(text);
            case VARBINARY, BLOB -> HEXADECIMAL.matcher(text).matches() ? bytes(text) : text(text);
            default -> text(text);
        };
    }

    /** Bytes, from their hexadecimal digits. */
    String bytes(String digits) {
        return "X'" + digits + "'";
    }

    /** A column as it stands in the definition of a table. */
    abstract String column(Column column);

    /** How many characters a text has. */
    String characters(String value) {
        return "CHAR_LENGTH(" + value + ")";
    }

    /** How many bytes a value has. */
    String octets(String value) {
        return "OCTET_LENGTH(" + value + ")";
    }

    String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    String value(ColumnType type, DefaultValue value) {
        return value instanceof DefaultValue.Literal literal
                ? literal(type, literal.text())
                : ((DefaultValue.Sql) value).expression();
    }

    /** What rows get that hold NULL when their column becomes NOT NULL; null for nothing. */
    static DefaultValue fill(AlterColumn alter) {
        boolean mayLack = alter.from().nullable() || !alter.rows().using().isEmpty();
        if (alter.to().nullable() || !mayLack) {
            return null;
        }
        return alter.rows().fill() == null && alter.from().nullable()
                ? alter.to().defaultValue()
                : alter.rows().fill();
    }

    /** The expression for a column's new values, filled where it gives NULL; empty if the database converts them. */
    String using(AlterColumn alter) {
        String using = alter.rows().using();
        DefaultValue fill = fill(alter);
        return using.isEmpty()
                ? ""
                : fill == null
                        ? "(" + using + ")"
                        : "COALESCE((" + using + "), " + value(alter.to().type(), fill) + ")";
    }

    /** Gives all rows new values. */
    String update(TableName table, String column, String value) {
        return "UPDATE " + names.quote(table) + " SET " + names.quote(column) + " = " + value;
    }

    /** Columns and constraints of a new table. */
    List<String> elements(Table table) {
        List<String> elements = new ArrayList<>();
        for (Column column : table.columnsKeyFirst()) {
            elements.add(column(column));
        }
        for (Class<? extends Constraint> kind : KINDS) {
            for (Constraint constraint : table.constraintsOf(kind)) {
                elements.add(constraint(constraint));
            }
        }
        return elements;
    }

    String constraint(Constraint constraint) {
        return "CONSTRAINT " + names.quote(constraint.name()) + " " + constraint.accept(this);
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY (" + names.quote(key.columns()) + ")";
    }

    @Override
    public String unique(Unique unique) {
        return "UNIQUE (" + names.quote(unique.columns()) + ")";
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return "FOREIGN KEY (" + names.quote(key.columns()) + ") REFERENCES " + names.quote(key.table()) + " ("
                + names.quote(key.references()) + ")" + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate());
    }

    @Override
    public String check(Check check) {
        return "CHECK (" + condition(check.condition()) + ")";
    }

    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                ? ""
                : event + action.name().replace('_', ' ');
    }

    String condition(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            StringBuilder in = new StringBuilder(names.quote(oneOf.column())).append(" IN (");
            for (String value : oneOf.values()) {
                in.append(in.charAt(in.length() - 1) == '(' ? "" : ", ").append(text(value));
            }
            return in.append(')').toString();
        }
        return names.marked(((Condition.Sql) condition).expression());
    }
}
