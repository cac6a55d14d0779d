package dev.turnstone.processor.lint;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;

/** How much of what one type holds can be a value of another, in whatever database. */
enum TypeFit {
    /** Every value. */
    ALL,
    /** Some values only, or it cannot be told. */
    SOME,
    /** None that would mean the same. */
    NONE;

    private static final List<Kind> INTEGERS = List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    /** Decimal digits of the largest value of each integer type. */
    private static final List<Integer> INTEGER_DIGITS = List.of(3, 5, 10, 19);

    /** Bits of each integer type's values, without the sign. */
    private static final List<Integer> INTEGER_BITS = List.of(7, 15, 31, 63);

    /** Letters of a day, of a time without fraction, and of both with something between. */
    private static final int DAY = 10;

    private static final int TIME = 8;
    private static final int DAY_AND_TIME = DAY + 1 + TIME;
    private static final int UUID_LETTERS = 36;

    /** How much of an old type a new one holds. */
    static TypeFit of(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return ALL;
        }
        if (from.kind() == Kind.VERBATIM || to.kind() == Kind.VERBATIM) {
            return EnumList.fit(from, to);
        }
        return switch (from.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> ofInteger(INTEGERS.indexOf(from.kind()), to);
            case REAL, DOUBLE ->
                isNumber(to) ? all(from.kind() == Kind.REAL && to.kind() == Kind.DOUBLE) : isText(to) ? SOME : NONE;
            case DECIMAL -> ofDecimal(from, to);
            case CHAR, VARCHAR, TEXT -> ofText(from, to);
            case VARBINARY, BLOB -> ofBytes(from, to);
            case DATE ->
                switch (to.kind()) {
                    case TIMESTAMP -> ALL;
                    case TIMESTAMP_TZ -> SOME;
                    default -> asText(DAY, to);
                };
            case TIME -> to.kind() == Kind.TIME ? all(to.length() >= from.length()) : asText(fraction(TIME, from), to);
            case TIMESTAMP -> ofTimestamp(from, to);
            case TIMESTAMP_TZ ->
                to.kind() == Kind.TIMESTAMP_TZ
                        ? all(to.length() >= from.length())
                        : isTemporal(to) || isText(to) ? SOME : NONE;
            case UUID -> asText(UUID_LETTERS, to);
            case BOOLEAN, VERBATIM -> NONE;
        };
    }

    private static TypeFit ofInteger(int integer, ColumnType to) {
        return switch (to.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> all(INTEGERS.indexOf(to.kind()) >= integer);
            case DECIMAL -> all(to.length() - to.scale() >= INTEGER_DIGITS.get(integer));
            case REAL -> all(INTEGER_BITS.get(integer) <= 24);
            case DOUBLE -> all(INTEGER_BITS.get(integer) <= 53);
            default -> asText(INTEGER_DIGITS.get(integer) + 1, to);
        };
    }

    private static TypeFit ofDecimal(ColumnType from, ColumnType to) {
        if (to.kind() == Kind.DECIMAL) {
            return all(to.scale() >= from.scale() && to.length() - to.scale() >= from.length() - from.scale());
        }
        return isNumber(to) ? SOME : asText(from.length() + 3, to);
    }

    private static TypeFit ofText(ColumnType from, ColumnType to) {
        boolean padded = to.kind() == Kind.CHAR && from.kind() != Kind.CHAR;
        return isText(to) ? all(!padded && capacity(to) >= capacity(from)) : NONE;
    }

    private static TypeFit ofBytes(ColumnType from, ColumnType to) {
        return to.kind() == Kind.VARBINARY || to.kind() == Kind.BLOB ? all(capacity(to) >= capacity(from)) : NONE;
    }

    /** A local time is no point in time: which one it becomes depends on a zone, and back the zone is lost. */
    private static TypeFit ofTimestamp(ColumnType from, ColumnType to) {
        return switch (to.kind()) {
            case TIMESTAMP -> all(to.length() >= from.length());
            case DATE, TIME, TIMESTAMP_TZ -> SOME;
            default -> asText(fraction(DAY_AND_TIME, from), to);
        };
    }

    private static int fraction(int letters, ColumnType type) {
        return type.length() == 0 ? letters : letters + 1 + type.length();
    }

    private static TypeFit asText(int letters, ColumnType to) {
        return isText(to) ? all(capacity(to) >= letters) : NONE;
    }

    private static TypeFit all(boolean all) {
        return all ? ALL : SOME;
    }

    /** A type without a length has the length 0. */
    private static int capacity(ColumnType type) {
        return type.length() == 0 ? Integer.MAX_VALUE : type.length();
    }

    private static boolean isText(ColumnType type) {
        return type.kind() == Kind.CHAR || type.kind() == Kind.VARCHAR || type.kind() == Kind.TEXT;
    }

    private static boolean isNumber(ColumnType type) {
        return INTEGERS.contains(type.kind())
                || type.kind() == Kind.REAL
                || type.kind() == Kind.DOUBLE
                || type.kind() == Kind.DECIMAL;
    }

    private static boolean isTemporal(ColumnType type) {
        return switch (type.kind()) {
            case DATE, TIME, TIMESTAMP, TIMESTAMP_TZ -> true;
            default -> false;
        };
    }
}
