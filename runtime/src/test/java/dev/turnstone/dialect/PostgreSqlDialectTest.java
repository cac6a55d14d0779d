package dev.turnstone.dialect;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.blob;
import static dev.turnstone.schema.Definitions.bool;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.date;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.timestampWithTimeZone;
import static dev.turnstone.schema.Definitions.uuid;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.TestDatabases;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgreSqlDialectTest extends LiveDialectTest {

    PostgreSqlDialectTest() {
        super(new PostgreSqlDialect(), "postgresql", TestDatabases.POSTGRESQL);
    }

    @Override
    List<OperationCase> ownCases() {
        TableName note = new TableName(OperationCases.APP, "memo");
        return List.of(
                RowCases.own(
                        "postgresql",
                        "create unique index concurrently ix_two on post (id, stars)",
                        "DROP INDEX CONCURRENTLY ix_two",
                        "CREATE INDEX \"Mine\" ON post USING btree (id)",
                        "DROP INDEX \"Mine\"",
                        "CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
                        "CREATE TRIGGER Stamp BEFORE INSERT OR UPDATE OF stars ON post FOR EACH ROW EXECUTE FUNCTION f()",
                        "DROP TRIGGER Stamp ON post",
                        "DROP FUNCTION IF EXISTS f()",
                        "CREATE SEQUENCE app.numbers",
                        "DROP SEQUENCE app.numbers",
                        "CREATE MATERIALIZED VIEW ids AS SELECT id FROM post",
                        "DROP MATERIALIZED VIEW ids",
                        "/* tidy up */ VACUUM post"),
                add("add_column_default_volatile", column("x", uuid()).notNull().withDefaultSql("gen_random_uuid()")),
                add("add_column_fraction_too_fine", column("x", timestamp(9))),
                alter("alter_type_number_to_boolean", bigint(), bool(), "1"),
                alter("alter_type_boolean_to_number", bool(), decimal(9, 2), "TRUE"),
                alter("alter_type_text_to_bytes", text(), blob(), "'a'"),
                alter("alter_type_bytes_to_text", blob(), varchar(9), "'a'"),
                alter("alter_type_time_to_instant", timestamp(6), timestampWithTimeZone(6), "'2020-01-01 10:00:00'"),
                alter("alter_type_instant_to_date", timestampWithTimeZone(6), date(), "'2020-01-01 10:00:00Z'"),
                SequenceCases.of("sequence_move", SequenceCases.PLAIN, SequenceCases.OTHER),
                SequenceCases.of("sequence_move_to_default", SequenceCases.OTHER, SequenceCases.PLAIN),
                OperationCase.of(
                        "rename_table_from_schema",
                        OperationCases.table(note, column("id", bigint())),
                        new RenameTable(note, TableName.of("note"))));
    }

    private static OperationCase add(String name, Column column) {
        return OperationCase.of(name, OperationCases.post(), new AddColumn(OperationCases.POST, column, null))
                .withRows("INSERT INTO post (id) VALUES (1)");
    }

    private static OperationCase alter(String name, ColumnType from, ColumnType to, String value) {
        Column x = column("x", from);
        return OperationCase.of(name, OperationCases.post(x), new AlterColumn(OperationCases.POST, x, x.withType(to)))
                .withRows("INSERT INTO post (id, x) VALUES (1, " + value + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "now(), true",
        "CURRENT_TIMESTAMP(3), true",
        "upper('random()'), true",
        "'2020-01-01'::timestamp + interval '1 day', true",
        "clock_timestamp(), false",
        "upper(gen_random_uuid()::text), false",
        "nextval ('s'), false",
        "\"Mine\"(), false"
    })
    void knowsWhichDefaultGivesAllRowsTheSame(String expression, boolean same) {
        assertThat(PgColumns.stable(sql(expression))).isEqualTo(same);
    }

    @Test
    void commitsANewValueOfAnEnumBeforeItIsUsed() {
        OperationCase mood = RowCases.own(
                "postgresql",
                "ALTER TYPE mood ADD VALUE 'calm'",
                "UPDATE post SET title = 'calm'",
                "REINDEX INDEX CONCURRENTLY ix_post");
        assertThat(Steps.text(dialect.render(mood.change()))).isEqualTo("""
                        -- in one transaction
                        ALTER TYPE mood ADD VALUE 'calm';
                        -- in one transaction
                        UPDATE post SET title = 'calm';
                        REINDEX INDEX CONCURRENTLY ix_post;
                        """);
    }

    /** The server says at this level whether it has to look at the rows. */
    @Test
    void forbidsNullWithoutLookingAtTheRowsUnderTheLock() throws SQLException {
        Column stars = column("stars", integer());
        Schema before = Schema.of(OperationCases.post());
        live.build(before);
        List<String> said = new ArrayList<>();
        for (Step step : Steps.of(dialect, before, new AlterColumn(OperationCases.POST, stars, stars.notNull()))) {
            try (Statement statement = live.connection().createStatement()) {
                statement.execute("SET client_min_messages = debug1");
                statement.execute(step.sql());
                for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
                    said.add(each.getMessage());
                }
                statement.execute("RESET client_min_messages");
            }
        }
        assertThat(said)
                .contains("existing constraints on column \"post.stars\" are sufficient to prove that it does not"
                        + " contain nulls");
    }

    @Test
    void fillsManyRowsInBatchesAndEndsWhereTheExpressionGivesNull() {
        Schema before = Schema.of(OperationCases.post());
        live.build(before);
        live.execute("INSERT INTO post (id, title, stars)"
                + " SELECT n, n::text, nullif(n % 3, 0) FROM generate_series(1, 25000) n");
        Column x = column("x", integer());
        live.run((Rendered.Units)
                Steps.render(dialect, before, new AddColumn(OperationCases.POST, x, sql("stars * 2"))));
        assertThat(live.rows("SELECT x, count(*) FROM post GROUP BY x ORDER BY x"))
                .containsExactly("2|8334", "4|8333", "null|8333");
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
                + tables + " JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype <> 'n'" + ours));
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
