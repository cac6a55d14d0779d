package dev.turnstone.processor.testing;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.servers.FreshDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two rows for each table of a schema. A value depends only on the column's type and the row, so both sides of a foreign
 * key agree. The second row has NULL wherever that is allowed and nothing refers to it.
 */
public final class SampleRows {

    private static final int ROWS = 2;

    private final TripDatabase kind;
    private final FreshDatabase database;
    private final Dialect dialect;

    public SampleRows(TripDatabase kind, FreshDatabase database, Dialect dialect) {
        this.kind = kind;
        this.database = database;
        this.dialect = dialect;
    }

    /** Puts the rows into the tables. */
    public void insert(Schema schema) throws SQLException {
        // Keys may go in circles.
        try (Connection connection = kind.keysOff(database);
                Statement statement = connection.createStatement()) {
            for (Table table : schema.tables()) {
                for (int row = 0; row < ROWS; row++) {
                    List<String> names = new ArrayList<>();
                    List<String> values = new ArrayList<>();
                    for (Column column : table.columns()) {
                        names.add(dialect.quote(column.name()));
                        boolean empty = row == 1 && column.nullable() && !isReferenced(schema, table, column);
                        values.add(empty ? "NULL" : value(table, column, row));
                    }
                    statement.execute(
                            "INSERT INTO " + dialect.quote(table.name().name()) + " (" + String.join(", ", names)
                                    + ") VALUES (" + String.join(", ", values) + ")");
                }
            }
            kind.keysOn(connection);
        }
    }

    /** Empties the tables. */
    public void delete(Schema schema) throws SQLException {
        try (Connection connection = kind.keysOff(database);
                Statement statement = connection.createStatement()) {
            for (Table table : schema.tables()) {
                statement.execute("DELETE FROM " + dialect.quote(table.name().name()));
            }
            kind.keysOn(connection);
        }
    }

    private static boolean isReferenced(Schema schema, Table table, Column column) {
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().same(table.name()) && Identifiers.contains(key.references(), column.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    private String value(Table table, Column column, int row) {
        for (Check check : table.constraintsOf(Check.class)) {
            if (check.condition() instanceof Condition.OneOf oneOf && check.mentions(column.name())) {
                return "'" + oneOf.values().get(row % oneOf.values().size()) + "'";
            }
        }
        return value(column.type(), row);
    }

    private String value(ColumnType type, int row) {
        return switch (type.kind()) {
            case BOOLEAN -> row == 0 ? "TRUE" : "FALSE";
            case TINYINT, SMALLINT, INTEGER, BIGINT -> Integer.toString(11 + row);
            case REAL, DOUBLE -> (1 + row) + ".5";
            case DECIMAL -> (21 + row) + (type.scale() > 0 ? ".5" : "");
            case CHAR, VARCHAR, TEXT -> "'t" + row + "'";
            case VARBINARY, BLOB -> kind.bytes("0" + row);
            case DATE -> "'2020-01-0" + (1 + row) + "'";
            case TIME -> "'10:00:0" + row + "'";
            case TIMESTAMP -> "'2020-01-01 10:00:0" + row + "'";
            case TIMESTAMP_TZ -> kind.moment("2020-01-01 10:00:0" + row, "+02:00");
            case UUID -> "'00000000-0000-0000-0000-00000000000" + row + "'";
            case VERBATIM -> "'" + row + "'";
        };
    }

    /**
     * What the tables hold: for each table the rows by primary key, each column by name; numbers and times in one form.
     */
    public Map<String, List<Map<String, String>>> read(Schema schema) throws SQLException {
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (Table table : schema.tables()) {
                List<Map<String, String>> rows = new ArrayList<>();
                // Some databases copy a table's rows when they alter the table, in an order of their own.
                try (ResultSet result = statement.executeQuery(
                        "SELECT * FROM " + dialect.quote(table.name().name()) + orderByKey(table))) {
                    while (result.next()) {
                        Map<String, String> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            row.put(result.getMetaData().getColumnName(i), normal(result, i));
                        }
                        rows.add(row);
                    }
                }
                tables.put(table.name().toString(), rows);
            }
        }
        return tables;
    }

    private String orderByKey(Table table) {
        return table.constraintsOf(PrimaryKey.class).stream()
                .flatMap(key -> key.columns().stream())
                .map(dialect::quote)
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private static String normal(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        if (result.getObject(column) instanceof Number) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        return text == null ? null : text.stripTrailing();
    }
}
