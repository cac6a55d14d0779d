package dev.turnstone.processor.lint;

import dev.turnstone.schema.ColumnType;

/** Annotations to paste and complete. */
final class Example {

    private Example() {}

    /** An annotation that takes a constant, or an expression as its member {@code sql}. */
    static String value(String annotation, ColumnType type) {
        String value = switch (type.kind()) {
            case BOOLEAN -> "\"false\"";
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> "\"0\"";
            case DATE -> "sql = \"current_date\"";
            case TIME -> "sql = \"localtime\"";
            case TIMESTAMP -> "sql = \"localtimestamp\"";
            case TIMESTAMP_TZ -> "sql = \"current_timestamp\"";
            case CHAR, VARCHAR, TEXT -> "\"...\"";
            case VARBINARY, BLOB, UUID, VERBATIM -> "sql = \"...\"";
        };
        return "@" + annotation + "(" + value + ")";
    }
}
