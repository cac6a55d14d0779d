package dev.turnstone.dialect;

import static dev.turnstone.dialect.PgSql.SQL;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.TableName;
import java.util.Locale;

/**
 * Questions to PostgreSQL's catalogue. A table without a schema is looked for as the statements look for it: along the search
 * path, and in its first schema where it is to be made.
 */
final class PgQuestions {

    private PgQuestions() {}

    static String not(String query) {
        return "SELECT 1 WHERE NOT EXISTS (" + query + ")";
    }

    /** The statement that makes the schema of a table, if there is none. */
    static String createSchema(TableName table) {
        return "SELECT " + SQL.text("CREATE SCHEMA " + SQL.names.quote(table.schema()))
                + " WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = "
                + stored(table.schema()) + ")";
    }

    static String table(TableName table) {
        return "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = " + (table.schema().isEmpty() ? "current_schema()" : stored(table.schema()))
                + " AND c.relname = " + stored(table.name());
    }

    static String column(TableName table, String column) {
        return "SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = " + oid(table) + " AND attname = "
                + stored(column);
    }

    static String type(TableName table, String column, ColumnType type) {
        return column(table, column) + " AND format_type(atttypid, atttypmod) = " + SQL.text(SQL.catalogued(type));
    }

    static String constraint(TableName table, String constraint) {
        return "SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = " + oid(table) + " AND conname = "
                + stored(constraint);
    }

    static String index(TableName table, String index) {
        return "SELECT 1" + indexes(table, index);
    }

    /** An index that was built to its end. */
    static String valid(TableName table, String index) {
        return index(table, index) + " AND i.indisvalid";
    }

    /** Statements that drop what a broken-off build left. */
    static String dropInvalid(TableName table, String index) {
        return "SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass" + indexes(table, index) + " AND NOT i.indisvalid";
    }

    /** Statements that drop an index that was built for a constraint which did not come. */
    static String dropUnused(TableName table, String index) {
        return "SELECT 'DROP INDEX ' || c.oid::regclass" + indexes(table, index)
                + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conindid = c.oid)";
    }

    /** A statement that a person wrote; of routines, several may have one name, so nothing is asked about them. */
    static Step written(String sql) {
        Written written = Written.of(sql);
        if (written == null) {
            return Step.of(sql);
        }
        boolean index = written.kind().equals("INDEX");
        String schema = index && written.table().contains(".")
                ? written.table().substring(0, written.table().indexOf('.') + 1)
                : written.schema().isEmpty() ? "" : written.schema() + ".";
        String oid = "to_regclass(" + SQL.text(schema + written.name()) + ")";
        String there = switch (written.kind()) {
            case "INDEX" -> "SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = " + oid;
            case "TABLE", "SEQUENCE" -> "SELECT 1 WHERE " + oid + " IS NOT NULL";
            case "TRIGGER" ->
                "SELECT 1 FROM pg_catalog.pg_trigger WHERE tgrelid = to_regclass(" + SQL.text(written.table())
                        + ") AND tgname = " + ident(written.name());
            case "EXTENSION" -> "SELECT 1 FROM pg_catalog.pg_extension WHERE extname = " + ident(written.name());
            default -> "";
        };
        if (there.isEmpty() || written.drops()) {
            return Step.of(sql, there.isEmpty() ? "" : not(there));
        }
        return index
                ? Step.of(sql, there + " AND indisvalid")
                        .clearing("SELECT 'DROP INDEX ' || indexrelid::regclass" + there.substring("SELECT 1".length())
                                + " AND NOT indisvalid")
                : Step.of(sql, there);
    }

    /** A name that stands in a statement, as the database stores it. */
    private static String ident(String name) {
        String bare = Written.bare(name);
        return SQL.text(bare.equals(name) ? name.toLowerCase(Locale.ROOT) : bare);
    }

    private static String indexes(TableName table, String index) {
        return " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = "
                + oid(table) + " AND c.relname = " + stored(index);
    }

    private static String oid(TableName table) {
        return "to_regclass(" + SQL.text(SQL.names.quote(table)) + ")";
    }

    private static String stored(String name) {
        return SQL.text(SQL.stored(name));
    }
}
