package dev.turnstone.processor.jpa;

import dev.turnstone.schema.ColumnType;
import java.util.List;
import java.util.Locale;

/** Types that databases spell so differently that each spelling is given. */
final class Spelling {

    private final StringBuilder text;

    private Spelling(String standard) {
        this.text = new StringBuilder(standard);
    }

    /** How every database spells it that is not named. */
    static Spelling of(String standard) {
        return new Spelling(standard);
    }

    Spelling h2(String spelling) {
        return in("h2", spelling);
    }

    Spelling postgresql(String spelling) {
        return in("postgresql", spelling);
    }

    Spelling mysql(String spelling) {
        return in("mariadb", spelling).in("mysql", spelling);
    }

    Spelling sqlite(String spelling) {
        return in("sqlite", spelling);
    }

    private Spelling in(String dialect, String spelling) {
        text.append(" | ").append(dialect).append(' ').append(spelling);
        return this;
    }

    ColumnType type() {
        return ColumnType.verbatim(text.toString());
    }

    ColumnForm form() {
        return ColumnForm.of(type());
    }

    /** SQL's own type name of an array's elements. */
    static String element(ColumnType type, boolean postgresql) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, DATE, UUID ->
                type.kind().name().toLowerCase(Locale.ROOT);
            case TINYINT -> postgresql ? "smallint" : "tinyint";
            case REAL -> postgresql ? "float4" : "float(24)";
            case DOUBLE -> "float(53)";
            case DECIMAL -> "numeric(" + type.length() + ", " + type.scale() + ")";
            case CHAR, VARCHAR, TIME, TIMESTAMP ->
                type.kind().name().toLowerCase(Locale.ROOT) + "(" + type.length() + ")";
            case TIMESTAMP_TZ -> "timestamp(" + type.length() + ") with time zone";
            case VARBINARY -> postgresql ? "bytea" : "varbinary(" + type.length() + ")";
            case TEXT -> postgresql ? "text" : "clob";
            case BLOB -> postgresql ? "bytea" : "blob";
            case VERBATIM -> type.sql(postgresql ? "postgresql" : "h2");
        };
    }

    static String values(List<String> literals) {
        return String.join(", ", literals.stream().sorted().toList());
    }
}
