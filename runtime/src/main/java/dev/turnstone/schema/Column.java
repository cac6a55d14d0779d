package dev.turnstone.schema;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name the column's name
 * @param type the column's type
 * @param nullable whether a row may hold no value
 * @param defaultValue what an insert without a value stores; null for none
 * @param identity whether the database numbers new rows in this column
 * @param comment the comment that the database keeps; empty for none, never null
 */
public record Column(
        String name, ColumnType type, boolean nullable, DefaultValue defaultValue, boolean identity, String comment)
        implements TableElement, Named {

    /** Checks that the parts are given and do not contradict each other. */
    public Column {
        Identifiers.requireName(name, "column");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(comment, "comment");
        if (identity && (nullable || defaultValue != null)) {
            throw new IllegalArgumentException(
                    "The identity column " + name + " can be neither nullable nor have a default.");
        }
    }

    /**
     * A nullable column without a default.
     *
     * @param name its name
     * @param type its type
     * @return the column
     */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, null, false, "");
    }

    /**
     * This column, NOT NULL.
     *
     * @return a copy
     */
    public Column notNull() {
        return new Column(name, type, false, defaultValue, identity, comment);
    }

    /**
     * This column, nullable.
     *
     * @return a copy
     */
    public Column orNull() {
        return new Column(name, type, true, defaultValue, identity, comment);
    }

    /**
     * This column, numbered by the database, hence NOT NULL and without a default.
     *
     * @return a copy
     */
    public Column asIdentity() {
        return new Column(name, type, false, null, true, comment);
    }

    /**
     * This column with a constant default.
     *
     * @param literal the constant, without quotes
     * @return a copy
     */
    public Column withDefault(String literal) {
        return withDefault(new DefaultValue.Literal(literal));
    }

    /**
     * This column with an SQL expression as its default.
     *
     * @param expression the expression
     * @return a copy
     */
    public Column withDefaultSql(String expression) {
        return withDefault(new DefaultValue.Sql(expression));
    }

    /**
     * This column with another default.
     *
     * @param value the default; null for none
     * @return a copy
     */
    public Column withDefault(DefaultValue value) {
        return new Column(name, type, nullable, value, identity, comment);
    }

    /**
     * This column with another comment.
     *
     * @param text the comment; empty for none
     * @return a copy
     */
    public Column withComment(String text) {
        return new Column(name, type, nullable, defaultValue, identity, text);
    }

    /**
     * This column under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, identity, comment);
    }

    /**
     * This column with another type.
     *
     * @param newType the other type
     * @return a copy
     */
    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, comment);
    }
}
