package dev.turnstone.processor.diff;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;

/** Tells which changes of a type leave each value as it is, whatever the database. */
final class Widening {

    private static final List<Kind> INTEGERS = List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    private Widening() {}

    /** Whether the new type holds every value of the old one; false if in doubt. */
    static boolean holds(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return true;
        }
        boolean asLong = to.length() >= from.length() && to.length() - to.scale() >= from.length() - from.scale();
        return switch (from.kind()) {
            case TINYINT, SMALLINT, INTEGER -> INTEGERS.indexOf(to.kind()) > INTEGERS.indexOf(from.kind());
            case REAL -> to.kind() == Kind.DOUBLE;
            case CHAR, VARCHAR -> to.kind() == Kind.TEXT || (to.kind() == Kind.VARCHAR && asLong);
            case VARBINARY -> to.kind() == Kind.BLOB || (to.kind() == Kind.VARBINARY && asLong);
            case DECIMAL -> to.kind() == Kind.DECIMAL && asLong && to.scale() >= from.scale();
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> to.kind() == from.kind() && asLong;
            default -> false;
        };
    }
}
