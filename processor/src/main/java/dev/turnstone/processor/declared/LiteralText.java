package dev.turnstone.processor.declared;

import dev.turnstone.schema.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Constants as users write them in {@code @Default} and {@code @Fill}: checked against the column's type, and brought to one form. */
final class LiteralText {

    private LiteralText() {}

    /**
     * The one form of a constant.
     *
     * @param type the column's type
     * @param text what the user wrote
     * @return the form that the schema keeps; empty if the text is no constant of the type
     */
    static Optional<String> canonical(ColumnType type, String text) {
        try {
            return Optional.ofNullable(parse(type, text));
        } catch (IllegalArgumentException | DateTimeException noSuchValue) {
            return Optional.empty();
        }
    }

    /**
     * What a constant of a type looks like.
     *
     * @param type the column's type
     * @return such as {@code true or false}
     */
    static String expected(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "true or false";
            case TINYINT -> wholeNumber(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SMALLINT -> wholeNumber(Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL, DOUBLE -> "a number such as 0.5";
            case DECIMAL ->
                "a number of at most " + (type.length() - type.scale()) + " digits before and " + type.scale()
                        + " after the decimal point";
            case CHAR, VARCHAR -> "text of at most " + type.length() + " character(s)";
            case DATE -> "a day such as 2020-01-31";
            case TIME -> "a time such as 13:45:00";
            case TIMESTAMP -> "a day and time such as 2020-01-31 13:45:00";
            case TIMESTAMP_TZ -> "a point in time such as 2020-01-31 13:45:00Z";
            case UUID -> "a UUID such as 123e4567-e89b-12d3-a456-426614174000";
            case BLOB, VARBINARY -> "an SQL expression, sql = \"...\", as bytes have no constant form";
            case TEXT, VERBATIM -> "any text";
        };
    }

    private static String parse(ColumnType type, String text) {
        return switch (type.kind()) {
            case BOOLEAN -> {
                String word = text.toLowerCase(Locale.ROOT);
                yield word.equals("true") || word.equals("false") ? word : null;
            }
            case TINYINT -> Byte.toString(Byte.parseByte(text));
            case SMALLINT -> Short.toString(Short.parseShort(text));
            case INTEGER -> Integer.toString(Integer.parseInt(text));
            case BIGINT -> Long.toString(Long.parseLong(text));
            case REAL, DOUBLE -> plain(new BigDecimal(text));
            case DECIMAL -> decimal(type, new BigDecimal(text));
            case CHAR, VARCHAR -> text.codePointCount(0, text.length()) <= type.length() ? text : null;
            case DATE -> LocalDate.parse(text).toString();
            case TIME -> seconds("HH:mm:ss", type).format(LocalTime.parse(text));
            case TIMESTAMP -> seconds("yyyy-MM-dd HH:mm:ss", type).format(LocalDateTime.parse(iso(text)));
            case TIMESTAMP_TZ ->
                seconds("yyyy-MM-dd HH:mm:ss", type)
                                .format(OffsetDateTime.parse(iso(text)).withOffsetSameInstant(ZoneOffset.UTC))
                        + "+00:00";
            case UUID -> text.length() == 36 ? UUID.fromString(text).toString() : null;
            case BLOB, VARBINARY -> null;
            case TEXT, VERBATIM -> text;
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : Math.abs(number.scale()) > 400 ? null : number.toPlainString();
    }

    private static String decimal(ColumnType type, BigDecimal number) {
        String plain = plain(number);
        boolean fits = plain != null
                && number.stripTrailingZeros().scale() <= type.scale()
                && number.abs().compareTo(new BigDecimal(BigInteger.TEN.pow(type.length() - type.scale()))) < 0;
        return fits ? plain : null;
    }

    private static DateTimeFormatter seconds(String pattern, ColumnType type) {
        // Without digits of a second where there are none, so that both spellings of a full second are one.
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.replace("yyyy", "uuuu"))
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, type.length(), true)
                .toFormatter(Locale.ROOT);
    }

    private static String iso(String text) {
        return text.replace(' ', 'T');
    }

    private static String wholeNumber(long least, long most) {
        return "a whole number from " + least + " to " + most;
    }
}
