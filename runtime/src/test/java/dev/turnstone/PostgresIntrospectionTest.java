package dev.turnstone;

import static dev.turnstone.schema.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.schema.Introspection;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresIntrospectionTest {

    private final FreshDatabase database = TestDatabases.POSTGRESQL.fresh();

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Introspection introspect(String schema) {
        return Migrator.builder(database.dataSource()).schema(schema).build().introspect();
    }

    @Test
    void readsAllTypes() throws SQLException {
        database.execute("CREATE TYPE mood AS ENUM ('x', 'y')", """
                CREATE TABLE kinds (a BOOLEAN, b SMALLINT, c INT, d BIGINT, e REAL, f DOUBLE PRECISION, g NUMERIC(10, 2),
                    h CHAR(5), i VARCHAR(20), j TEXT, k BYTEA, l DATE, m TIME(0), n TIME, o TIMESTAMP, p TIMESTAMP(3),
                    q TIMESTAMPTZ, r TIMESTAMPTZ(2), s UUID, t JSONB, u mood, v INT[], w NUMERIC, x VARCHAR, y TIMETZ(3),
                    z NUMERIC(3, -2))""");

        assertThat(introspect("").schema())
                .isEqualTo(Schema.of(Table.of(
                        table("kinds"),
                        List.of(
                                column("a", bool()),
                                column("b", smallint()),
                                column("c", integer()),
                                column("d", bigint()),
                                column("e", real()),
                                column("f", doublePrecision()),
                                column("g", decimal(10, 2)),
                                column("h", character(5)),
                                column("i", varchar(20)),
                                column("j", text()),
                                column("k", blob()),
                                column("l", date()),
                                column("m", time(0)),
                                column("n", time(6)),
                                column("o", timestamp(6)),
                                column("p", timestamp(3)),
                                column("q", timestampWithTimeZone(6)),
                                column("r", timestampWithTimeZone(2)),
                                column("s", uuid()),
                                column("t", verbatim("jsonb")),
                                column("u", verbatim("mood")),
                                column("v", verbatim("integer[]")),
                                column("w", verbatim("numeric")),
                                column("x", verbatim("character varying")),
                                column("y", verbatim("time(3) with time zone")),
                                column("z", verbatim("numeric(3,-2)"))))));
    }

    @Test
    void readsDefaults() throws SQLException {
        database.execute("""
                CREATE TABLE defaults (a VARCHAR(20) DEFAULT 'it''s é\\ ', b INT DEFAULT -1, c NUMERIC(5, 2) DEFAULT 1.5,
                    d BOOLEAN DEFAULT TRUE, e DATE DEFAULT '2020-01-31', f DATE DEFAULT CURRENT_DATE,
                    g BYTEA DEFAULT '\\x00ff', h UUID DEFAULT gen_random_uuid(), i TEXT DEFAULT NULL,
                    j TEXT DEFAULT lower('A'), k TIMESTAMP(3) DEFAULT '2020-01-31 12:30:00', l BIGSERIAL,
                    m NUMERIC(5, 2) DEFAULT 1, n SMALLINT DEFAULT -2, o TEXT DEFAULT 'a' || 'b')""");

        assertThat(introspect("").schema())
                .isEqualTo(Schema.of(Table.of(
                        table("defaults"),
                        List.of(
                                column("a", varchar(20)).withDefault("it's é\\ "),
                                column("b", integer()).withDefault("-1"),
                                column("c", decimal(5, 2)).withDefault("1.5"),
                                column("d", bool()).withDefault("true"),
                                column("e", date()).withDefault("2020-01-31"),
                                column("f", date()).withDefaultSql("CURRENT_DATE"),
                                column("g", blob()).withDefault("00ff"),
                                column("h", uuid()).withDefaultSql("gen_random_uuid()"),
                                column("i", text()),
                                column("j", text()).withDefaultSql("lower('A'::text)"),
                                column("k", timestamp(3)).withDefault("2020-01-31 12:30:00"),
                                column("l", bigint()).notNull().withDefaultSql("nextval('defaults_l_seq'::regclass)"),
                                column("m", decimal(5, 2)).withDefault("1"),
                                column("n", smallint()).withDefault("-2"),
                                column("o", text()).withDefaultSql("'a'::text || 'b'::text")))));
    }

    @Test
    void readsKeysRulesAndComments() throws SQLException {
        database.execute(
                """
                CREATE TABLE author (id BIGINT GENERATED BY DEFAULT AS IDENTITY, old VARCHAR(20) NOT NULL, state VARCHAR(5),
                    price NUMERIC(5, 2), kind TEXT, CONSTRAINT pk_author PRIMARY KEY (id),
                    CONSTRAINT uk_author UNIQUE (state, old), CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s')),
                    CONSTRAINT ck_kind CHECK (kind IN ('a')), CONSTRAINT ck_price CHECK (price > 0 AND price < 9),
                    CONSTRAINT ck_or CHECK (kind = 'a' OR price > 1))""",
                "COMMENT ON TABLE author IS 'who writes'",
                "COMMENT ON COLUMN author.old IS 'it''s'",
                """
                CREATE TABLE post (no INT PRIMARY KEY, state VARCHAR(5), name VARCHAR(20),
                    CONSTRAINT fk_post FOREIGN KEY (state, name) REFERENCES author (state, old)
                    ON DELETE SET NULL ON UPDATE CASCADE)""",
                "ALTER TABLE author RENAME COLUMN old TO name",
                "CREATE INDEX ix_post ON post (name, state)");

        Introspection found = introspect("");
        assertThat(found.schema())
                .isEqualTo(Schema.of(
                        Table.of(
                                table("author"),
                                List.of(
                                        comment("who writes"),
                                        column("id", bigint()).asIdentity(),
                                        column("name", varchar(20)).notNull().withComment("it's"),
                                        column("state", varchar(5)),
                                        column("price", decimal(5, 2)),
                                        column("kind", text()),
                                        primaryKey("pk_author", "id"),
                                        unique("uk_author", "state", "name"),
                                        oneOf("ck_state", "state", "NEW", "it's"),
                                        oneOf("ck_kind", "kind", "a"),
                                        check("ck_price", "price > 0::numeric AND price < 9::numeric"),
                                        check("ck_or", "kind = 'a'::text OR price > 1::numeric"))),
                        Table.of(
                                table("post"),
                                List.of(
                                        column("no", integer()).notNull(),
                                        column("state", varchar(5)),
                                        column("name", varchar(20)),
                                        primaryKey("post_pkey", "no"),
                                        foreignKey(
                                                        "fk_post",
                                                        List.of("state", "name"),
                                                        table("author"),
                                                        List.of("state", "name"))
                                                .onDelete(ReferentialAction.SET_NULL)
                                                .onUpdate(ReferentialAction.CASCADE),
                                        index("ix_post", "name", "state")))));
        assertThat(found.remarks()).isEmpty();
    }

    @Test
    void remarksOnWhatASchemaCannotSay() throws SQLException {
        database.execute(
                "CREATE TABLE author (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT COLLATE \"C\","
                        + " twice INT GENERATED ALWAYS AS (id * 2) STORED)",
                "CREATE TABLE post (id INT, author INT, name VARCHAR(9))",
                "INSERT INTO post VALUES (1, 1, 'x'), (1, 2, 'y')",
                "CREATE INDEX ix_part ON post (id) WHERE author > 0",
                "CREATE INDEX ix_lower ON post (lower(name), id)",
                "CREATE INDEX ix_down ON post (id DESC)",
                "CREATE INDEX ix_include ON post (id) INCLUDE (name)",
                "CREATE INDEX ix_hash ON post USING hash (id)",
                "CREATE INDEX ix_like ON post (name text_pattern_ops)",
                "CREATE UNIQUE INDEX ux_post ON post (author)",
                "ALTER TABLE post ADD CONSTRAINT fk_new FOREIGN KEY (author) REFERENCES author (id) NOT VALID",
                "ALTER TABLE post ADD CONSTRAINT fk_later FOREIGN KEY (id) REFERENCES author (id) DEFERRABLE NOT VALID",
                "ALTER TABLE post ADD CONSTRAINT ck_new CHECK (id > 0) NOT VALID",
                "ALTER TABLE post ADD CONSTRAINT uk_later UNIQUE (name) DEFERRABLE INITIALLY DEFERRED",
                "ALTER TABLE post ADD CONSTRAINT ex EXCLUDE USING btree (author WITH =)",
                "CREATE UNLOGGED TABLE quick (id INT)",
                "CREATE TABLE whole (id INT, PRIMARY KEY (id)) PARTITION BY RANGE (id)",
                "CREATE TABLE piece PARTITION OF whole FOR VALUES FROM (1) TO (9)");
        try {
            database.execute("CREATE UNIQUE INDEX CONCURRENTLY ux_broken ON post (id)");
        } catch (SQLException duplicates) {
            assertThat(duplicates.getMessage()).contains("ux_broken");
        }

        Introspection found = introspect("");
        assertThat(found.schema())
                .isEqualTo(Schema.of(
                        Table.of(
                                table("author"),
                                List.of(
                                        column("id", integer()).asIdentity(),
                                        column("name", text()),
                                        column("twice", integer()),
                                        primaryKey("author_pkey", "id"))),
                        Table.of(
                                table("post"),
                                List.of(
                                        column("id", integer()),
                                        column("author", integer()),
                                        column("name", varchar(9)))),
                        Table.of(table("quick"), List.of(column("id", integer()))),
                        Table.of(
                                table("whole"),
                                List.of(column("id", integer()).notNull(), primaryKey("whole_pkey", "id"))),
                        Table.of(table("piece"), List.of(column("id", integer()).notNull()))));
        assertThat(found.remarks())
                .containsExactly(
                        "author: column id GENERATED ALWAYS AS IDENTITY",
                        "author: column name COLLATE C",
                        "author: column twice GENERATED ALWAYS AS (id * 2) STORED",
                        "piece: PARTITION OF whole FOR VALUES FROM (1) TO (9)",
                        "post: CREATE INDEX ix_down ON post USING btree (id DESC)",
                        "post: CREATE INDEX ix_hash ON post USING hash (id)",
                        "post: CREATE INDEX ix_include ON post USING btree (id) INCLUDE (name)",
                        "post: CREATE INDEX ix_like ON post USING btree (name text_pattern_ops)",
                        "post: CREATE INDEX ix_lower ON post USING btree (lower(name::text), id)",
                        "post: CREATE INDEX ix_part ON post USING btree (id) WHERE author > 0",
                        "post: CREATE UNIQUE INDEX ux_broken ON post USING btree (id) INVALID",
                        "post: CREATE UNIQUE INDEX ux_post ON post USING btree (author)",
                        "post: constraint ck_new: CHECK ((id > 0)) NOT VALID",
                        "post: constraint ex: EXCLUDE USING btree (author WITH =)",
                        "post: constraint fk_later: FOREIGN KEY (id) REFERENCES author(id) DEFERRABLE NOT VALID",
                        "post: constraint fk_new: FOREIGN KEY (author) REFERENCES author(id) NOT VALID",
                        "post: constraint uk_later: UNIQUE (name) DEFERRABLE INITIALLY DEFERRED",
                        "quick: UNLOGGED",
                        "whole: PARTITION BY RANGE (id)");
    }

    @Test
    void readsOneSchemaOnly() throws SQLException {
        database.execute(
                "CREATE SCHEMA app",
                "CREATE SCHEMA other",
                "CREATE TABLE other.author (id INT, CONSTRAINT pk_author PRIMARY KEY (id))",
                "CREATE INDEX ix_author ON other.author (id)",
                "CREATE TABLE app.author (no INT, CONSTRAINT pk_author PRIMARY KEY (no),"
                        + " CONSTRAINT fk_author FOREIGN KEY (no) REFERENCES other.author (id))",
                "CREATE INDEX ix_author ON app.author (no)",
                "CREATE VIEW app.authors AS SELECT * FROM app.author",
                "CREATE TABLE post (id INT)");

        assertThat(introspect("app").schema())
                .isEqualTo(Schema.of(Table.of(
                        table("author"),
                        List.of(
                                column("no", integer()).notNull(),
                                primaryKey("pk_author", "no"),
                                foreignKey("fk_author", "no", table("other", "author"), "id"),
                                index("ix_author", "no")))));
        assertThat(introspect("").schema())
                .isEqualTo(Schema.of(Table.of(table("post"), List.of(column("id", integer())))));
    }

    @Test
    void readsHostileNames() throws SQLException {
        database.execute(
                "CREATE TABLE \"a\"\"b.c (\" (\"x, y\" INT, \"CHECK\" VARCHAR(9), CONSTRAINT \"PRIMARY \"\"KEY\" PRIMARY KEY (\"x, y\"),"
                        + " CONSTRAINT \"it's\" CHECK (\"CHECK\" IN ('a', 'b')), CONSTRAINT \"f)\" FOREIGN KEY (\"x, y\") REFERENCES \"a\"\"b.c (\" (\"x, y\"))",
                "CREATE INDEX \"UNIQUE -- x\" ON \"a\"\"b.c (\" (\"CHECK\", \"x, y\")");

        Introspection found = introspect("");
        assertThat(found.remarks()).isEmpty();
        assertThat(found.schema())
                .isEqualTo(Schema.of(Table.of(
                        table("a\"b.c ("),
                        List.of(
                                column("x, y", integer()).notNull(),
                                column("CHECK", varchar(9)),
                                primaryKey("PRIMARY \"KEY", "x, y"),
                                oneOf("it's", "CHECK", "a", "b"),
                                foreignKey("f)", "x, y", table("a\"b.c ("), "x, y"),
                                index("UNIQUE -- x", "CHECK", "x, y")))));
    }
}
