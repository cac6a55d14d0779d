package dev.turnstone.dialect;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;

/** Which values a column loses, or refuses to give up, when its type becomes a narrower one. */
final class Narrowing {

    private Narrowing() {}

    /**
     * Finds the values that do not fit.
     *
     * @param from the old type
     * @param to the new type
     * @param value the column as it stands in a query
     * @param sql the database's functions
     * @return the condition under which a value does not fit; empty if all fit or it cannot be told
     */
    static String condition(ColumnType from, ColumnType to, String value, Sql sql) {
        return switch (to.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> integer(from, to.kind(), value);
            case DECIMAL -> decimal(from, to, value);
            case CHAR, VARCHAR ->
                switch (from.kind()) {
                    case CHAR, VARCHAR, TEXT -> longer(from, to, sql.characters(value));
                    default -> "";
                };
            case VARBINARY ->
                switch (from.kind()) {
                    case VARBINARY, BLOB -> longer(from, to, sql.octets(value));
                    default -> "";
                };
            default -> "";
        };
    }

    /** A type without a length has the length 0. */
    private static String longer(ColumnType from, ColumnType to, String length) {
        return from.length() > 0 && from.length() <= to.length() ? "" : length + " > " + to.length();
    }

    private static String integer(ColumnType from, Kind to, String value) {
        int bits = bits(to);
        String outside = value + " NOT BETWEEN " + (-1L << bits) + " AND " + ~(-1L << bits);
        return switch (from.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> bits(from.kind()) > bits ? outside : "";
            case REAL, DOUBLE -> outside;
            case DECIMAL -> from.scale() > 0 ? outside + " OR " + value + " <> ROUND(" + value + ")" : outside;
            default -> "";
        };
    }

    private static int bits(Kind integer) {
        return switch (integer) {
            case TINYINT -> 7;
            case SMALLINT -> 15;
            case INTEGER -> 31;
            default -> 63;
        };
    }

    private static String decimal(ColumnType from, ColumnType to, String value) {
        int digits = to.length() - to.scale();
        String large = "ABS(" + value + ") >= 1" + "0".repeat(digits);
        return switch (from.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> large;
            case DECIMAL -> {
                boolean wide = from.length() - from.scale() > digits;
                boolean fine = from.scale() > to.scale();
                String finer = value + " <> ROUND(" + value + ", " + to.scale() + ")";
                yield wide ? fine ? large + " OR " + finer : large : fine ? finer : "";
            }
            default -> "";
        };
    }
}
