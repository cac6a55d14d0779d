package dev.turnstone.processor.lint;

import dev.turnstone.schema.ColumnType;

/** Annotations to paste and complete. */
final class Example {

    private Example() {}

    /** An annotation that takes a constant, or an expression as its member {@code sql}. */
    static String value(String annotation, ColumnType type) {
        boolean constant = switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, CHAR, VARCHAR, TEXT -> true;
            default -> false;
        };
        return "@" + annotation + "(" + (constant ? "" : "sql = ") + "\"" + text(type) + "\")";
    }

    /** Hibernate's annotation for a default, which takes an expression. */
    static String columnDefault(ColumnType type) {
        boolean text = switch (type.kind()) {
            case CHAR, VARCHAR, TEXT -> true;
            default -> false;
        };
        String quote = text ? "'" : "";
        return "@org.hibernate.annotations.ColumnDefault(\"" + quote + text(type) + quote + "\")";
    }

    private static String text(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "false";
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> "0";
            case DATE -> "current_date";
            case TIME -> "localtime";
            case TIMESTAMP -> "localtimestamp";
            case TIMESTAMP_TZ -> "current_timestamp";
            case CHAR, VARCHAR, TEXT, VARBINARY, BLOB, UUID, VERBATIM -> "...";
        };
    }
}
