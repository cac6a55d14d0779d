package dev.turnstone.dialect;

import java.util.List;

/** What PostgreSQL holds: tables of its own kind, partitions among them, but not those of extensions. */
final class PgCatalogue extends Meaning {

    private static final String TABLES = " FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace%s"
            + " WHERE n.nspname = current_schema() AND t.relkind IN ('r', 'p') AND NOT EXISTS (SELECT 1 FROM pg_depend x"
            + " WHERE x.classid = 'pg_class'::regclass AND x.objid = t.oid AND x.deptype = 'e')";

    private static final String COLUMNS = TABLES.formatted(" JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0"
            + " AND NOT a.attisdropped JOIN pg_type y ON y.oid = a.atttypid"
            + " LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum");

    /** Those of a partitioned table only, not what its partitions get from it. */
    private static final String CONSTRAINTS =
            TABLES.formatted(" JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype IN ('p', 'u', 'f', 'c', 'x')"
                            + " CROSS JOIN LATERAL (SELECT pg_get_constraintdef(c.oid) AS def, (SELECT string_agg("
                            + "quote_ident(a.attname), ', ' ORDER BY k.at) FROM unnest(c.conkey) WITH ORDINALITY k (num, at)"
                            + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num) AS names) s")
                    + " AND c.conparentid = 0";

    private static final String PLAIN = "CASE c.contype WHEN 'p' THEN def = 'PRIMARY KEY (' || names || ')'"
            + " WHEN 'u' THEN def = 'UNIQUE (' || names || ')'"
            + " WHEN 'c' THEN c.convalidated AND NOT c.connoinherit"
            // A rule may be for some of the columns only; nothing else ends so after SET NULL.
            + " WHEN 'f' THEN c.convalidated AND NOT c.condeferrable AND c.confmatchtype = 's'"
            + " AND NOT (c.confdeltype IN ('n', 'd') AND right(def, 1) = ')') ELSE false END";

    private static final String INDEXES =
            TABLES.formatted(" JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid"
                            + " CROSS JOIN LATERAL (SELECT i.indisvalid AND pg_get_indexdef(x.oid) ="
                            + " format('CREATE INDEX %I ON %I.%I USING btree (%s)', x.relname, n.nspname, t.relname,"
                            + " (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.at)"
                            + " FROM unnest(i.indkey) WITH ORDINALITY k (num, at)"
                            + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num)) AS plain) s")
                    + " AND NOT x.relispartition AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.oid"
                    + " AND c.contype IN ('p', 'u', 'x'))";

    PgCatalogue() {
        super(
                ' ',
                6,
                "BOOLEAN",
                "boolean",
                "SMALLINT",
                "smallint",
                "INTEGER",
                "integer",
                "BIGINT",
                "bigint",
                "REAL",
                "real",
                "DOUBLE",
                "double precision",
                "DECIMAL",
                "numeric(#,#)",
                "CHAR",
                "character(#)",
                "VARCHAR",
                "character varying(#)",
                "TEXT",
                "text",
                "BLOB",
                "bytea",
                "DATE",
                "date",
                "TIME",
                "time(#) without time zone",
                "TIME",
                "time without time zone",
                "TIMESTAMP",
                "timestamp(#) without time zone",
                "TIMESTAMP",
                "timestamp without time zone",
                "TIMESTAMP_TZ",
                "timestamp(#) with time zone",
                "TIMESTAMP_TZ",
                "timestamp with time zone",
                "UUID",
                "uuid");
    }

    @Override
    public List<String> queries() {
        return List.of(
                "SELECT 'table', t.relname, obj_description(t.oid, 'pg_class')" + TABLES.formatted(""),
                "SELECT 'remark', t.relname, concat_ws(' ', CASE t.relpersistence WHEN 'u' THEN 'UNLOGGED' END,"
                        + " 'PARTITION BY ' || pg_get_partkeydef(t.oid), (SELECT string_agg(CASE WHEN t.relispartition"
                        + " THEN 'PARTITION OF ' ELSE 'INHERITS ' END || p.inhparent::regclass, ' ' ORDER BY p.inhseqno)"
                        + " FROM pg_inherits p WHERE p.inhrelid = t.oid), pg_get_expr(t.relpartbound, t.oid))"
                        + TABLES.formatted("")
                        + " AND (t.relpersistence = 'u' OR t.relkind = 'p' OR EXISTS (SELECT 1 FROM pg_inherits p"
                        + " WHERE p.inhrelid = t.oid))",
                "SELECT 'column', t.relname, a.attname, format_type(a.atttypid, a.atttypmod),"
                        + " CASE WHEN a.attnotnull THEN 'NO' ELSE 'YES' END,"
                        + " CASE a.attgenerated WHEN '' THEN pg_get_expr(d.adbin, t.oid, true) END,"
                        + " CASE a.attidentity WHEN '' THEN 'NO' ELSE 'YES' END, col_description(t.oid, a.attnum)"
                        + COLUMNS,
                "SELECT 'remark', t.relname, concat_ws(' ', 'column', a.attname, CASE WHEN a.attidentity = 'a'"
                        + " THEN 'GENERATED ALWAYS AS IDENTITY' WHEN a.attgenerated <> '' THEN 'GENERATED ALWAYS AS ('"
                        + " || pg_get_expr(d.adbin, t.oid, true) || ') ' || CASE a.attgenerated WHEN 's' THEN 'STORED'"
                        + " ELSE 'VIRTUAL' END END, CASE WHEN a.attcollation <> y.typcollation"
                        + " THEN 'COLLATE ' || (SELECT collname FROM pg_collation WHERE oid = a.attcollation) END)"
                        + COLUMNS
                        + " AND (a.attidentity = 'a' OR a.attgenerated <> '' OR a.attcollation <> y.typcollation)",
                "SELECT CASE c.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' ELSE 'foreign key' END,"
                        + " t.relname, c.conname, a.attname, nullif(fn.nspname, n.nspname), ft.relname, fa.attname,"
                        + " CASE c.confdeltype " + action() + " END, CASE c.confupdtype " + action() + " END"
                        + CONSTRAINTS.replace(
                                " WHERE n.",
                                " CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY k (num, fnum, at)"
                                        + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num"
                                        + " LEFT JOIN pg_class ft ON ft.oid = c.confrelid"
                                        + " LEFT JOIN pg_namespace fn ON fn.oid = ft.relnamespace"
                                        + " LEFT JOIN pg_attribute fa ON fa.attrelid = ft.oid AND fa.attnum = k.fnum"
                                        + " WHERE n.")
                        + " AND c.contype <> 'c' AND " + PLAIN + " ORDER BY c.oid, k.at",
                "SELECT 'check', t.relname, c.conname, pg_get_expr(c.conbin, t.oid, true)" + CONSTRAINTS
                        + " AND c.contype = 'c' AND " + PLAIN,
                "SELECT 'remark', t.relname, 'constraint ' || c.conname || ': ' || def" + CONSTRAINTS + " AND NOT ("
                        + PLAIN + ")",
                "SELECT 'index', t.relname, x.relname, a.attname"
                        + INDEXES.replace(
                                " WHERE n.",
                                " CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k (num, at)"
                                        + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num WHERE n.")
                        + " AND plain ORDER BY x.oid, k.at",
                "SELECT 'remark', t.relname, pg_get_indexdef(x.oid, 0, true)"
                        + " || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END" + INDEXES
                        + " AND plain IS NOT TRUE");
    }

    private static String action() {
        return "WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL'"
                + " WHEN 'd' THEN 'SET DEFAULT'";
    }
}
