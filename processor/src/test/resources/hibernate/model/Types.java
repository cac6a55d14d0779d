package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Check;
import org.hibernate.type.SqlTypes;

/** Every basic type. */
@Entity
public class Types {
    enum Color { RED, GREEN, BLUE }

    public static class Money implements java.io.Serializable {
        public String amount;
    }

    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;

    boolean aBoolean; Boolean boxedBoolean;
    byte aByte; Byte boxedByte; short aShort; Short boxedShort; int anInt; Integer boxedInt; long aLong; Long boxedLong;
    float aFloat; Float boxedFloat; double aDouble; Double boxedDouble; char aChar; Character boxedChar;
    @Column(precision = 10) double preciseDouble; @Column(precision = 5) float preciseFloat;
    BigDecimal decimalPlain; BigInteger integerPlain;
    @Column(precision = 10) BigDecimal decimal10; @Column(precision = 10, scale = 4) BigDecimal decimal104; @Column(scale = 5) BigDecimal scaleOnly;
    Year year1; Duration duration; @Column(precision = 5, scale = 3) Duration duration53;

    String text; @Column(length = 5000) String text5000; @Column(length = 30000) String text30000; @Column(length = 70000) String text70000;
    @Column(length = 2000000) String text2000000; @Column(length = 20000000) String text20000000;
    @Lob String lob; @Lob @Column(length = 65535) String lob65535; @Lob @Column(length = 100000) String lob100000; @Lob char[] lobChars; char[] chars;
    @Nationalized String national;
    URL url; Locale locale; ZoneId zoneId; TimeZone timeZone; Class<?> clazz; Currency currency; ZoneOffset zoneOffset;
    @JdbcTypeCode(SqlTypes.LONGVARCHAR) String longVarchar; @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String long32;
    @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) String char3;

    byte[] bytes; @Column(length = 16) byte[] bytes16; @Column(length = 70000) byte[] bytes70000; @Lob byte[] lobBytes; java.sql.Blob sqlBlob; java.sql.Clob sqlClob;
    @JdbcTypeCode(SqlTypes.BINARY) @Column(length = 16) byte[] binary16; @JdbcTypeCode(SqlTypes.LONG32VARBINARY) byte[] long32Bytes;
    @Column(length = 100) Money money;

    LocalDate localDate; java.sql.Date sqlDate; LocalTime timeOfDay; java.sql.Time sqlTime; OffsetTime offsetTime;
    LocalDateTime localDateTime; java.util.Date utilDate; Calendar calendar; java.sql.Timestamp sqlTimestamp;
    Instant instant; OffsetDateTime offsetDateTime; ZonedDateTime zonedDateTime;
    @jakarta.persistence.Temporal(TemporalType.DATE) java.util.Date temporalDate; @jakarta.persistence.Temporal(TemporalType.TIME) java.util.Date temporalTime;
    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) OffsetDateTime normalized; @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetDateTime withColumn;
    @TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetDateTime nativeZone;
    @FractionalSeconds(3) LocalDateTime millis;

    UUID uuid; @JdbcTypeCode(SqlTypes.VARCHAR) UUID uuidText; java.net.InetAddress inet;
    String[] texts; List<String> textList; @Column(length = 20) List<String> shortTexts; int[] ints; long[] longs; Set<Integer> intSet; LocalDateTime[] dates;
    List<Color> colors; @Enumerated(EnumType.STRING) List<Color> colorNames;

    Color ordinal; @Enumerated(EnumType.STRING) Color named; @Enumerated(EnumType.STRING) @Column(length = 20) Color named20;
    @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Color namedText; @JdbcTypeCode(SqlTypes.SMALLINT) Color small; DayOfWeek weekDay; Month monthOfYear;
    @Convert(converter = org.hibernate.type.YesNoConverter.class) Boolean yesNo; @Convert(converter = org.hibernate.type.TrueFalseConverter.class) boolean trueFalse;
    @Convert(converter = org.hibernate.type.NumericBooleanConverter.class) Boolean numericBoolean;

    @Column(columnDefinition = "varchar(77)") String defined; @ColumnDefault("'x'") @Column(length = 10) String defaulted; @ColumnDefault("0") @Column(nullable = false) int zero;
    @Check(constraints = "checked_ > 0") @Column(name = "checked_") int checked; @Comment("words") String commented;
    @Column(unique = true, length = 50) String unique1; @Column(nullable = false) String mandatory; @Basic(optional = false) String required;
    @Formula("1 + 1") int formula; @jakarta.persistence.Transient String forgotten; transient String passing; static String shared; final String constant = "c";
    @CreationTimestamp Instant created; @UpdateTimestamp LocalDateTime updated; @CurrentTimestamp Instant current; @Version Integer version;
}
