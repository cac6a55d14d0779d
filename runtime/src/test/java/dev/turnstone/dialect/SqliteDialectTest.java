package dev.turnstone.dialect;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

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
