package dev.turnstone.dialect;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Locale;

/** Questions to the catalogue of MariaDB or MySQL, about the named database or the current one. */
record MySqlQuestions(Sql sql) {

    String not(String query) {
        return "SELECT 1 FROM DUAL WHERE NOT EXISTS (" + query + ")";
    }

    String and(String query, String other) {
        return "SELECT 1 FROM DUAL WHERE EXISTS (" + query + ") AND EXISTS (" + other + ")";
    }

    String table(TableName table) {
        return of("TABLES", table, "");
    }

    String column(TableName table, String column) {
        return of("COLUMNS", table, " AND COLUMN_NAME = " + sql.text(Identifiers.exact(column)));
    }

    String or(String query, String other) {
        return "SELECT 1 FROM DUAL WHERE EXISTS (" + query + ") OR EXISTS (" + other + ")";
    }

    /** Servers differ in whether they show how wide a number is printed. */
    String type(TableName table, String column, ColumnType type) {
        String shown = sql.type(type)
                .toLowerCase(Locale.ROOT)
                .replace("integer", "int")
                .replace(", ", ",");
        boolean wide = shown.endsWith("int") || shown.equals("bit");
        return of(
                "COLUMNS",
                table,
                " AND COLUMN_NAME = " + sql.text(column)
                        + (wide
                                ? " AND COLUMN_TYPE RLIKE " + sql.text("^" + shown + "([(][0-9]+[)])?$")
                                : " AND COLUMN_TYPE = " + sql.text(shown)));
    }

    /** Whether a statement that a person wrote has had its effect; empty if its first words do not tell. */
    String written(String statement) {
        Written written = Written.of(statement);
        if (written == null
                || (written.kind().equals("INDEX") && written.table().isEmpty())) {
            return "";
        }
        String place = written.kind().equals("INDEX") ? written.table() : written.schema() + ".";
        String schema = place.substring(0, Math.max(0, place.indexOf('.')));
        String there;
        if (written.kind().equals("INDEX")) {
            TableName table =
                    new TableName(Written.bare(schema), Written.bare(place.substring(place.indexOf('.') + 1)));
            there = index(table, Written.bare(written.name()));
        } else {
            String kind = written.kind().equals("SEQUENCE") ? "TABLE" : written.kind();
            there = "SELECT 1 FROM information_schema." + kind + "S WHERE " + kind + "_SCHEMA = "
                    + (schema.isEmpty() ? "DATABASE()" : sql.text(Written.bare(schema))) + " AND " + kind + "_NAME = "
                    + sql.text(Written.bare(written.name()));
        }
        return written.drops() ? not(there) : there;
    }

    String constraint(TableName table, String constraint) {
        return of("TABLE_CONSTRAINTS", table, " AND CONSTRAINT_NAME = " + sql.text(Identifiers.exact(constraint)));
    }

    String index(TableName table, String index) {
        return of("STATISTICS", table, " AND INDEX_NAME = " + sql.text(Identifiers.exact(index)));
    }

    String primaryKey(TableName table, List<String> columns) {
        return index(table, "PRIMARY") + " HAVING GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) = "
                + sql.text(String.join(",", columns));
    }

    private String of(String view, TableName table, String condition) {
        return "SELECT 1 FROM information_schema." + view + " WHERE TABLE_SCHEMA = "
                + (table.schema().isEmpty() ? "DATABASE()" : sql.text(table.schema())) + " AND TABLE_NAME = "
                + sql.text(Identifiers.exact(table.name())) + condition;
    }
}
