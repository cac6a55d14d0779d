package dev.turnstone.processor.jpa;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import java.sql.Types;
import java.util.Optional;

/** The types that {@code @JdbcTypeCode} names by a number of {@code java.sql.Types} or of Hibernate. */
record JdbcCodes(JpaSettings settings) {

    /** No number is given. */
    static final int NONE = Types.NULL;

    static final int UUID = 3000;
    static final int JSON = 3001;
    private static final int INET = 3002;
    private static final int TIMESTAMP_UTC = 3003;
    private static final int MATERIALIZED_BLOB = 3004;
    private static final int MATERIALIZED_CLOB = 3005;
    private static final int MATERIALIZED_NCLOB = 3006;
    private static final int TIME_UTC = 3007;
    static final int INSTANT = 3008;
    static final int LOCAL_DATE_TIME = 3009;
    static final int LOCAL_DATE = 3010;
    static final int LOCAL_TIME = 3011;
    static final int OFFSET_DATE_TIME = 3012;
    private static final int INTERVAL_SECOND = 3100;
    private static final int LONG32VARCHAR = 4001;
    private static final int LONG32NVARCHAR = 4002;
    private static final int LONG32VARBINARY = 4003;
    private static final int LONGEST = 32_600;

    /** The form that a number stands for; empty for one that leaves the type to Java's. */
    Optional<ColumnForm> of(int code, Size size) {
        ColumnForm form = switch (code) {
            case Types.BOOLEAN, Types.BIT -> ColumnForm.of(Kind.BOOLEAN);
            case Types.TINYINT -> ColumnForm.of(Kind.TINYINT);
            case Types.SMALLINT -> ColumnForm.of(Kind.SMALLINT);
            case Types.INTEGER -> ColumnForm.of(Kind.INTEGER);
            case Types.BIGINT -> ColumnForm.of(Kind.BIGINT);
            case Types.REAL -> ColumnForm.of(Kind.REAL);
            case Types.FLOAT, Types.DOUBLE -> size.binary(Kind.DOUBLE);
            case Types.NUMERIC -> size.decimal(38, 2);
            case Types.DECIMAL -> {
                ColumnType type = size.decimal(38, 2).type();
                yield Spelling.of("decimal(" + type.length() + "," + type.scale() + ")")
                        .form();
            }
            case Types.CHAR, Types.NCHAR -> character(size);
            case Types.VARCHAR, Types.NVARCHAR -> size.text();
            case Types.LONGVARCHAR, Types.LONGNVARCHAR -> ColumnForm.of(Kind.VARCHAR, size.lengthOr(LONGEST));
            case LONG32VARCHAR, LONG32NVARCHAR ->
                Spelling.of("clob").postgresql("text").mysql("longtext").form();
            case Types.BINARY ->
                Spelling.of("binary(" + size.lengthOr(255) + ")")
                        .postgresql("bytea")
                        .sqlite("blob")
                        .form();
            case Types.VARBINARY -> size.bytes();
            case Types.LONGVARBINARY -> ColumnForm.of(Kind.VARBINARY, size.lengthOr(LONGEST));
            case LONG32VARBINARY ->
                Spelling.of("blob").postgresql("bytea").mysql("longblob").form();
            case Types.CLOB, Types.NCLOB, MATERIALIZED_CLOB, MATERIALIZED_NCLOB -> LargeForms.text(size);
            case Types.BLOB, MATERIALIZED_BLOB -> LargeForms.bytes(size);
            case Types.DATE, LOCAL_DATE -> ColumnForm.of(Kind.DATE);
            case Types.TIME, LOCAL_TIME, TIME_UTC ->
                ColumnForm.of(Kind.TIME, size.fraction(settings.atLeast(7, 0) ? 0 : 6));
            case Types.TIMESTAMP, LOCAL_DATE_TIME -> ColumnForm.of(Kind.TIMESTAMP, size.fraction(6));
            case Types.TIMESTAMP_WITH_TIMEZONE, TIMESTAMP_UTC, INSTANT, OFFSET_DATE_TIME ->
                ColumnForm.of(Kind.TIMESTAMP_TZ, size.fraction(6));
            case UUID -> ColumnForm.of(Kind.UUID);
            case JSON -> Spelling.of("json").postgresql("jsonb").sqlite("clob").form();
            case INET ->
                Spelling.of("varbinary(19)").postgresql("inet").sqlite("blob").form();
            case INTERVAL_SECOND ->
                Spelling.of("interval second(18,9)")
                        .postgresql("interval second(6)")
                        .form();
            case Types.SQLXML ->
                Spelling.of("xml").h2("clob").mysql("longtext").sqlite("clob").form();
            default -> null;
        };
        return Optional.ofNullable(form);
    }

    private ColumnForm character(Size size) {
        int length = size.lengthOr(1);
        return settings.atLeast(7, 0)
                ? Spelling.of("char(" + length + ")")
                        .mysql("varchar(" + length + ")")
                        .form()
                : ColumnForm.of(Kind.CHAR, length);
    }
}
