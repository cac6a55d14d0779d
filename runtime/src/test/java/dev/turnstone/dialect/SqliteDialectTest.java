package dev.turnstone.dialect;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.blob;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.varbinary;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteDialectTest extends LiveDialectTest {

    /** As SQLite's manual lists them; the server has no list to ask for. */
    private static final String KEYWORDS =
            "ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY"
                    + " CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT"
                    + " CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC"
                    + " DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL FILTER"
                    + " FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN"
                    + " INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE"
                    + " LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS"
                    + " OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP"
                    + " REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET"
                    + " TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM"
                    + " VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHOUT";

    SqliteDialectTest() {
        super(new SqliteDialect().forVersion(3, 36), "sqlite", TestDatabases.SQLITE);
    }

    @Override
    List<OperationCase> ownCases() {
        TableName post = OperationCases.POST;
        TableName author = TableName.of("author");
        Column id = column("id", bigint()).notNull();
        Column stars = column("stars", integer());
        Column writer = column("writer", bigint());
        Table tree = Table.of(
                post,
                List.of(
                        id.asIdentity(),
                        stars,
                        writer,
                        primaryKey("pk_post", "id"),
                        foreignKey("fk_parent", "writer", post, "id"),
                        index("ix_stars", "stars")));
        return List.of(
                OperationCase.of(
                        "run_sql_own",
                        tree,
                        new AddColumn(post, column("x", integer()), null),
                        new RunSql(
                                "tidy up",
                                List.of(new RunSql.Text(
                                        "sqlite", List.of("UPDATE post SET x = 1", "vacuum"), List.of()))),
                        new RenameColumn(post, "x", "y")),
                OperationCase.of(
                                "rebuild_itself",
                                tree,
                                new AlterColumn(post, stars, stars.notNull().withDefault("1")))
                        .withRows("INSERT INTO post (id, writer) VALUES (7, 7)"),
                OperationCase.of(
                                "take_over",
                                tree,
                                new DropIndex(post, index("ix_stars", "stars")),
                                new DropColumn(post, stars, null),
                                new RenameColumn(post, "writer", "stars"),
                                new AddColumn(post, writer.notNull(), sql("stars + 1")),
                                new AddColumn(post, column("later", integer()).notNull(), sql("writer + 1")))
                        .withRows("INSERT INTO post (id, writer) VALUES (7, 7)"),
                OperationCase.of(
                        "take_over_table",
                        Schema.of(tree, Table.of(author, List.of(id, primaryKey("pk_author", "id")))),
                        new DropTable(Table.of(author, List.of(id, primaryKey("pk_author", "id")))),
                        new RenameTable(post, author),
                        new CreateTable(
                                Table.of(post, List.of(writer, foreignKey("fk_writer", "writer", author, "id")))),
                        new RenameConstraint(author, "fk_parent", "fk_author"),
                        new RenameIndex(author, "ix_stars", "ix_author"),
                        new AddIndex(post, index("ix_stars", "writer"))),
                OperationCase.of(
                        "new_tables_in_a_circle",
                        Schema.EMPTY,
                        new CreateTable(Table.of(author, List.of(id, writer, primaryKey("pk_author", "id")))),
                        new CreateTable(Table.of(
                                post,
                                List.of(
                                        id,
                                        writer,
                                        primaryKey("pk_post", "id"),
                                        foreignKey("fk_post", "writer", author, "id")))),
                        new AddConstraint(author, foreignKey("fk_author", "writer", post, "id")),
                        new RenameColumn(post, "id", "key")),
                OperationCase.of(
                        "text_to_bytes",
                        Table.of(post, List.of(column("a", varchar(9)), column("b", blob()))),
                        new AlterColumn(post, column("a", varchar(9)), column("a", varbinary(9))),
                        new AlterColumn(
                                post,
                                column("b", blob()),
                                column("b", text()).notNull().withDefault("x"))),
                OperationCase.of(
                        "refused_names",
                        tree,
                        new RenameTable(post, TableName.of("sqlite_post")),
                        new AddIndex(TableName.of("sqlite_post"), index("SQLITE_ix", "id")),
                        new RenameIndex(TableName.of("sqlite_post"), "ix_stars", "sqlite_ix2"),
                        new CreateTable(Table.of(TableName.of("sqlite_x"), List.of(id)))),
                OperationCase.of(
                        "refused_identity",
                        Table.of(post, List.of(id.asIdentity(), stars, primaryKey("pk_post", "id"))),
                        new DropConstraint(post, primaryKey("pk_post", "id")),
                        new AddConstraint(post, primaryKey("pk_post", "id", "stars"))),
                OperationCase.of(
                        "refused_reference",
                        tree,
                        new AddConstraint(post, foreignKey("fk", "stars", new TableName("app", "author"), "id"))));
    }

    /** Its first releases can damage the file when they drop a column. */
    @Test
    void version335BuildsATableAnewToDropAColumn() {
        Column stars = column("stars", integer());
        Schema before = Schema.of(OperationCases.post());
        Operation[] drop = {
            new DropIndex(OperationCases.POST, index("ix_post", "stars")),
            new DropColumn(OperationCases.POST, stars, null)
        };
        Dialect old = new SqliteDialect().forVersion(3, 35);
        assertThat(Steps.text(Steps.render(old, before, drop)))
                .isEqualTo(Steps.text(Steps.render(new SqliteDialect(), before, drop)))
                .contains("CREATE TABLE turnstone_new_post")
                .doesNotContain("DROP COLUMN");
        assertThat(Steps.text(Steps.render(dialect, before, drop))).contains("DROP COLUMN stars");
    }

    @Test
    void knowsWhatErrorsMean() {
        assertThat(dialect.failure(null, 1, "[SQLITE_ERROR] (no such table: x)"))
                .isEqualTo(Failure.NO_SUCH_TABLE);
        assertThat(dialect.failure(null, 1, "[SQLITE_ERROR] (no such column: x)"))
                .isEqualTo(Failure.FINAL);
        assertThat(dialect.failure(null, 1, null)).isEqualTo(Failure.FINAL);
        for (int busy : new int[] {5, 6, 261, 517}) {
            assertThat(dialect.failure(null, busy, "locked")).isEqualTo(Failure.BUSY);
        }
        assertThat(dialect.failure(null, 10, "disk I/O error")).isEqualTo(Failure.UNCERTAIN);
        assertThat(dialect.failure(null, 19, "constraint failed")).isEqualTo(Failure.FINAL);
    }

    @Override
    Connection connect(FreshDatabase where) throws SQLException {
        Connection connection = super.connect(where);
        try (Statement statement = connection.createStatement()) {
            // As the engine sets it.
            statement.execute("PRAGMA foreign_keys = OFF");
        }
        return connection;
    }

    @Override
    void empty() {
        live.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'")
                .forEach(name -> live.execute("DROP TABLE \"" + name.replace("\"", "\"\"") + "\""));
    }

    /** SQLite has none; the cases in one are refused. */
    @Override
    void addSchema() {}

    @Override
    List<String> catalogue() {
        List<String> lines = new ArrayList<>();
        for (String table : live.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            lines.addAll(SqliteText.lines(table));
        }
        Collections.sort(lines);
        return lines;
    }

    /** Each migration is one transaction. */
    @Override
    boolean mayBeHalfDone() {
        return false;
    }

    @Override
    Collection<String> reservedWords() {
        return List.of(KEYWORDS.split(" "));
    }
}
