package dev.turnstone.dialect;

import dev.turnstone.schema.TableName;
import java.util.List;

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
        return of("COLUMNS", table, " AND COLUMN_NAME = " + sql.text(Names.exact(column)));
    }

    String constraint(TableName table, String constraint) {
        return of("TABLE_CONSTRAINTS", table, " AND CONSTRAINT_NAME = " + sql.text(Names.exact(constraint)));
    }

    String index(TableName table, String index) {
        return of("STATISTICS", table, " AND INDEX_NAME = " + sql.text(Names.exact(index)));
    }

    String primaryKey(TableName table, List<String> columns) {
        return index(table, "PRIMARY") + " HAVING GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) = "
                + sql.text(String.join(",", columns));
    }

    private String of(String view, TableName table, String condition) {
        return "SELECT 1 FROM information_schema." + view + " WHERE TABLE_SCHEMA = "
                + (table.schema().isEmpty() ? "DATABASE()" : sql.text(table.schema())) + " AND TABLE_NAME = "
                + sql.text(Names.exact(table.name())) + condition;
    }
}
