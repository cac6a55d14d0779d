package dev.turnstone.dialect;

import dev.turnstone.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What SQLite holds. It keeps the text that made a table, and nothing else knows the names of its constraints; one without a
 * name is called after its kind and columns.
 */
final class SqliteCatalogue extends Meaning {

    /** Whether there is more to an index than columns: rows left out, uniqueness, expressions, order, collations. */
    private static final String ODD = "(EXISTS (SELECT 1 FROM pragma_index_list(t.name) l WHERE l.name = i.name"
            + " AND (l.\"unique\" OR l.partial)) OR EXISTS (SELECT 1 FROM pragma_index_xinfo(i.name) x"
            + " WHERE x.key AND (x.name IS NULL OR x.desc OR x.coll <> 'BINARY')))";

    SqliteCatalogue() {
        super(
                Tokens.BRACKET,
                6,
                "BOOLEAN",
                "boolean",
                "TINYINT",
                "tinyint",
                "SMALLINT",
                "smallint",
                "INTEGER",
                "integer",
                "BIGINT",
                "bigint",
                "REAL",
                "real",
                "DOUBLE",
                "double",
                "DECIMAL",
                "decimal(#,#)",
                "CHAR",
                "char(#)",
                "VARCHAR",
                "varchar(#)",
                "TEXT",
                "text",
                "VARBINARY",
                "blob(#)",
                "BLOB",
                "blob",
                "DATE",
                "date",
                "TIME",
                "time(#)",
                "TIMESTAMP",
                "timestamp(#)",
                "TIMESTAMP_TZ",
                "timestamptz(#)",
                "UUID",
                "uuid_text");
    }

    @Override
    public List<String> queries() {
        return List.of(
                "SELECT 'table', t.name, '', t.sql" + tables(""),
                "SELECT 'column', t.name, c.name, CASE c.type WHEN '' THEN 'ANY' ELSE c.type END, CASE WHEN c.\"notnull\" THEN 'NO' ELSE 'YES' END,"
                        + " CASE c.hidden WHEN 0 THEN c.dflt_value END, 'NO', ''"
                        + tables(" JOIN pragma_table_xinfo(t.name) c") + " ORDER BY t.name, c.cid",
                "SELECT 'index', t.name, i.name, x.name"
                        + indexes(" JOIN pragma_index_xinfo(i.name) x", "x.key AND NOT")
                        + " ORDER BY t.name, i.name, x.seqno",
                "SELECT 'remark', t.name, i.sql" + indexes("", ""));
    }

    private static String tables(String join) {
        return " FROM sqlite_master t" + join + " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                + " AND t.sql NOT LIKE 'CREATE VIRTUAL%'";
    }

    private static String indexes(String join, String which) {
        return tables(" JOIN sqlite_master i ON i.type = 'index' AND i.tbl_name = t.name AND i.sql IS NOT NULL" + join)
                + " AND " + which + ODD;
    }

    @Override
    public List<List<String>> facts(List<List<String>> rows) {
        List<List<String>> facts = new ArrayList<>();
        Map<String, List<String>> keys = new TreeMap<>(Identifiers.ORDER);
        for (List<String> row : rows) {
            facts.add(row);
            if (row.get(0).equals("table")) {
                facts.addAll(Definition.ofTable(row.get(1), row.get(3)));
            }
        }
        for (List<String> fact : facts) {
            if (fact.get(0).equals("primary key") || fact.get(0).equals("identity")) {
                keys.computeIfAbsent(fact.get(0) + " " + fact.get(1), key -> new ArrayList<>())
                        .add(fact.get(fact.size() - 1));
            }
        }
        facts.removeIf(fact -> fact.get(0).equals("identity"));
        List<String> before = List.of();
        int position = 0;
        for (List<String> fact : facts) {
            if (fact.get(0).equals("column")) {
                List<String> identity = keys.getOrDefault("identity " + fact.get(1), List.of());
                fact.set(6, Identifiers.contains(identity, fact.get(2)) ? "YES" : "NO");
            } else if (fact.get(0).equals("foreign key")) {
                position = fact.subList(0, 3).equals(before) ? position + 1 : 0;
                before = fact.subList(0, 3);
                if (fact.get(6) == null) {
                    // Without columns, the primary key is meant; SQLite lets it be missing.
                    List<String> key = keys.getOrDefault("primary key " + fact.get(5), List.of());
                    fact.set(6, position < key.size() ? key.get(position) : "rowid");
                }
            }
        }
        return facts;
    }
}
