package dev.turnstone.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite holds. It keeps the text that made a table, and nothing else knows the names of its constraints; one without a
 * name is called after its kind and columns.
 */
final class SqliteCatalogue extends Meaning {

    private static final String TABLES = " FROM sqlite_master t%s WHERE t.type = 'table'"
            + " AND t.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND t.sql NOT LIKE 'CREATE VIRTUAL%%'";

    private static final String INDEXES =
            TABLES.formatted(" JOIN sqlite_master i ON i.type = 'index' AND i.tbl_name = t.name%s")
                    + " AND i.sql IS NOT NULL AND %s";

    /** Whether there is more to an index than columns: rows left out, uniqueness, expressions, order, collations. */
    private static final String ODD = "EXISTS (SELECT 1 FROM pragma_index_list(t.name) l WHERE l.name = i.name"
            + " AND (l.\"unique\" OR l.partial)) OR EXISTS (SELECT 1 FROM pragma_index_xinfo(i.name) x"
            + " WHERE x.key AND (x.name IS NULL OR x.desc OR x.coll <> 'BINARY'))";

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
                "DOUBLE",
                "double precision",
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
                "VARBINARY",
                "varbinary(#)",
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
                "TIMESTAMP_TZ",
                "timestamp(#) with time zone",
                "UUID",
                "uuid_text",
                "UUID",
                "uuid");
    }

    @Override
    public List<String> queries() {
        return List.of(
                "SELECT 'table', t.name, '', t.sql" + TABLES.formatted(""),
                "SELECT 'column', t.name, c.name, c.type, CASE WHEN c.\"notnull\" THEN 'NO' ELSE 'YES' END,"
                        + " CASE c.hidden WHEN 0 THEN c.dflt_value END, 'NO', ''"
                        + TABLES.formatted(" JOIN pragma_table_xinfo(t.name) c") + " ORDER BY t.name, c.cid",
                "SELECT 'index', t.name, i.name, x.name"
                        + INDEXES.formatted(" JOIN pragma_index_xinfo(i.name) x", "x.key AND NOT (" + ODD + ")")
                        + " ORDER BY t.name, i.name, x.seqno",
                "SELECT 'remark', t.name, i.sql" + INDEXES.formatted("", "(" + ODD + ")"));
    }

    @Override
    public List<List<String>> facts(List<List<String>> rows) {
        List<List<String>> facts = new ArrayList<>();
        for (List<String> row : rows) {
            facts.add(row);
            if (row.get(0).equals("table")) {
                facts.addAll(Definition.ofTable(row.get(1), row.get(3)));
            }
        }
        return facts;
    }
}
