package dev.turnstone.dialect;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parts of statements for MariaDB and MySQL. The session's mode has no NO_BACKSLASH_ESCAPES while Turnstone works, so a
 * backslash in a text is written twice.
 */
final class MySqlSql extends Sql {

    /** The reserved words of both, as one may take the other's place. */
    private static final Names NAMES = new Names(
            "`",
            "ACCESSIBLE ADD ALL ALTER ANALYZE AND AS ASC ASENSITIVE BEFORE BETWEEN BIGINT BINARY BLOB BOTH BY"
                    + " CALL CASCADE CASE CHANGE CHAR CHARACTER CHECK COLLATE COLUMN CONDITION CONSTRAINT CONTINUE CONVERT"
                    + " CREATE CROSS CUBE CUME_DIST CURRENT_DATE CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER"
                    + " CURSOR DATABASE DATABASES DAY_HOUR DAY_MICROSECOND DAY_MINUTE DAY_SECOND DEC DECIMAL DECLARE DEFAULT"
                    + " DELAYED DELETE DELETE_DOMAIN_ID DENSE_RANK DESC DESCRIBE DETERMINISTIC DISTINCT DISTINCTROW DIV"
                    + " DOUBLE DO_DOMAIN_IDS DROP DUAL EACH ELSE ELSEIF EMPTY ENCLOSED ESCAPED EXCEPT EXISTS EXIT EXPLAIN"
                    + " FALSE FETCH FIRST_VALUE FLOAT FLOAT4 FLOAT8 FOR FORCE FOREIGN FROM FULLTEXT FUNCTION GENERATED GET"
                    + " GRANT GROUP GROUPING GROUPS HAVING HIGH_PRIORITY HOUR_MICROSECOND HOUR_MINUTE HOUR_SECOND IF IGNORE"
                    + " IGNORE_DOMAIN_IDS IN INDEX INFILE INNER INOUT INSENSITIVE INSERT INT INT1 INT2 INT3 INT4 INT8"
                    + " INTEGER INTERSECT INTERVAL INTO IO_AFTER_GTIDS IO_BEFORE_GTIDS IS ITERATE JOIN JSON_TABLE KEY KEYS"
                    + " KILL LAG LAST_VALUE LATERAL LEAD LEADING LEAVE LEFT LIBRARY LIKE LIMIT LINEAR LINES LOAD LOCALTIME"
                    + " LOCALTIMESTAMP LOCK LONG LONGBLOB LONGTEXT LOOP LOW_PRIORITY MANUAL MASTER_BIND"
                    + " MASTER_DEMOTE_TO_REPLICA MASTER_DEMOTE_TO_SLAVE MASTER_SSL_VERIFY_SERVER_CERT MATCH MAXVALUE"
                    + " MEDIUMBLOB MEDIUMINT MEDIUMTEXT MIDDLEINT MINUTE_MICROSECOND MINUTE_SECOND MOD MODIFIES NATURAL NOT"
                    + " NO_WRITE_TO_BINLOG NTH_VALUE NTILE NULL NUMERIC OF OFFSET ON OPTIMIZE OPTIMIZER_COSTS OPTION"
                    + " OPTIONALLY OR ORDER OUT OUTER OUTFILE OVER PAGE_CHECKSUM PARALLEL PARSE_VCOL_EXPR PARTITION"
                    + " PERCENT_RANK PORTION PRECISION PRIMARY PROCEDURE PURGE QUALIFY RANGE RANK READ READS READ_WRITE REAL"
                    + " RECURSIVE REFERENCES REF_SYSTEM_ID REGEXP RELEASE RENAME REPEAT REPLACE REQUIRE RESIGNAL RESTRICT"
                    + " RETURN RETURNING REVOKE RIGHT RLIKE ROW ROWS ROW_NUMBER SCHEMA SCHEMAS SECOND_MICROSECOND SELECT"
                    + " SENSITIVE SEPARATOR SET SHOW SIGNAL SMALLINT SPATIAL SPECIFIC SQL SQLEXCEPTION SQLSTATE SQLWARNING"
                    + " SQL_BIG_RESULT SQL_CALC_FOUND_ROWS SQL_SMALL_RESULT SSL STARTING STATS_AUTO_RECALC STATS_PERSISTENT"
                    + " STATS_SAMPLE_PAGES STORED STRAIGHT_JOIN SYSTEM TABLE TABLESAMPLE TERMINATED THEN TINYBLOB TINYINT"
                    + " TINYTEXT TO TRAILING TRIGGER TRUE UNDO UNION UNIQUE UNLOCK UNSIGNED UPDATE USAGE USE USING UTC_DATE"
                    + " UTC_TIME UTC_TIMESTAMP VALUE VALUES VARBINARY VARCHAR VARCHARACTER VARYING VIRTUAL WHEN WHERE WHILE"
                    + " WINDOW WITH WRITE XOR YEAR_MONTH ZEROFILL");

    private static final Pattern NOW = Pattern.compile(
            "(CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)(\\s*\\(\\s*\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTANT = Pattern.compile(
            NUMBER + "|NULL|TRUE|FALSE|'[^'\\\\]*'|" + NOW + "(\\(\\d\\))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final DateTimeFormatter IN_UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final int LONGEST_VARCHAR = 16_383;
    private static final int LONGEST_TEXT = 65_535;
    private static final int LONGEST_MEDIUM = 16_777_215;

    final MySqlFlavor flavor;

    MySqlSql(MySqlFlavor flavor) {
        super(NAMES);
        this.flavor = flavor;
    }

    @Override
    String text(String text) {
        return super.text(text.replace("\\", "\\\\"));
    }

    @Override
    String type(ColumnType type) {
        int length = type.length();
        return switch (type.kind()) {
            case BOOLEAN -> "BIT";
            case TINYINT, SMALLINT, INTEGER, BIGINT, DOUBLE, DATE -> type.kind().name();
            case REAL -> "FLOAT";
            case DECIMAL -> "DECIMAL(" + length + ", " + type.scale() + ")";
            case CHAR -> "CHAR(" + length + ")";
            case VARCHAR -> length <= LONGEST_VARCHAR ? "VARCHAR(" + length + ")" : sized(length, "TEXT");
            case VARBINARY -> length <= LONGEST_TEXT ? "VARBINARY(" + length + ")" : sized(length, "BLOB");
            case TEXT -> "LONGTEXT";
            case BLOB -> "LONGBLOB";
            case TIME -> fraction("TIME", length);
            case TIMESTAMP, TIMESTAMP_TZ -> fraction("DATETIME", length);
            case UUID -> flavor.nativeUuid() ? "UUID" : "BINARY(16)";
            case VERBATIM -> type.sql(flavor.maria() ? "mariadb" : "mysql");
        };
    }

    private static String sized(int length, String kind) {
        return length <= LONGEST_TEXT ? kind : length <= LONGEST_MEDIUM ? "MEDIUM" + kind : "LONG" + kind;
    }

    private static String fraction(String type, int digits) {
        return digits == 0 ? type : type + "(" + digits + ")";
    }

    /** Why the database has no such type; empty if it has it. */
    static String refusal(Column column) {
        ColumnType type = column.type();
        return switch (type.kind()) {
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> type.length() <= 6 ? "" : limit(column, "6 digits of a second");
            case CHAR -> type.length() <= 255 ? "" : limit(column, "255 characters of fixed length");
            case DECIMAL ->
                type.length() <= 65 && type.scale() <= 30 ? "" : limit(column, "65 digits, 30 of them after the point");
            default -> "";
        };
    }

    private static String limit(Column column, String most) {
        return "MariaDB and MySQL store at most " + most + ", but the column " + column.name() + " is of type "
                + column.type() + ". Choose a smaller type.";
    }

    @Override
    String literal(ColumnType type, String text) {
        return switch (type.kind()) {
            case BOOLEAN ->
                text.equalsIgnoreCase("true") ? "b'1'" : text.equalsIgnoreCase("false") ? "b'0'" : text(text);
            case TIMESTAMP_TZ -> text(inUtc(text, type.length()));
            case UUID -> {
                String digits = text.replace("-", "");
                yield flavor.nativeUuid() || !HEXADECIMAL.matcher(digits).matches() ? text(text) : bytes(digits);
            }
            default -> super.literal(type, text);
        };
    }

    private static String inUtc(String text, int digits) {
        try {
            String utc = OffsetDateTime.parse(text.replace(' ', 'T'))
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .format(IN_UTC);
            return utc.substring(0, digits == 0 ? 19 : 20 + Math.min(digits, 6));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    @Override
    String column(Column column) {
        StringBuilder sql = new StringBuilder(names.quote(column.name()) + " " + type(column.type()));
        if (!column.nullable()) {
            sql.append(" NOT NULL");
        } else if (type(column.type()).toLowerCase(Locale.ROOT).startsWith("timestamp")) {
            // Without it, some servers take the column as NOT NULL.
            sql.append(" NULL");
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultValue(column));
        }
        if (column.identity()) {
            sql.append(" AUTO_INCREMENT");
        }
        return sql.append(comment(column.comment(), " COMMENT ")).toString();
    }

    String comment(String comment, String word) {
        return comment.isEmpty() ? "" : word + text(comment);
    }

    private String defaultValue(Column column) {
        String value = value(column.type(), column.defaultValue());
        if (column.defaultValue() instanceof DefaultValue.Sql) {
            int digits = column.type().length();
            return NOW.matcher(value).matches() && digits > 0 && column.type().scale() == 0
                    ? "CURRENT_TIMESTAMP(" + digits + ")"
                    : CONSTANT.matcher(value).matches() ? value : "(" + value + ")";
        }
        String type = type(column.type());
        return !flavor.maria() && (type.endsWith("TEXT") || type.endsWith("BLOB")) ? "(" + value + ")" : value;
    }

    /** Whether rows that exist get the default without being copied. */
    static boolean isConstant(DefaultValue value) {
        return !(value instanceof DefaultValue.Sql sql)
                || CONSTANT.matcher(sql.expression()).matches();
    }

    /** The name of a primary key is always PRIMARY, whatever is given. */
    @Override
    String constraint(Constraint constraint) {
        return constraint instanceof PrimaryKey key ? primaryKey(key) : super.constraint(constraint);
    }

    String createTable(Table table) {
        List<String> elements = elements(table);
        table.indexes()
                .forEach(index ->
                        elements.add("INDEX " + names.quote(index.name()) + " (" + names.quote(index.columns()) + ")"));
        return "CREATE TABLE " + names.quote(table.name()) + " (\n    " + String.join(",\n    ", elements) + "\n)"
                + comment(table.comment(), " COMMENT ");
    }
}
