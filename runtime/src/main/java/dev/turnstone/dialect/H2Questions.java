package dev.turnstone.dialect;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.Locale;

/**
 * Questions to H2's catalogue. H2 stores unquoted names in upper case, or as its settings say, so letter case is ignored,
 * and a table without a schema is looked for in the session's current one.
 */
final class H2Questions {

    private H2Questions() {}

    static String not(String query) {
        return "SELECT 1 WHERE NOT EXISTS (" + query + ")";
    }

    static String and(String query, String other) {
        return "SELECT 1 WHERE EXISTS (" + query + ") AND EXISTS (" + other + ")";
    }

    /** The statement that makes the schema of a table, if there is none. */
    static String createSchema(TableName table) {
        return "SELECT " + H2Sql.SQL.text("CREATE SCHEMA " + H2Sql.SQL.names.quote(table.schema()))
                + " WHERE NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.SCHEMATA WHERE "
                + same("SCHEMA_NAME", table.schema()) + ")";
    }

    static String table(TableName table) {
        return "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE " + in("TABLE_SCHEMA", table) + " AND "
                + same("TABLE_NAME", table.name());
    }

    static String column(TableName table, String column) {
        return "SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS WHERE " + in("TABLE_SCHEMA", table) + " AND "
                + same("TABLE_NAME", table.name()) + " AND " + same("COLUMN_NAME", column);
    }

    static String type(TableName table, String column, ColumnType type) {
        String text = H2Sql.SQL.type(type);
        boolean sized = text.indexOf('(') > 0;
        String bare = text.replaceFirst("\\(.*?\\)", "");
        return column(table, column) + " AND DATA_TYPE = "
                + H2Sql.SQL.text(
                        switch (bare) {
                            case "CHAR" -> "CHARACTER";
                            case "VARCHAR" -> "CHARACTER VARYING";
                            case "VARBINARY" -> "BINARY VARYING";
                            case "DECIMAL" -> "NUMERIC";
                            default -> bare.toUpperCase(Locale.ROOT);
                        })
                + (sized && type.length() > 0
                        ? " AND " + type.length()
                                + " IN (CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, DATETIME_PRECISION)"
                        : "")
                + (bare.equals("DECIMAL") ? " AND NUMERIC_SCALE = " + type.scale() : "");
    }

    /** Whether a statement that a person wrote has had its effect; empty if its first words do not tell. */
    static String written(String statement) {
        Written written = Written.of(statement);
        if (written == null) {
            return "";
        }
        String kind = written.kind();
        String there = "SELECT 1 FROM INFORMATION_SCHEMA." + kind + (kind.equals("INDEX") ? "ES" : "S") + " WHERE "
                + in(kind + "_SCHEMA", new TableName(Written.bare(written.schema()), written.name())) + " AND "
                + same(kind + "_NAME", Written.bare(written.name()));
        return written.drops() ? not(there) : there;
    }

    static String constraint(TableName table, String constraint) {
        return "SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE " + in("TABLE_SCHEMA", table) + " AND "
                + same("TABLE_NAME", table.name()) + " AND " + same("CONSTRAINT_NAME", constraint);
    }

    static String index(TableName table, String index) {
        return "SELECT 1 FROM INFORMATION_SCHEMA.INDEXES WHERE " + in("TABLE_SCHEMA", table) + " AND "
                + same("TABLE_NAME", table.name()) + " AND " + same("INDEX_NAME", index);
    }

    private static String in(String attribute, TableName table) {
        return table.schema().isEmpty() ? attribute + " = CURRENT_SCHEMA" : same(attribute, table.schema());
    }

    private static String same(String attribute, String name) {
        return "UPPER(" + attribute + ") = UPPER(" + H2Sql.SQL.text(Identifiers.exact(name)) + ")";
    }
}
