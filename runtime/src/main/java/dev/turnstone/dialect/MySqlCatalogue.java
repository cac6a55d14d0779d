package dev.turnstone.dialect;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.DefaultValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What MariaDB and MySQL hold. Each of them reads the comments that are meant for it: {@code /*M!} is MariaDB's,
 * {@code /*!8} and more digits MySQL's.
 */
final class MySqlCatalogue extends Meaning {

    private static final String IN_SCHEMA = " WHERE TABLE_SCHEMA = DATABASE()";

    private static final String COLUMNS = " FROM information_schema.COLUMNS c JOIN information_schema.TABLES t"
            + " USING (TABLE_SCHEMA, TABLE_NAME)" + IN_SCHEMA + " AND t.TABLE_TYPE = 'BASE TABLE'";

    /** What MariaDB and MySQL say beside the identity and, MySQL only, that a default is an expression. */
    private static final String EXTRA = "TRIM(REPLACE(REPLACE(EXTRA, 'auto_increment', ''), 'DEFAULT_GENERATED', ''))";

    private static final String OTHER_COLLATION = "(c.COLLATION_NAME <> t.TABLE_COLLATION)";

    /** Whether all of an index is what an index of a schema is. */
    private static final String PLAIN = "SUM(SUB_PART IS NOT NULL OR COLUMN_NAME IS NULL OR COLLATION <> 'A'"
            + " OR INDEX_TYPE <> 'BTREE' /*M!100600 OR IGNORED = 'YES' */ /*!80000 OR IS_VISIBLE = 'NO' */) = 0";

    private static final String INDEXES = " FROM information_schema.STATISTICS" + IN_SCHEMA
            + " GROUP BY TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE";

    private final boolean nativeUuid;

    /**
     * What a server holds.
     *
     * @param nativeUuid whether it has a type for UUIDs, so that 16 bytes are no UUID
     */
    MySqlCatalogue(boolean nativeUuid) {
        super(
                Tokens.BACKSLASH,
                0,
                "TINYINT",
                "tinyint",
                "TINYINT",
                "tinyint(#)",
                "SMALLINT",
                "smallint",
                "SMALLINT",
                "smallint(#)",
                "INTEGER",
                "int",
                "INTEGER",
                "int(#)",
                "BIGINT",
                "bigint",
                "BIGINT",
                "bigint(#)",
                "REAL",
                "float",
                "DOUBLE",
                "double",
                "DECIMAL",
                "decimal(#,#)",
                "CHAR",
                "char(#)",
                "VARCHAR",
                "varchar(#)",
                "TEXT",
                "longtext",
                "VARBINARY",
                "varbinary(#)",
                "BLOB",
                "longblob",
                "DATE",
                "date",
                "TIME",
                "time",
                "TIME",
                "time(#)",
                "TIMESTAMP",
                "datetime",
                "TIMESTAMP",
                "datetime(#)",
                "TIMESTAMP_TZ",
                "timestamp",
                "TIMESTAMP_TZ",
                "timestamp(#)",
                "UUID",
                "uuid");
        this.nativeUuid = nativeUuid;
    }

    @Override
    public ColumnType type(String text) {
        if (text.equals("bit(1)") || text.equals("tinyint(1)")) {
            return ColumnType.of(ColumnType.Kind.BOOLEAN);
        }
        return text.equals("binary(16)") && !nativeUuid ? ColumnType.of(ColumnType.Kind.UUID) : super.type(text);
    }

    /** Bytes are shown as characters by MariaDB, and those that are none are lost; as {@code 0x} and digits by MySQL. */
    @Override
    public DefaultValue defaultValue(ColumnType type, String text) {
        // MySQL writes b'1' as a string with backslashes.
        if (type.kind() == ColumnType.Kind.BOOLEAN && text.matches("'?b\\\\?'[01]\\\\?''?")) {
            return new DefaultValue.Literal(text.contains("1") ? "true" : "false");
        }
        DefaultValue value = super.defaultValue(type, text);
        boolean bytes = type.kind() == ColumnType.Kind.VARBINARY || type.kind() == ColumnType.Kind.BLOB;
        if (!bytes || !(value instanceof DefaultValue.Literal literal)) {
            return value;
        }
        String constant = literal.text();
        if (constant.startsWith("0x")) {
            return new DefaultValue.Literal(constant.substring(2));
        }
        return constant.chars().allMatch(each -> each < 128)
                ? new DefaultValue.Literal(HexFormat.of().formatHex(constant.getBytes(StandardCharsets.US_ASCII)))
                : new DefaultValue.Sql(text);
    }

    /** MySQL writes the quotation marks of a check's strings with backslashes before them. */
    @Override
    public Condition condition(String text) {
        return super.condition(text.contains("_utf8mb4\\'") ? text.replace("\\'", "'") : text);
    }

    @Override
    public List<String> queries() {
        return List.of(
                "SELECT 'table', TABLE_NAME, TABLE_COMMENT FROM information_schema.TABLES" + IN_SCHEMA
                        + " AND TABLE_TYPE = 'BASE TABLE'",
                "SELECT 'remark', TABLE_NAME, TRIM(CONCAT(IF(ENGINE = 'InnoDB', '', CONCAT('ENGINE ', ENGINE)),"
                        + " IF(TABLE_COLLATION = @@collation_database, '', CONCAT(' COLLATE ', TABLE_COLLATION)),"
                        + " IF(CREATE_OPTIONS LIKE '%partitioned%', ' partitioned', '')))"
                        + " FROM information_schema.TABLES" + IN_SCHEMA + " AND TABLE_TYPE = 'BASE TABLE'"
                        + " AND (ENGINE <> 'InnoDB' OR TABLE_COLLATION <> @@collation_database"
                        + " OR CREATE_OPTIONS LIKE '%partitioned%')",
                "SELECT 'column', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, /*M! COLUMN_DEFAULT */"
                        + " /*!80000 IF(EXTRA LIKE '%DEFAULT_GENERATED%', COLUMN_DEFAULT, QUOTE(COLUMN_DEFAULT)) */,"
                        + " IF(EXTRA LIKE '%auto_increment%', 'YES', 'NO'), COLUMN_COMMENT" + COLUMNS,
                "SELECT 'remark', TABLE_NAME, CONCAT_WS(' ', 'column', COLUMN_NAME, NULLIF(" + EXTRA + ", ''),"
                        + " NULLIF(CONCAT('AS (', GENERATION_EXPRESSION, ')'), 'AS ()'), IF(" + OTHER_COLLATION
                        + ", CONCAT('COLLATE ', COLLATION_NAME), NULL))" + COLUMNS + " AND (" + EXTRA + " <> '' OR "
                        + OTHER_COLLATION + ")",
                "SELECT 'foreign key', TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME,"
                        + " NULLIF(REFERENCED_TABLE_SCHEMA, TABLE_SCHEMA), k.REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME,"
                        + " DELETE_RULE, UPDATE_RULE FROM information_schema.KEY_COLUMN_USAGE k"
                        + " JOIN information_schema.REFERENTIAL_CONSTRAINTS r USING (CONSTRAINT_SCHEMA, TABLE_NAME,"
                        + " CONSTRAINT_NAME)" + IN_SCHEMA + " AND r.CONSTRAINT_SCHEMA = DATABASE()"
                        + " AND k.REFERENCED_TABLE_NAME IS NOT NULL"
                        + " ORDER BY TABLE_NAME, CONSTRAINT_NAME, k.ORDINAL_POSITION",
                "SELECT IF(INDEX_NAME = 'PRIMARY', 'primary key', IF(NON_UNIQUE = 0, 'unique', 'index')), TABLE_NAME,"
                        + " INDEX_NAME, COLUMN_NAME FROM information_schema.STATISTICS JOIN (SELECT TABLE_NAME, INDEX_NAME"
                        + INDEXES + " HAVING " + PLAIN + ") p USING (TABLE_NAME, INDEX_NAME)" + IN_SCHEMA
                        + " ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX",
                "SELECT 'remark', TABLE_NAME, CONCAT(IF(NON_UNIQUE = 0, 'UNIQUE ', ''), INDEX_TYPE, ' INDEX ', INDEX_NAME,"
                        + " ' (', GROUP_CONCAT(CONCAT(COALESCE(COLUMN_NAME, /*!80013 EXPRESSION, */ ''),"
                        + " COALESCE(CONCAT('(', SUB_PART, ')'), ''), IF(COLLATION = 'D', ' DESC', ''))"
                        + " ORDER BY SEQ_IN_INDEX SEPARATOR ', '), ')'"
                        + " /*M!100600 , IF(MAX(IGNORED) = 'YES', ' IGNORED', '') */"
                        + " /*!80000 , IF(MIN(IS_VISIBLE) = 'NO', ' INVISIBLE', '') */)" + INDEXES + " HAVING NOT "
                        + PLAIN,
                "SELECT 'check', TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS c"
                        + " /*!80016 JOIN information_schema.TABLE_CONSTRAINTS t USING (CONSTRAINT_SCHEMA,"
                        + " CONSTRAINT_NAME) */ WHERE CONSTRAINT_SCHEMA = DATABASE()"
                        + " /*!80016 AND t.ENFORCED = 'YES' */",
                "SELECT 'remark', TABLE_NAME, CONCAT('constraint ', CONSTRAINT_NAME, ': ', CONSTRAINT_TYPE,"
                        + " ' NOT ENFORCED') FROM information_schema.TABLE_CONSTRAINTS WHERE 1 = 0"
                        + " /*!80016 OR (CONSTRAINT_SCHEMA = DATABASE() AND ENFORCED = 'NO') */");
    }

    /** The index that the server makes for a foreign key has the key's name and columns; it is no index of its own. */
    @Override
    public List<List<String>> facts(List<List<String>> rows) {
        Map<List<String>, List<String>> keys = new HashMap<>();
        Map<List<String>, List<String>> indexes = new HashMap<>();
        for (List<String> row : rows) {
            if (row.get(0).equals("foreign key")) {
                keys.computeIfAbsent(row.subList(1, 3), key -> new ArrayList<>())
                        .add(row.get(3));
            } else if (row.get(0).equals("index")) {
                indexes.computeIfAbsent(row.subList(1, 3), key -> new ArrayList<>())
                        .add(row.get(3));
            }
        }
        List<List<String>> facts = new ArrayList<>(rows);
        facts.removeIf(row ->
                row.get(0).equals("index") && indexes.get(row.subList(1, 3)).equals(keys.get(row.subList(1, 3))));
        return facts;
    }
}
