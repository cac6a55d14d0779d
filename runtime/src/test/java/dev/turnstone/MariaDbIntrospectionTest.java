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

class MariaDbIntrospectionTest {

    private final FreshDatabase database = TestDatabases.MARIADB.fresh();

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Introspection introspect() {
        return Migrator.of(database.dataSource()).introspect();
    }

    @Test
    void readsAllTypes() throws SQLException {
        database.execute("""
                CREATE TABLE kinds (a BOOLEAN, b TINYINT, c SMALLINT, d INT, e BIGINT, f FLOAT, g DOUBLE, h DECIMAL(10, 2),
                    i CHAR(5), j VARCHAR(20), k LONGTEXT, l VARBINARY(16), m LONGBLOB, n DATE, o TIME, p TIME(3),
                    q DATETIME(6), r DATETIME, s TIMESTAMP(6) NULL, t UUID, u ENUM('x', 'it''s'), v TEXT,
                    w INT UNSIGNED, x BIT(3), y INT(5) ZEROFILL, z BIT(1))""");

        assertThat(introspect().schema())
                .isEqualTo(Schema.of(Table.of(
                        table("kinds"),
                        List.of(
                                column("a", bool()),
                                column("b", tinyint()),
                                column("c", smallint()),
                                column("d", integer()),
                                column("e", bigint()),
                                column("f", real()),
                                column("g", doublePrecision()),
                                column("h", decimal(10, 2)),
                                column("i", character(5)),
                                column("j", varchar(20)),
                                column("k", text()),
                                column("l", varbinary(16)),
                                column("m", blob()),
                                column("n", date()),
                                column("o", time(0)),
                                column("p", time(3)),
                                column("q", timestamp(6)),
                                column("r", timestamp(0)),
                                column("s", timestampWithTimeZone(6)),
                                column("t", uuid()),
                                column("u", verbatim("enum('x','it''s')")),
                                column("v", verbatim("text")),
                                column("w", verbatim("int(10) unsigned")),
                                column("x", verbatim("bit(3)")),
                                column("y", verbatim("int(5) unsigned zerofill")),
                                column("z", bool())))));
    }

    @Test
    void readsDefaults() throws SQLException {
        database.execute("""
                CREATE TABLE defaults (a VARCHAR(20) DEFAULT 'it''s é\\\\ ', b INT DEFAULT -1, c DECIMAL(5, 2) DEFAULT 1.5,
                    d BOOLEAN DEFAULT TRUE, e DATE DEFAULT '2020-01-31', f DATE DEFAULT (CURRENT_DATE),
                    g VARBINARY(4) DEFAULT x'4142', h UUID DEFAULT UUID(), i VARCHAR(9) DEFAULT NULL,
                    j LONGTEXT DEFAULT lower('A'), k DATETIME(3) DEFAULT '2020-01-31 12:30:00',
                    l TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6), m VARCHAR(9) NOT NULL DEFAULT 'NULL', n VARCHAR(9) NOT NULL,
                    o BIT(1) DEFAULT b'1')""");

        assertThat(introspect().schema())
                .isEqualTo(Schema.of(Table.of(
                        table("defaults"),
                        List.of(
                                column("a", varchar(20)).withDefault("it's é\\ "),
                                column("b", integer()).withDefault("-1"),
                                column("c", decimal(5, 2)).withDefault("1.50"),
                                column("d", bool()).withDefault("true"),
                                column("e", date()).withDefault("2020-01-31"),
                                column("f", date()).withDefaultSql("curdate()"),
                                column("g", varbinary(4)).withDefault("4142"),
                                column("h", uuid()).withDefaultSql("uuid()"),
                                column("i", varchar(9)),
                                column("j", text()).withDefaultSql("lcase('A')"),
                                column("k", timestamp(3)).withDefault("2020-01-31 12:30:00.000"),
                                column("l", timestampWithTimeZone(6)).withDefaultSql("current_timestamp(6)"),
                                column("m", varchar(9)).withDefault("NULL").notNull(),
                                column("n", varchar(9)).notNull(),
                                column("o", bool()).withDefault("true")))));
    }

    @Test
    void readsKeysRulesAndComments() throws SQLException {
        database.execute(
                """
                CREATE TABLE author (id BIGINT AUTO_INCREMENT, old VARCHAR(20) NOT NULL COMMENT 'it''s', state VARCHAR(5),
                    price DECIMAL(5, 2) CHECK (price > 0), PRIMARY KEY (id),
                    CONSTRAINT uk_author UNIQUE (state, old), CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s')),
                    CONSTRAINT ck_old CHECK (length(old) > 1 AND old <> 'x')) COMMENT 'who writes'""",
                """
                CREATE TABLE post (no INT PRIMARY KEY, state VARCHAR(5), name VARCHAR(20), author BIGINT,
                    CONSTRAINT fk_post FOREIGN KEY (state, name) REFERENCES author (state, old)
                    ON DELETE SET NULL ON UPDATE CASCADE)""",
                "ALTER TABLE author RENAME COLUMN old TO name",
                "CREATE INDEX fk_wide ON post (author, no)",
                "ALTER TABLE post ADD CONSTRAINT fk_wide FOREIGN KEY (author) REFERENCES author (id)",
                "CREATE INDEX ix_post ON post (name, state)");

        Introspection found = introspect();
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
                                        primaryKey("PRIMARY", "id"),
                                        unique("uk_author", "state", "name"),
                                        oneOf("ck_state", "state", "NEW", "it's"),
                                        check("price", "`price` > 0"),
                                        check("ck_old", "octet_length(`name`) > 1 and `name` <> 'x'"))),
                        Table.of(
                                table("post"),
                                List.of(
                                        column("no", integer()).notNull(),
                                        column("state", varchar(5)),
                                        column("name", varchar(20)),
                                        column("author", bigint()),
                                        primaryKey("PRIMARY", "no"),
                                        foreignKey(
                                                        "fk_post",
                                                        List.of("state", "name"),
                                                        table("author"),
                                                        List.of("state", "name"))
                                                .onDelete(ReferentialAction.SET_NULL)
                                                .onUpdate(ReferentialAction.CASCADE),
                                        foreignKey("fk_wide", "author", table("author"), "id")
                                                .onDelete(ReferentialAction.RESTRICT)
                                                .onUpdate(ReferentialAction.RESTRICT),
                                        index("fk_wide", "author", "no"),
                                        index("ix_post", "name", "state")))));
        assertThat(found.remarks()).isEmpty();
    }

    @Test
    void remarksOnWhatASchemaCannotSay() throws SQLException {
        database.execute(
                "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(9) COLLATE utf8mb4_bin, twice INT AS (id * 2) STORED,"
                        + " half INT AS (id / 2), seen DATETIME ON UPDATE CURRENT_TIMESTAMP, gone INT INVISIBLE) ENGINE Aria",
                "CREATE TABLE post (id INT, name VARCHAR(9), body LONGTEXT) COLLATE latin1_bin",
                "CREATE INDEX ix_down ON post (id DESC)",
                "CREATE INDEX ix_start ON post (id, name(3))",
                "CREATE FULLTEXT INDEX ix_text ON post (body)",
                "CREATE INDEX ix_not ON post (name) IGNORED",
                "CREATE UNIQUE INDEX ux_start ON post (name(2))",
                "CREATE TABLE whole (id INT) PARTITION BY HASH (id) PARTITIONS 2");

        Introspection found = introspect();
        assertThat(found.schema())
                .isEqualTo(Schema.of(
                        Table.of(
                                table("author"),
                                List.of(
                                        column("id", integer()).notNull(),
                                        column("name", varchar(9)),
                                        column("twice", integer()),
                                        column("half", integer()),
                                        column("seen", timestamp(0)),
                                        column("gone", integer()),
                                        primaryKey("PRIMARY", "id"))),
                        Table.of(
                                table("post"),
                                List.of(column("id", integer()), column("name", varchar(9)), column("body", text()))),
                        Table.of(table("whole"), List.of(column("id", integer())))));
        assertThat(found.remarks())
                .containsExactly(
                        "author: ENGINE Aria",
                        "author: column gone INVISIBLE",
                        "author: column half VIRTUAL GENERATED AS (`id` / 2)",
                        "author: column name COLLATE utf8mb4_bin",
                        "author: column seen on update current_timestamp()",
                        "author: column twice STORED GENERATED AS (`id` * 2)",
                        "post: BTREE INDEX ix_down (id DESC)",
                        "post: BTREE INDEX ix_not (name) IGNORED",
                        "post: BTREE INDEX ix_start (id, name(3))",
                        "post: COLLATE latin1_bin",
                        "post: FULLTEXT INDEX ix_text (body)",
                        "post: UNIQUE BTREE INDEX ux_start (name(2))",
                        "whole: partitioned");
    }

    @Test
    void readsOneDatabaseOnly() throws SQLException {
        database.execute(
                "CREATE TABLE post (no INT, CONSTRAINT ck CHECK (no > 1))", "CREATE VIEW posts AS SELECT * FROM post");
        try (FreshDatabase other = TestDatabases.MARIADB.fresh()) {
            other.execute(
                    "CREATE TABLE post (id INT PRIMARY KEY, CONSTRAINT ck CHECK (id > 1), CONSTRAINT fk FOREIGN KEY (id) REFERENCES post (id))",
                    "CREATE INDEX ix_post ON post (id)");

            assertThat(introspect().schema())
                    .isEqualTo(Schema.of(
                            Table.of(table("post"), List.of(column("no", integer()), check("ck", "`no` > 1")))));
        }
    }

    @Test
    void readsHostileNames() throws SQLException {
        database.execute(
                "CREATE TABLE `a``b.c (` (`x, y` INT, `CHECK` VARCHAR(9), PRIMARY KEY (`x, y`),"
                        + " CONSTRAINT `it's` CHECK (`CHECK` IN ('a', 'b')), CONSTRAINT `f)` FOREIGN KEY (`x, y`) REFERENCES `a``b.c (` (`x, y`))",
                "CREATE INDEX `UNIQUE -- x` ON `a``b.c (` (`CHECK`, `x, y`)");

        Introspection found = introspect();
        assertThat(found.remarks()).isEmpty();
        assertThat(found.schema())
                .isEqualTo(Schema.of(Table.of(
                        table("a`b.c ("),
                        List.of(
                                column("x, y", integer()).notNull(),
                                column("CHECK", varchar(9)),
                                primaryKey("PRIMARY", "x, y"),
                                oneOf("it's", "CHECK", "a", "b"),
                                foreignKey("f)", "x, y", table("a`b.c ("), "x, y")
                                        .onDelete(ReferentialAction.RESTRICT)
                                        .onUpdate(ReferentialAction.RESTRICT),
                                index("UNIQUE -- x", "CHECK", "x, y")))));
    }
}
