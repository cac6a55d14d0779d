package dev.turnstone.processor.lint;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;

/** Which values a type holds. */
final class TypeRange {

    private static final List<Kind> INTEGERS = List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    /** Decimal digits of the largest value of each integer type. */
    private static final List<Integer> INTEGER_DIGITS = List.of(3, 5, 10, 19);

    /** Bits of each integer type's values, without the sign. */
    private static final List<Integer> INTEGER_BITS = List.of(7, 15, 31, 63);

    private TypeRange() {}

    /** Whether every value of a type is a value of another one too, as far as can be told. */
    static boolean holds(ColumnType wide, ColumnType narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        return switch (narrow.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> holdsInteger(wide, INTEGERS.indexOf(narrow.kind()));
            case REAL -> wide.kind() == Kind.DOUBLE;
            case DECIMAL ->
                wide.kind() == Kind.DECIMAL
                        && wide.scale() >= narrow.scale()
                        && wide.length() - wide.scale() >= narrow.length() - narrow.scale();
            case CHAR, VARCHAR ->
                wide.kind() == Kind.TEXT
                        || ((wide.kind() == narrow.kind() || wide.kind() == Kind.VARCHAR)
                                && wide.length() >= narrow.length());
            case VARBINARY ->
                wide.kind() == Kind.BLOB || (wide.kind() == Kind.VARBINARY && wide.length() >= narrow.length());
            case DATE -> wide.kind() == Kind.TIMESTAMP;
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> wide.kind() == narrow.kind() && wide.length() >= narrow.length();
            case BOOLEAN, DOUBLE, TEXT, BLOB, UUID, VERBATIM -> false;
        };
    }

    private static boolean holdsInteger(ColumnType wide, int narrow) {
        int integer = INTEGERS.indexOf(wide.kind());
        return switch (wide.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> integer >= narrow;
            case DECIMAL -> wide.length() - wide.scale() >= INTEGER_DIGITS.get(narrow);
            case REAL -> INTEGER_BITS.get(narrow) <= 24;
            case DOUBLE -> INTEGER_BITS.get(narrow) <= 53;
            default -> false;
        };
    }
}
