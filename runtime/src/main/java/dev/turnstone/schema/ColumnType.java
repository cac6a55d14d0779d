package dev.turnstone.schema;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column, independent of any database; each dialect has its own spelling for it.
 *
 * @param kind which type
 * @param length characters, bytes, digits in all, or digits of a second, as the kind has it; 0 where it has none
 * @param scale digits after the decimal point, for {@link Kind#DECIMAL} only, else 0
 * @param sql the database's own type name for {@link Kind#VERBATIM}, else empty
 */
public record ColumnType(Kind kind, int length, int scale, String sql) {

    /** The types that every supported database has in some form. */
    public enum Kind {
        /** True or false. */
        BOOLEAN(0),
        /** An integer of 8 bits. */
        TINYINT(0),
        /** An integer of 16 bits. */
        SMALLINT(0),
        /** An integer of 32 bits. */
        INTEGER(0),
        /** An integer of 64 bits. */
        BIGINT(0),
        /** A binary floating-point number of 32 bits. */
        REAL(0),
        /** A binary floating-point number of 64 bits. */
        DOUBLE(0),
        /** An exact number with a fixed count of digits. */
        DECIMAL(2),
        /** Text of fixed length. */
        CHAR(1),
        /** Text up to a length. */
        VARCHAR(1),
        /** Text without a limit worth naming. */
        TEXT(0),
        /** Bytes up to a length. */
        VARBINARY(1),
        /** Bytes without a limit worth naming. */
        BLOB(0),
        /** A day. */
        DATE(0),
        /** A time of day; the length is the digits of a second. */
        TIME(1),
        /** A day and a time of day; the length is the digits of a second. */
        TIMESTAMP(1),
        /** A point in time with its offset; the length is the digits of a second. */
        TIMESTAMP_TZ(1),
        /** A universally unique identifier of 128 bits. */
        UUID(0),
        /** A type by the database's own name, passed on as it is. */
        VERBATIM(0);

        private final int parameters;

        Kind(int parameters) {
            this.parameters = parameters;
        }
    }

    private static final String VERBATIM_PREFIX = "verbatim ";
    private static final Pattern TEXT_FORM = Pattern.compile("([a-z_]+)(?:\\((\\d{1,9})(?:,(\\d{1,9}))?\\))?");

    /** Checks that the parameters fit the kind. */
    public ColumnType {
        Objects.requireNonNull(kind, "kind");
        boolean verbatim = kind == Kind.VERBATIM;
        if (verbatim == sql.isBlank()) {
            throw new IllegalArgumentException(
                    "Exactly a verbatim type has SQL text, but " + kind + " has '" + sql + "'.");
        }
        boolean fraction = kind == Kind.TIME || kind == Kind.TIMESTAMP || kind == Kind.TIMESTAMP_TZ;
        if (length < 0 || ((length == 0) != (kind.parameters == 0) && !fraction)) {
            throw new IllegalArgumentException(kind + " cannot have the length " + length + ".");
        }
        if (fraction && length > 9) {
            throw new IllegalArgumentException("A second has at most 9 digits here, not " + length + ".");
        }
        if (scale < 0 || (scale > 0 && kind != Kind.DECIMAL) || (scale > length && kind == Kind.DECIMAL)) {
            throw new IllegalArgumentException(kind + " of " + length + " digits cannot have the scale " + scale + ".");
        }
    }

    /**
     * A type without parameters.
     *
     * @param kind a kind that takes none
     * @return the type
     */
    public static ColumnType of(Kind kind) {
        return new ColumnType(kind, 0, 0, "");
    }

    /**
     * A type with one parameter.
     *
     * @param kind a kind that takes one
     * @param length characters, bytes, or digits of a second
     * @return the type
     */
    public static ColumnType of(Kind kind, int length) {
        return new ColumnType(kind, length, 0, "");
    }

    /**
     * An exact number.
     *
     * @param precision digits in all
     * @param scale digits after the decimal point
     * @return the type
     */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale, "");
    }

    /**
     * A type by the database's own name. Where databases spell it differently, the standard name comes first, and then
     * each name for one database behind a bar, as in {@code clob | postgresql oid | mysql longtext}.
     *
     * @param sql the name as the database spells it
     * @return the type
     */
    public static ColumnType verbatim(String sql) {
        return new ColumnType(Kind.VERBATIM, 0, 0, sql);
    }

    /**
     * The type's name in one database, for {@link Kind#VERBATIM}.
     *
     * @param dialect the dialect's name, such as {@code h2}
     * @return the name given for it, else the one that is for all others
     */
    public String sql(String dialect) {
        String found = sql;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= sql.length(); i++) {
            boolean end = i == sql.length();
            quoted ^= !end && sql.charAt(i) == '\'';
            if (end || (!quoted && sql.startsWith(" | ", i))) {
                String part = sql.substring(start, i);
                if (start == 0) {
                    found = part;
                } else if (part.startsWith(dialect + " ")) {
                    return part.substring(dialect.length() + 1);
                }
                start = i + 3;
            }
        }
        return found;
    }

    /**
     * Reads the text form, as {@link #toString} writes it.
     *
     * @param text such as {@code varchar(40)}, {@code decimal(19,2)} or {@code verbatim jsonb}
     * @return the type
     * @throws IllegalArgumentException if the text is no such form, with a message that quotes it
     */
    public static ColumnType parse(String text) {
        if (text.startsWith(VERBATIM_PREFIX)) {
            return verbatim(text.substring(VERBATIM_PREFIX.length()));
        }
        Matcher matcher = TEXT_FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no column type.");
        }
        Kind kind = kindOf(matcher.group(1), text);
        int parameters = matcher.group(2) == null ? 0 : matcher.group(3) == null ? 1 : 2;
        if (parameters != kind.parameters) {
            throw new IllegalArgumentException("'" + text + "' needs " + kind.parameters + " parameter(s).");
        }
        int length = parameters == 0 ? 0 : Integer.parseInt(matcher.group(2));
        return new ColumnType(kind, length, parameters == 2 ? Integer.parseInt(matcher.group(3)) : 0, "");
    }

    private static Kind kindOf(String name, String text) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.VERBATIM && kind.name().equalsIgnoreCase(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no column type.");
    }

    @Override
    public String toString() {
        if (kind == Kind.VERBATIM) {
            return VERBATIM_PREFIX + sql;
        }
        String name = kind.name().toLowerCase(Locale.ROOT);
        return switch (kind.parameters) {
            case 0 -> name;
            case 1 -> name + "(" + length + ")";
            default -> name + "(" + length + "," + scale + ")";
        };
    }
}
