package dev.turnstone.dialect;

import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class MariaDbDialectTest extends LiveDialectTest {

    private static final String MINE = " WHERE TABLE_SCHEMA IN (DATABASE(), 'app')";

    /** What it calls words, though they are none, or though they cannot be a column's name in lower case. */
    private static final Set<String> NO_WORDS = Set.of();

    MariaDbDialectTest() {
        super(new MariaDbDialect().forVersion(10, 11), "mariadb", TestDatabases.MARIADB);
    }

    @Override
    Connection connect(FreshDatabase where) throws SQLException {
        return where.administration().getConnection();
    }

    @Override
    void empty() {
        live.execute("DROP DATABASE IF EXISTS app");
        live.execute("SET SESSION foreign_key_checks = 0");
        live.rows("SELECT CONCAT('DROP TABLE `', REPLACE(TABLE_NAME, '`', '``'), '`') FROM information_schema.TABLES"
                        + " WHERE TABLE_SCHEMA = DATABASE()")
                .forEach(live::execute);
        live.execute("SET SESSION foreign_key_checks = 1");
    }

    @Override
    List<String> catalogue() {
        List<String> lines = new ArrayList<>();
        lines.addAll(live.rows("SELECT 'table', REPLACE(TABLE_SCHEMA, DATABASE(), ''), TABLE_NAME, TABLE_COMMENT,"
                + " TABLE_COLLATION, ENGINE FROM information_schema.TABLES" + MINE));
        lines.addAll(live.rows("SELECT 'column', TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE, COLUMN_TYPE,"
                + " COLLATION_NAME, EXTRA, COLUMN_COMMENT FROM information_schema.COLUMNS" + MINE));
        lines.addAll(live.rows("SELECT 'index', TABLE_NAME, INDEX_NAME, NON_UNIQUE, SEQ_IN_INDEX, COLUMN_NAME"
                + " FROM information_schema.STATISTICS" + MINE));
        lines.addAll(live.rows("SELECT 'constraint', TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE"
                + " FROM information_schema.TABLE_CONSTRAINTS" + MINE));
        lines.addAll(live.rows("SELECT 'key', TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME,"
                + " REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME FROM information_schema.KEY_COLUMN_USAGE" + MINE));
        lines.addAll(live.rows("SELECT 'rule', CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE"
                + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (DATABASE(), 'app')"));
        lines.addAll(live.rows("SELECT 'check', TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE"
                + " FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (DATABASE(), 'app')"));
        Collections.sort(lines);
        return lines;
    }

    @Override
    Collection<String> reservedWords() {
        Set<String> words = new TreeSet<>(live.rows("SELECT WORD FROM information_schema.KEYWORDS"));
        words.removeIf(word -> !word.matches("[A-Z_][A-Z0-9_]*"));
        words.removeAll(NO_WORDS);
        return words;
    }
}
