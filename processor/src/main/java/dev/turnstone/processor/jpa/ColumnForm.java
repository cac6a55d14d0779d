package dev.turnstone.processor.jpa;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What a value looks like in a column.
 *
 * @param type the column's type
 * @param allowed the values that it may have, without quotes; empty for any
 * @param numeric whether those are numbers
 * @param low the smallest number that it may be; above {@code high} for any
 * @param high the largest number that it may be
 */
record ColumnForm(ColumnType type, List<String> allowed, boolean numeric, long low, long high) {

    /** Digits of a decimal number in one byte, as Hibernate counts them. */
    private static final double DIGITS_PER_BYTE = Math.log(10) / Math.log(2) * 8;

    private static final int DEFAULT_LENGTH = 255;

    static ColumnForm of(ColumnType type) {
        return new ColumnForm(type, List.of(), false, 1, 0);
    }

    static ColumnForm of(Kind kind) {
        return of(ColumnType.of(kind));
    }

    static ColumnForm of(Kind kind, int length) {
        return of(ColumnType.of(kind, length));
    }

    ColumnForm among(List<String> values) {
        return new ColumnForm(type, values, type.kind() == Kind.INTEGER, 1, 0);
    }

    ColumnForm between(long from, long to) {
        return new ColumnForm(type, List.of(), false, from, to);
    }

    /** The same with more SQL behind the type; empty where the databases spell that in different ways. */
    Optional<ColumnForm> followedBy(String sql) {
        return switch (type.kind()) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, DATE, VARCHAR ->
                Optional.of(new ColumnForm(
                        ColumnType.verbatim(Spelling.element(type, false) + " " + sql), allowed, numeric, low, high));
            default -> Optional.empty();
        };
    }

    /** The condition on a column of this form; null for none. */
    Condition check(String column) {
        if (!allowed.isEmpty()) {
            return numeric ? numbers(column) : new Condition.OneOf(column, allowed);
        }
        return low <= high ? new Condition.Sql(JpaNames.marked(column) + " between " + low + " and " + high) : null;
    }

    private Condition numbers(String column) {
        return new Condition.Sql(JpaNames.marked(column) + " in (" + String.join(", ", allowed) + ")");
    }

    boolean isLarge() {
        return type.kind() == Kind.TEXT
                || type.kind() == Kind.BLOB
                || (type.kind() == Kind.VERBATIM && type.sql().contains("lob"));
    }

    /** How many bytes Hibernate takes it for when it puts the columns of a key in order. */
    int bytes() {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT -> 1;
            case SMALLINT -> 2;
            case INTEGER, REAL, DATE, TIME -> 4;
            case BIGINT, DOUBLE, TIMESTAMP, TIMESTAMP_TZ -> 8;
            case DECIMAL -> (int) Math.ceil(type.length() / DIGITS_PER_BYTE);
            case CHAR, VARCHAR, VARBINARY -> type.length() == DEFAULT_LENGTH ? Integer.MAX_VALUE - 1 : type.length();
            case UUID -> 16;
            case TEXT, BLOB, VERBATIM -> Integer.MAX_VALUE;
        };
    }
}
