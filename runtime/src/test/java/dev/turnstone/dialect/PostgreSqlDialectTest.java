package dev.turnstone.dialect;

import dev.turnstone.servers.TestDatabases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

class PostgreSqlDialectTest extends LiveDialectTest {

    PostgreSqlDialectTest() {
        super(new PostgreSqlDialect(), "postgresql", TestDatabases.POSTGRESQL);
    }

    @Override
    void empty() {
        live.execute("DROP OWNED BY CURRENT_USER CASCADE");
    }

    @Override
    List<String> catalogue() {
        String tables = " FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace";
        String ours = " WHERE n.nspname IN ('public', '" + OperationCases.APP + "')";
        List<String> lines = new ArrayList<>();
        lines.addAll(live.rows("SELECT n.nspname, t.relname, t.relkind, obj_description(t.oid)" + tables + ours
                + " AND t.relkind <> 'S'"));
        lines.addAll(live.rows("SELECT n.nspname, t.relname, a.attname, format_type(a.atttypid, a.atttypmod),"
                + " a.attnotnull, a.attidentity, pg_get_expr(d.adbin, d.adrelid), col_description(t.oid, a.attnum)"
                + tables + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped"
                + " LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum" + ours
                + " AND t.relkind = 'r'"));
        lines.addAll(live.rows("SELECT n.nspname, t.relname, c.conname, pg_get_constraintdef(c.oid), c.convalidated"
                + tables + " JOIN pg_constraint c ON c.conrelid = t.oid" + ours));
        lines.addAll(live.rows("SELECT pg_get_indexdef(i.indexrelid), i.indisvalid" + tables
                + " JOIN pg_index i ON i.indrelid = t.oid" + ours));
        Collections.sort(lines);
        return lines;
    }

    @Override
    Collection<String> reservedWords() {
        return live.rows("SELECT upper(word) FROM pg_get_keywords() WHERE catcode IN ('R', 'T')");
    }
}
