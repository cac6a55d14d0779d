package dev.turnstone.dialect;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of SQLite's statements. A type's name decides by its letters how values are stored: INT, CHAR, TEXT, BLOB, REAL and
 * DOUB in it have a meaning, and anything else turns texts that look like numbers into numbers.
 */
final class SqliteSql extends Sql {

    static final SqliteSql SQL = new SqliteSql();

    private SqliteSql() {
        super(
                new Names(
                        "\"",
                        "ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CAST CHECK COLLATE COMMIT CONSTRAINT CREATE"
                                + " CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DEFAULT DEFERRABLE DELETE DISTINCT DROP"
                                + " ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM GROUP HAVING IF IN INDEX INSERT INTERSECT INTO"
                                + " IS ISNULL JOIN LIMIT NOT NOTHING NOTNULL NULL ON OR ORDER PRIMARY RAISE REFERENCES"
                                + " RETURNING SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES WHEN"
                                + " WHERE") {
                    /** Inside a statement the file needs no name; in most places it may have none. */
                    @Override
                    String quoteIn(TableName table, String identifier) {
                        return quote(identifier);
                    }
                });
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, TEXT, BLOB, DATE ->
                type.kind().name();
            case DECIMAL -> "DECIMAL(" + type.length() + ", " + type.scale() + ")";
            case CHAR, VARCHAR, TIME, TIMESTAMP -> type.kind() + "(" + type.length() + ")";
            case TIMESTAMP_TZ -> "TIMESTAMPTZ(" + type.length() + ")";
            case VARBINARY -> "BLOB(" + type.length() + ")";
            // One without hyphens may have nothing but digits.
            case UUID -> "UUID_TEXT";
            case VERBATIM -> type.sql("sqlite");
        };
    }

    @Override
    String characters(String value) {
        return "LENGTH(" + value + ")";
    }

    @Override
    String octets(String value) {
        return "LENGTH(CAST(" + value + " AS BLOB))";
    }

    /** An expression stands in parentheses, so that it fits wherever a constant does. */
    @Override
    String value(ColumnType type, DefaultValue value) {
        String text = super.value(type, value);
        return value instanceof DefaultValue.Sql ? "(" + text + ")" : text;
    }

    /** SQLite numbers rows in a column of exactly this type. Comments have no place in SQLite. */
    @Override
    String column(Column column) {
        return names.quote(column.name()) + " " + (column.identity() ? "INTEGER" : type(column.type()))
                + (column.defaultValue() == null ? "" : " DEFAULT " + value(column.type(), column.defaultValue()))
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** The columns of a key are NOT NULL, which SQLite does not see to; a numbered one names the key itself. */
    @Override
    List<String> elements(Table table) {
        PrimaryKey key = table.primaryKey().orElse(null);
        if (key == null) {
            return super.elements(table);
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(key.mentions(column.name()) ? column.notNull() : column);
        }
        List<String> elements =
                super.elements(new Table(table.name(), table.comment(), columns, table.constraints(), table.indexes()));
        if (table.column(key.columns().get(0)).orElseThrow().identity()) {
            elements.remove(constraint(key));
            elements.set(0, elements.get(0) + " CONSTRAINT " + names.quote(key.name()) + " PRIMARY KEY AUTOINCREMENT");
        }
        return elements;
    }
}
