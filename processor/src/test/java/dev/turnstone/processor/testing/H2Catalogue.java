package dev.turnstone.processor.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Everything that H2 knows of the tables, but not the order of their columns; bookkeeping tables are left out. Constraints
 * are taken from H2's own script: its KEY_COLUMN_USAGE goes on showing the old name of a renamed column.
 */
public final class H2Catalogue {

    private static final Map<String, String> QUERIES = Map.of(
            "table", "SELECT TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'",
            "column",
                    "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION,"
                            + " NUMERIC_SCALE, DATETIME_PRECISION, IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY, REMARKS"
                            + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC'",
            "index",
                    "SELECT I.TABLE_NAME, I.INDEX_NAME, C.COLUMN_NAME, C.ORDINAL_POSITION FROM"
                            + " INFORMATION_SCHEMA.INDEXES I JOIN INFORMATION_SCHEMA.INDEX_COLUMNS C"
                            + " ON C.INDEX_NAME = I.INDEX_NAME AND C.TABLE_NAME = I.TABLE_NAME"
                            + " WHERE I.TABLE_SCHEMA = 'PUBLIC' AND I.IS_GENERATED = FALSE");

    private H2Catalogue() {}

    /** One line for each fact, sorted. */
    public static List<String> of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (var query : QUERIES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(query.getValue())) {
                    while (rows.next()) {
                        if (!String.valueOf(rows.getString(1)).startsWith("TURNSTONE_")
                                && !String.valueOf(rows.getString(2)).startsWith("TURNSTONE_")) {
                            StringBuilder line = new StringBuilder(query.getKey());
                            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                line.append(" | ").append(rows.getString(i));
                            }
                            lines.add(line.toString());
                        }
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT NODATA")) {
            while (script.next()) {
                String line = script.getString(1);
                if (line.startsWith("ALTER TABLE") && !line.contains("TURNSTONE_")) {
                    lines.add(line);
                }
            }
        }
        Collections.sort(lines);
        return lines;
    }
}
