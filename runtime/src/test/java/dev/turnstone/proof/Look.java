package dev.turnstone.proof;

import dev.turnstone.servers.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All that a database holds, in its own words. */
final class Look {

    private static final String HISTORY =
            "SELECT set_name, id, fingerprint, position, state, statements, started, done, undo_started, undo_done"
                    + " FROM turnstone_history";

    private Look() {}

    /** The catalogue, the rows and the history; lines in an order that does not depend on when a thing was made. */
    static List<String> at(FreshDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = tables(connection);
            List<String> seen = new ArrayList<>(catalogue(database.dialect(), tables, statement));
            for (String table : tables) {
                if (!table.startsWith("turnstone_")) {
                    lines(statement, "SELECT * FROM " + table).forEach(row -> seen.add(table + ": " + row));
                }
            }
            seen.addAll(lines(statement, HISTORY));
            return seen.stream().sorted().toList();
        }
    }

    /** Who holds the lock, by the table. */
    static List<String> holders(FreshDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return lines(statement, "SELECT holder FROM turnstone_history_lock WHERE token IS NOT NULL");
        }
    }

    /** The catalogue and the history only: rows that a rollback dropped do not come back. */
    static List<String> withoutRows(List<String> seen) {
        return seen.stream()
                .filter(line -> !line.startsWith("author: ") && !line.startsWith("book: "))
                .toList();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private static List<String> catalogue(String dialect, List<String> tables, Statement statement)
            throws SQLException {
        return switch (dialect) {
            // Numbers of hidden indexes, and counts of rows, say nothing; a bookkeeping table may lack its comment.
            case "h2" ->
                lines(statement, "SCRIPT NODATA NOPASSWORDS NOSETTINGS").stream()
                        .filter(line ->
                                !line.contains("-- ") && !line.contains("COMMENT ON TABLE \"PUBLIC\".\"TURNSTONE_"))
                        .flatMap(String::lines)
                        .map(line -> line.replaceAll("(INDEX|KEY)_[0-9A-F]+\\b", "$1")
                                .replaceAll(",$", ""))
                        .toList();
            case "sqlite" -> lines(statement, "SELECT type, name, tbl_name, sql FROM sqlite_master");
            case "mariadb" -> {
                List<String> lines = new ArrayList<>();
                for (String table : tables) {
                    for (String text : lines(statement, "SHOW CREATE TABLE " + table)) {
                        text.replaceAll("AUTO_INCREMENT=\\d+ ", "")
                                .lines()
                                .map(line -> table + " " + line.strip().replaceAll(",$", ""))
                                .forEach(lines::add);
                    }
                }
                yield lines;
            }
            case "postgresql" ->
                Stream.of(
                                "SELECT c.relname, a.attname, format_type(atttypid, atttypmod), attnotnull,"
                                        + " attidentity, pg_get_expr(adbin, adrelid), col_description(c.oid, attnum)"
                                        + " FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid"
                                        + " LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
                                        + " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                                        + " AND attnum > 0 AND NOT attisdropped",
                                "SELECT relname, relkind, obj_description(oid) FROM pg_class"
                                        + " WHERE relnamespace = 'public'::regnamespace",
                                "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated"
                                        + " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
                                "SELECT pg_get_indexdef(indexrelid), indisvalid, indisready, indisprimary FROM pg_index"
                                        + " JOIN pg_class c ON c.oid = indexrelid"
                                        + " WHERE relnamespace = 'public'::regnamespace")
                        .flatMap(query -> {
                            try {
                                return lines(statement, query).stream();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .toList();
            default -> throw new IllegalArgumentException(dialect);
        };
    }

    /** Each row as its values by the order of the columns' names. */
    private static List<String> lines(Statement statement, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(
                            rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT) + " = " + rows.getString(i));
                }
                lines.add(String.join(", ", values.stream().sorted().toList()));
            }
        }
        return lines;
    }
}
