package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Notes;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;

/** Hibernate's own classes that {@code @JdbcType} and {@code @JavaType} name. What others do, only they know. */
final class Descriptors {

    private static final String HIBERNATE = "org.hibernate.";

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("BooleanJdbcType", Types.BOOLEAN),
            Map.entry("TinyIntJdbcType", Types.TINYINT),
            Map.entry("SmallIntJdbcType", Types.SMALLINT),
            Map.entry("IntegerJdbcType", Types.INTEGER),
            Map.entry("BigIntJdbcType", Types.BIGINT),
            Map.entry("RealJdbcType", Types.REAL),
            Map.entry("FloatJdbcType", Types.FLOAT),
            Map.entry("DoubleJdbcType", Types.DOUBLE),
            Map.entry("NumericJdbcType", Types.NUMERIC),
            Map.entry("DecimalJdbcType", Types.DECIMAL),
            Map.entry("CharJdbcType", Types.CHAR),
            Map.entry("NCharJdbcType", Types.NCHAR),
            Map.entry("VarcharJdbcType", Types.VARCHAR),
            Map.entry("VarcharUUIDJdbcType", Types.VARCHAR),
            Map.entry("NVarcharJdbcType", Types.NVARCHAR),
            Map.entry("LongVarcharJdbcType", Types.LONGVARCHAR),
            Map.entry("LongNVarcharJdbcType", Types.LONGNVARCHAR),
            Map.entry("BinaryJdbcType", Types.BINARY),
            Map.entry("VarbinaryJdbcType", Types.VARBINARY),
            Map.entry("LongVarbinaryJdbcType", Types.LONGVARBINARY),
            Map.entry("DateJdbcType", Types.DATE),
            Map.entry("TimeJdbcType", Types.TIME),
            Map.entry("TimestampJdbcType", Types.TIMESTAMP),
            Map.entry("TimestampWithTimeZoneJdbcType", Types.TIMESTAMP_WITH_TIMEZONE),
            Map.entry("InstantJdbcType", JdbcCodes.INSTANT),
            Map.entry("LocalDateTimeJdbcType", JdbcCodes.LOCAL_DATE_TIME),
            Map.entry("LocalDateJdbcType", JdbcCodes.LOCAL_DATE),
            Map.entry("LocalTimeJdbcType", JdbcCodes.LOCAL_TIME),
            Map.entry("OffsetDateTimeJdbcType", JdbcCodes.OFFSET_DATE_TIME),
            Map.entry("UUIDJdbcType", JdbcCodes.UUID),
            Map.entry("JsonJdbcType", JdbcCodes.JSON),
            Map.entry("EnumJdbcType", EnumForms.ENUM),
            Map.entry("PostgreSQLEnumJdbcType", EnumForms.NAMED_ENUM));

    private static final Map<String, String> JAVA = Map.ofEntries(
            Map.entry("BooleanJavaType", "java.lang.Boolean"),
            Map.entry("ByteJavaType", "java.lang.Byte"),
            Map.entry("ShortJavaType", "java.lang.Short"),
            Map.entry("IntegerJavaType", "java.lang.Integer"),
            Map.entry("LongJavaType", "java.lang.Long"),
            Map.entry("FloatJavaType", "java.lang.Float"),
            Map.entry("DoubleJavaType", "java.lang.Double"),
            Map.entry("CharacterJavaType", "java.lang.Character"),
            Map.entry("StringJavaType", "java.lang.String"),
            Map.entry("BigDecimalJavaType", "java.math.BigDecimal"),
            Map.entry("BigIntegerJavaType", "java.math.BigInteger"),
            Map.entry("UUIDJavaType", "java.util.UUID"),
            Map.entry("InstantJavaType", "java.time.Instant"),
            Map.entry("LocalDateJavaType", "java.time.LocalDate"),
            Map.entry("LocalDateTimeJavaType", "java.time.LocalDateTime"));

    private Descriptors() {}

    /** The number of the JDBC type that an attribute asks for, by its number or by Hibernate's class for it. */
    static Optional<Integer> code(Notes notes) {
        return notes.hibernate("JdbcTypeCode")
                .or(() -> notes.hibernate("JavaTypeCode"))
                .flatMap(each -> each.number("value"))
                .map(Long::intValue)
                .or(() -> find(notes, "JdbcType", CODES));
    }

    /** The type that an attribute is handled as, if one of Hibernate's classes says so. */
    static Optional<JavaType> java(Notes notes) {
        return find(notes, "JavaType", JAVA).map(JavaType::of);
    }

    /** Whether an attribute has a class of the application for its type. */
    static boolean isForeign(Notes notes) {
        return notes.hibernate("Type").isPresent()
                || (notes.hibernate("JdbcType").isPresent() && code(notes).isEmpty())
                || (notes.hibernate("JavaType").isPresent() && java(notes).isEmpty());
    }

    private static <T> Optional<T> find(Notes notes, String annotation, Map<String, T> known) {
        return notes.hibernate(annotation)
                .flatMap(each -> each.type("value"))
                .map(JavaType::name)
                .filter(name -> name.startsWith(HIBERNATE))
                .flatMap(name -> Optional.ofNullable(known.get(name.substring(name.lastIndexOf('.') + 1))));
    }
}
