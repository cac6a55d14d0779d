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

class SqliteIntrospectionTest {

    private final FreshDatabase database = TestDatabases.SQLITE.fresh();

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Introspection introspect() {
        return Migrator.of(database.dataSource()).introspect();
    }

    @Test
    void readsTypesAndDefaults() throws SQLException {
        database.execute("""
                CREATE TABLE kinds (a BOOLEAN DEFAULT TRUE, b INTEGER DEFAULT -1, c DECIMAL(10, 2) DEFAULT (1.5),
                    d VARCHAR(20) DEFAULT 'it''s é', e TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
                    f BLOB DEFAULT x'00ff', g, h TEXT DEFAULT (date('now')), i DOUBLE DEFAULT +2,
                    j "odd type" DEFAULT NULL, k TEXT DEFAULT ('a' || 'b'), l BOOLEAN DEFAULT 0 NOT NULL,
                    m SMALLINT, n TINYINT, o BIGINT, p REAL, q CHAR(5), r BLOB(16), s DATE, t TIME(0), u TIMESTAMP(6), v UUID_TEXT)""");

        assertThat(introspect().schema())
                .isEqualTo(Schema.of(Table.of(
                        table("kinds"),
                        List.of(
                                column("a", bool()).withDefault("true"),
                                column("b", integer()).withDefault("-1"),
                                column("c", decimal(10, 2)).withDefault("1.5"),
                                column("d", varchar(20)).withDefault("it's é"),
                                column("e", timestampWithTimeZone(3)).withDefaultSql("CURRENT_TIMESTAMP"),
                                column("f", blob()).withDefault("00ff"),
                                column("g", verbatim("ANY")),
                                column("h", text()).withDefaultSql("date('now')"),
                                column("i", doublePrecision()).withDefault("+2"),
                                column("j", verbatim("odd type")),
                                column("k", text()).withDefaultSql("'a' || 'b'"),
                                column("l", bool()).withDefault("false").notNull(),
                                column("m", smallint()),
                                column("n", tinyint()),
                                column("o", bigint()),
                                column("p", real()),
                                column("q", character(5)),
                                column("r", varbinary(16)),
                                column("s", date()),
                                column("t", time(0)),
                                column("u", timestamp(6)),
                                column("v", uuid())))));
    }

    @Test
    void readsKeysAndRules() throws SQLException {
        database.execute(
                """
                CREATE TABLE author ( -- "comment, with ) everything'
                    id INTEGER NOT NULL CONSTRAINT pk_author PRIMARY KEY AUTOINCREMENT, /* ( , */ old VARCHAR(20) NOT NULL,
                    state VARCHAR(5) CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s', 'a)')),
                    CONSTRAINT uk_author UNIQUE (state, old), CONSTRAINT ck_old CHECK (length(old) > (1 + 0)))""",
                """
                CREATE TABLE "post" (no INT PRIMARY KEY, state VARCHAR(5), name VARCHAR(20) UNIQUE, author INT REFERENCES author,
                    CONSTRAINT fk_post FOREIGN KEY (state, name) REFERENCES author (state, old)
                    ON DELETE SET NULL ON UPDATE CASCADE CHECK (no > 0))""",
                "ALTER TABLE author RENAME COLUMN old TO name",
                "ALTER TABLE author RENAME TO writer",
                "ALTER TABLE post ADD COLUMN extra INT DEFAULT 1 CONSTRAINT fk_extra REFERENCES writer (id) ON DELETE CASCADE",
                "CREATE INDEX ix_post ON post (name, state)");

        Introspection found = introspect();
        assertThat(found.schema())
                .isEqualTo(Schema.of(
                        Table.of(
                                table("writer"),
                                List.of(
                                        column("id", integer()).asIdentity(),
                                        column("name", varchar(20)).notNull(),
                                        column("state", varchar(5)),
                                        primaryKey("pk_author", "id"),
                                        unique("uk_author", "state", "name"),
                                        oneOf("ck_state", "state", "NEW", "it's", "a)"),
                                        check("ck_old", "length(name) > (1 + 0)"))),
                        Table.of(
                                table("post"),
                                List.of(
                                        column("no", verbatim("INT")),
                                        column("state", varchar(5)),
                                        column("name", varchar(20)),
                                        column("author", verbatim("INT")),
                                        column("extra", verbatim("INT")).withDefault("1"),
                                        primaryKey("primary key of [no]", "no"),
                                        unique("unique of [name]", "name"),
                                        check("check of no > 0", "no > 0"),
                                        foreignKey("foreign key of [author]", "author", table("writer"), "id"),
                                        foreignKey("fk_extra", "extra", table("writer"), "id")
                                                .onDelete(ReferentialAction.CASCADE),
                                        foreignKey(
                                                        "fk_post",
                                                        List.of("state", "name"),
                                                        table("writer"),
                                                        List.of("state", "name"))
                                                .onDelete(ReferentialAction.SET_NULL)
                                                .onUpdate(ReferentialAction.CASCADE),
                                        index("ix_post", "name", "state")))));
        assertThat(found.remarks()).isEmpty();
    }

    @Test
    void remarksOnWhatASchemaCannotSay() throws SQLException {
        database.execute(
                "CREATE TABLE author (id INTEGER PRIMARY KEY DESC, name TEXT COLLATE NOCASE, twice INT GENERATED ALWAYS AS (id * 2) STORED,"
                        + " half INT AS (id / 2), CONSTRAINT uk UNIQUE (name) ON CONFLICT REPLACE)",
                "CREATE TABLE post (id INT, name TEXT, PRIMARY KEY (id, name COLLATE NOCASE),"
                        + " CONSTRAINT fk FOREIGN KEY (id) REFERENCES author (id) DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID",
                "CREATE INDEX ix_part ON post (id) WHERE id > 0",
                "CREATE INDEX ix_lower ON post (lower(name), id)",
                "CREATE INDEX ix_down ON post (id DESC)",
                "CREATE INDEX ix_nocase ON post (name COLLATE NOCASE)",
                "CREATE UNIQUE INDEX ux_post ON post (name)");

        Introspection found = introspect();
        assertThat(found.schema())
                .isEqualTo(Schema.of(
                        Table.of(
                                table("author"),
                                List.of(
                                        column("id", integer()),
                                        column("name", text()),
                                        column("twice", verbatim("INT")),
                                        column("half", verbatim("INT")))),
                        Table.of(
                                table("post"),
                                List.of(
                                        column("id", verbatim("INT")).notNull(),
                                        column("name", text()).notNull()))));
        assertThat(found.remarks())
                .containsExactly(
                        "author: column half AS (id / 2)",
                        "author: column id PRIMARY KEY DESC",
                        "author: column name COLLATE NOCASE",
                        "author: column twice GENERATED ALWAYS AS (id * 2) STORED",
                        "author: constraint uk: UNIQUE (name) ON CONFLICT REPLACE",
                        "post: CREATE INDEX ix_down ON post (id DESC)",
                        "post: CREATE INDEX ix_lower ON post (lower(name), id)",
                        "post: CREATE INDEX ix_nocase ON post (name COLLATE NOCASE)",
                        "post: CREATE INDEX ix_part ON post (id) WHERE id > 0",
                        "post: CREATE UNIQUE INDEX ux_post ON post (name)",
                        "post: PRIMARY KEY (id, name COLLATE NOCASE)",
                        "post: WITHOUT ROWID",
                        "post: constraint fk: FOREIGN KEY (id) REFERENCES author (id) DEFERRABLE INITIALLY DEFERRED");
    }

    @Test
    void readsHostileNames() throws SQLException {
        database.execute(
                "CREATE TABLE \"a\"\"b.c (\" (\"x, y\" INTEGER, [CHECK] VARCHAR(9), CONSTRAINT \"PRIMARY \"\"KEY\" PRIMARY KEY (`x, y`),"
                        + " CONSTRAINT 'it''s' CHECK (\"CHECK\" IN ('a', 'b')), CONSTRAINT \"f)\" FOREIGN KEY ([x, y]) REFERENCES \"a\"\"b.c (\" ('x, y'))",
                "CREATE INDEX \"UNIQUE -- x\" ON \"a\"\"b.c (\" (\"CHECK\", \"x, y\")");

        Introspection found = introspect();
        assertThat(found.remarks()).isEmpty();
        assertThat(found.schema())
                .isEqualTo(Schema.of(Table.of(
                        table("a\"b.c ("),
                        List.of(
                                column("x, y", integer()),
                                column("CHECK", varchar(9)),
                                primaryKey("PRIMARY \"KEY", "x, y"),
                                oneOf("it's", "CHECK", "a", "b"),
                                foreignKey("f)", "x, y", table("a\"b.c ("), "x, y"),
                                index("UNIQUE -- x", "CHECK", "x, y")))));
    }

    @Test
    void leavesOutAttachedAndTemporaryTables() throws SQLException {
        database.execute("CREATE TABLE post (id INTEGER)", "CREATE VIEW posts AS SELECT * FROM post");
        try (FreshDatabase other = TestDatabases.SQLITE.fresh()) {
            other.execute("CREATE TABLE author (id INTEGER)");
            assertThat(introspect().schema())
                    .isEqualTo(Schema.of(Table.of(table("post"), List.of(column("id", integer())))));
        }
    }
}
