package dev.turnstone.processor.emit;

import static dev.turnstone.processor.emit.SourceText.literal;
import static dev.turnstone.processor.emit.SourceText.literals;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ConstraintVisitor;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.TableComment;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;

/** Parts of a table as the Java expressions that make them, in the words of {@code Definitions}. */
final class SchemaSource implements ConstraintVisitor<String> {

    static String element(TableElement element) {
        if (element instanceof Column column) {
            return column(column);
        } else if (element instanceof Constraint constraint) {
            return constraint(constraint);
        } else if (element instanceof Index index) {
            return index(index);
        }
        return "comment(" + literal(((TableComment) element).text()) + ")";
    }

    static String column(Column column) {
        return "column(" + literal(column.name()) + ", " + method(column.type()) + "(" + arguments(column.type()) + "))"
                + properties(column);
    }

    /** A part of a new table as a call on {@code NewTable}. */
    static String call(TableElement element) {
        if (element instanceof Column column) {
            String arguments = arguments(column.type());
            return "." + method(column.type()) + "(" + literal(column.name())
                    + (arguments.isEmpty() ? "" : ", " + arguments) + ")" + properties(column);
        }
        boolean known = element instanceof PrimaryKey
                || element instanceof Unique
                || element instanceof Index
                || (element instanceof Check check && check.condition() instanceof Condition.OneOf);
        return known ? "." + element(element) : ".with(" + element(element) + ")";
    }

    private static String properties(Column column) {
        StringBuilder out = new StringBuilder();
        if (column.identity()) {
            out.append(".asIdentity()");
        } else if (!column.nullable()) {
            out.append(".notNull()");
        }
        if (column.defaultValue() instanceof DefaultValue.Literal text) {
            out.append(".withDefault(").append(literal(text.text())).append(')');
        } else if (column.defaultValue() instanceof DefaultValue.Sql sql) {
            out.append(".withDefaultSql(").append(literal(sql.expression())).append(')');
        }
        if (!column.comment().isEmpty()) {
            out.append(".withComment(").append(literal(column.comment())).append(')');
        }
        return out.toString();
    }

    static String constraint(Constraint constraint) {
        return constraint.accept(new SchemaSource());
    }

    static String index(Index index) {
        return named("index", index.name(), index.columns());
    }

    static String value(DefaultValue value) {
        return value instanceof DefaultValue.Literal text
                ? "literal(" + literal(text.text()) + ")"
                : "sql(" + literal(((DefaultValue.Sql) value).expression()) + ")";
    }

    /** The arguments that name a table. */
    static String name(TableName name) {
        return name.schema().isEmpty() ? literal(name.name()) : literal(name.schema()) + ", " + literal(name.name());
    }

    private static String method(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bool";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "doublePrecision";
            case DECIMAL -> "decimal";
            case CHAR -> "character";
            case VARCHAR -> "varchar";
            case TEXT -> "text";
            case VARBINARY -> "varbinary";
            case BLOB -> "blob";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_TZ -> "timestampWithTimeZone";
            case UUID -> "uuid";
            case VERBATIM -> "verbatim";
        };
    }

    private static String arguments(ColumnType type) {
        return switch (type.kind()) {
            case DECIMAL -> type.length() + ", " + type.scale();
            case CHAR, VARCHAR, VARBINARY, TIME, TIMESTAMP, TIMESTAMP_TZ -> String.valueOf(type.length());
            case VERBATIM -> literal(type.sql());
            default -> "";
        };
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return named("primaryKey", key.name(), key.columns());
    }

    @Override
    public String unique(Unique unique) {
        return named("unique", unique.name(), unique.columns());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return "foreignKey(" + literal(key.name()) + ", " + columns(key.columns()) + ", table(" + name(key.table())
                + "), " + columns(key.references()) + ")" + action("onDelete", key.onDelete())
                + action("onUpdate", key.onUpdate());
    }

    @Override
    public String check(Check check) {
        if (check.condition() instanceof Condition.OneOf oneOf) {
            return "oneOf(" + literal(check.name()) + ", " + literal(oneOf.column()) + ", " + literals(oneOf.values())
                    + ")";
        }
        String expression = ((Condition.Sql) check.condition()).expression();
        return "check(" + literal(check.name()) + ", " + literal(expression) + ")";
    }

    private static String named(String method, String name, List<String> columns) {
        return method + "(" + literal(name) + ", " + literals(columns) + ")";
    }

    private static String columns(List<String> columns) {
        return columns.size() == 1 ? literal(columns.get(0)) : "columns(" + literals(columns) + ")";
    }

    private static String action(String method, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : "." + method + "(" + action.name() + ")";
    }
}
