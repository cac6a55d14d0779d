package dev.turnstone.processor.hibernate;

import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What JDBC's metadata leaves out: checks, sequences, and types as the database spells them. Not among them are the checks
 * of columns whose type lists the values of an enum: Turnstone has them on each database, Hibernate only on those
 * without such a type.
 */
final class CatalogueQueries {

    private static final List<String> H2 = List.of("""
            SELECT sequence_name, ' sequence from ' || start_value || ' by ' || increment
            FROM information_schema.sequences WHERE sequence_schema = 'PUBLIC'""", """
            SELECT table_name, ' check ' || check_clause
            FROM information_schema.table_constraints t JOIN information_schema.check_constraints c
            ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
            WHERE c.constraint_schema = 'PUBLIC' AND NOT EXISTS (SELECT 1 FROM information_schema.columns e
            WHERE e.table_schema = t.table_schema AND e.table_name = t.table_name AND e.data_type = 'ENUM'
            AND c.check_clause LIKE '"' || e.column_name || '" IN(%')""");

    private static final List<String> POSTGRESQL = List.of("""
            SELECT sequencename, ' sequence from ' || start_value || ' by ' || increment_by || ' cache ' || cache_size
            FROM pg_sequences WHERE schemaname = 'public'""", """
            SELECT relname, ' check ' || pg_get_constraintdef(pg_constraint.oid)
            FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
            WHERE contype = 'c' AND connamespace = 'public'::regnamespace""", """
            SELECT relname, '.' || attname || ' as ' || format_type(atttypid, atttypmod) || ' ' || attidentity::text
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped AND relnamespace = 'public'::regnamespace""");

    private static final List<String> MARIADB = List.of("""
            SELECT table_name, CONCAT(' check ', check_clause)
            FROM information_schema.check_constraints c WHERE constraint_schema = DATABASE()
            AND NOT EXISTS (SELECT 1 FROM information_schema.columns e
            WHERE e.table_schema = c.constraint_schema AND e.table_name = c.table_name AND e.data_type = 'enum'
            AND c.check_clause LIKE CONCAT('`', e.column_name, '` in (%'))""", """
            SELECT table_name, CONCAT('.', column_name, ' as ', column_type, ' ', COALESCE(collation_name, ''), ' ', extra)
            FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'""");

    private CatalogueQueries() {}

    /** Queries whose rows are a table or a sequence, and a fact about it. */
    static List<String> of(TestDatabases kind, Connection connection) throws SQLException {
        return switch (kind) {
            case H2_MEMORY -> H2;
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB -> mariaDb(connection);
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }

    /** There a sequence is a table with one row. */
    private static List<String> mariaDb(Connection connection) throws SQLException {
        List<String> queries = new ArrayList<>(MARIADB);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'SEQUENCE'")) {
            while (row.next()) {
                String name = row.getString(1);
                queries.add("SELECT '" + name + "', CONCAT(' sequence from ', start_value, ' by ', increment,"
                        + " ' cache ', cache_size) FROM " + name);
            }
        }
        return queries;
    }
}
