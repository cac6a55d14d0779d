package dev.turnstone.processor.hibernate;

import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a database tells of itself, one line for each fact. Names of constraints are left out. */
final class Catalogue {

    /** A key or an index while its columns are read. */
    private record Part(String before, List<String> columns, String between, List<String> references, String after) {
        @Override
        public String toString() {
            return before + columns + between + (references.isEmpty() ? "" : references) + after;
        }
    }

    private static final Pattern LIST = Pattern.compile("(?i)(\\bin ?\\(|ARRAY\\[)([^\\])]*)");

    private final Connection connection;
    private final DatabaseMetaData metadata;
    private final SortedSet<String> lines = new TreeSet<>();

    private Catalogue(Connection connection) throws SQLException {
        this.connection = connection;
        this.metadata = connection.getMetaData();
    }

    /** All tables but those in which Turnstone keeps its books. */
    static SortedSet<String> of(TestDatabases kind, Connection connection) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        catalogue.tables();
        for (String query : CatalogueQueries.of(kind, connection)) {
            catalogue.facts(query);
        }
        return catalogue.lines;
    }

    /** What one has and the other has not. */
    static List<String> differences(SortedSet<String> expected, SortedSet<String> found) {
        List<String> differences = new ArrayList<>();
        expected.stream().filter(line -> !found.contains(line)).forEach(line -> differences.add("missing: " + line));
        found.stream().filter(line -> !expected.contains(line)).forEach(line -> differences.add("too much: " + line));
        return differences;
    }

    private static boolean isBookkeeping(String table) {
        return table.toLowerCase(Locale.ROOT).startsWith("turnstone_");
    }

    private void facts(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                if (!isBookkeeping(row.getString(1))) {
                    lines.add(row.getString(1) + sorted(row.getString(2)));
                }
            }
        }
    }

    /** The values that a check lists have no order. */
    private static String sorted(String fact) {
        return LIST.matcher(fact)
                .replaceAll(list -> Matcher.quoteReplacement(list.group(1)
                        + Stream.of(list.group(2).split(", ?")).sorted().collect(Collectors.joining(", "))));
    }

    private void tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = metadata.getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (row.next()) {
                String name = row.getString("TABLE_NAME");
                if (row.getString("TABLE_TYPE").matches("(BASE )?TABLE") && !isBookkeeping(name)) {
                    tables.add(name);
                    lines.add(name + " // " + row.getString("REMARKS"));
                }
            }
        }
        for (String table : tables) {
            columns(table);
            primaryKey(table);
            indexes(table);
            foreignKeys(table);
        }
    }

    private void columns(String table) throws SQLException {
        try (ResultSet row =
                metadata.getColumns(connection.getCatalog(), connection.getSchema(), pattern(table), null)) {
            while (row.next()) {
                lines.add(table + "." + row.getString("COLUMN_NAME")
                        + " " + row.getString("TYPE_NAME")
                        + "(" + row.getInt("COLUMN_SIZE") + ", " + row.getInt("DECIMAL_DIGITS") + ")"
                        + (row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? " not null" : "")
                        + ("YES".equals(row.getString("IS_AUTOINCREMENT")) ? " identity" : "")
                        + (row.getString("COLUMN_DEF") == null ? "" : " default " + row.getString("COLUMN_DEF"))
                        + " // " + row.getString("REMARKS"));
            }
        }
    }

    private void primaryKey(String table) throws SQLException {
        try (ResultSet row = metadata.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            Map<Integer, String> columns = new TreeMap<>();
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
            lines.add(table + " primary key " + columns.values());
        }
    }

    private void indexes(String table) throws SQLException {
        Map<String, Part> parts = new LinkedHashMap<>();
        try (ResultSet row =
                metadata.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, false)) {
            while (row.next()) {
                String kind = row.getBoolean("NON_UNIQUE") ? " index " : " unique ";
                parts.computeIfAbsent(
                                row.getString("INDEX_NAME"),
                                name -> new Part(table + kind, new ArrayList<>(), "", List.of(), ""))
                        .columns()
                        .add(row.getString("COLUMN_NAME"));
            }
        }
        parts.values().forEach(part -> lines.add(part.toString()));
    }

    private void foreignKeys(String table) throws SQLException {
        Map<String, Part> parts = new LinkedHashMap<>();
        try (ResultSet row = metadata.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (row.next()) {
                String target = " references " + row.getString("PKTABLE_NAME");
                String rules = " on delete " + row.getInt("DELETE_RULE") + " on update " + row.getInt("UPDATE_RULE");
                Part part = parts.computeIfAbsent(
                        row.getString("FK_NAME"),
                        name -> new Part(table + " foreign key ", new ArrayList<>(), target, new ArrayList<>(), rules));
                part.columns().add(row.getString("FKCOLUMN_NAME"));
                part.references().add(row.getString("PKCOLUMN_NAME"));
            }
        }
        parts.values().forEach(part -> lines.add(part.toString()));
    }

    private String pattern(String name) throws SQLException {
        return name.replace("_", metadata.getSearchStringEscape() + "_");
    }
}
