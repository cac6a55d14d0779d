package dev.turnstone.schema;

import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;

/** The vocabulary of generated migrations: one short name for each part of a definition, for static import. */
public final class Definitions {

    private Definitions() {}

    /**
     * A nullable column without a default.
     *
     * @param name its name
     * @param type its type
     * @return the column
     */
    public static Column column(String name, ColumnType type) {
        return Column.of(name, type);
    }

    /**
     * A primary key.
     *
     * @param name the constraint's name
     * @param columns the columns of the key
     * @return the constraint
     */
    public static PrimaryKey primaryKey(String name, String... columns) {
        return new PrimaryKey(name, List.of(columns));
    }

    /**
     * A unique constraint.
     *
     * @param name the constraint's name
     * @param columns the columns that no two rows may share
     * @return the constraint
     */
    public static Unique unique(String name, String... columns) {
        return new Unique(name, List.of(columns));
    }

    /**
     * A foreign key of one column.
     *
     * @param name the constraint's name
     * @param column the referencing column
     * @param table the referenced table
     * @param references the referenced column
     * @return the constraint, without rules for changes of the referenced row
     */
    public static ForeignKey foreignKey(String name, String column, TableName table, String references) {
        return foreignKey(name, List.of(column), table, List.of(references));
    }

    /**
     * A foreign key of several columns.
     *
     * @param name the constraint's name
     * @param columns the referencing columns
     * @param table the referenced table
     * @param references the referenced columns, in the order of the referencing ones
     * @return the constraint, without rules for changes of the referenced row
     */
    public static ForeignKey foreignKey(String name, List<String> columns, TableName table, List<String> references) {
        return new ForeignKey(
                name, columns, table, references, ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
    }

    /**
     * The columns of one side of a foreign key of several columns.
     *
     * @param names the columns' names
     * @return the names
     */
    public static List<String> columns(String... names) {
        return List.of(names);
    }

    /**
     * A check with a condition in SQL.
     *
     * @param name the constraint's name
     * @param expression what must hold for each row
     * @return the constraint
     */
    public static Check check(String name, String expression) {
        return new Check(name, new Condition.Sql(expression));
    }

    /**
     * A check that a column holds one of some values.
     *
     * @param name the constraint's name
     * @param column the column's name
     * @param values the values, without quotes
     * @return the constraint
     */
    public static Check oneOf(String name, String column, String... values) {
        return new Check(name, new Condition.OneOf(column, List.of(values)));
    }

    /**
     * An index.
     *
     * @param name the index's name
     * @param columns the indexed columns
     * @return the index
     */
    public static Index index(String name, String... columns) {
        return new Index(name, List.of(columns));
    }

    /**
     * The comment of a table that is created.
     *
     * @param text the comment
     * @return the element
     */
    public static TableComment comment(String text) {
        return new TableComment(text);
    }

    /**
     * A constant, as a default or as what rows that exist get.
     *
     * @param text the constant, without quotes
     * @return the value
     */
    public static DefaultValue literal(String text) {
        return new DefaultValue.Literal(text);
    }

    /**
     * An SQL expression, as a default or as what rows that exist get.
     *
     * @param expression the expression
     * @return the value
     */
    public static DefaultValue sql(String expression) {
        return new DefaultValue.Sql(expression);
    }

    /**
     * A table in the connection's default schema.
     *
     * @param name the table's name
     * @return the name
     */
    public static TableName table(String name) {
        return TableName.of(name);
    }

    /**
     * A table in a named schema.
     *
     * @param schema the database schema
     * @param name the table's name
     * @return the name
     */
    public static TableName table(String schema, String name) {
        return new TableName(schema, name);
    }

    /**
     * A sequence of numbers.
     *
     * @param name its name
     * @param start the first number
     * @param increment the step from one number to the next
     * @return the sequence
     */
    public static Sequence sequence(TableName name, long start, int increment) {
        return new Sequence(name, start, increment);
    }

    /**
     * True or false.
     *
     * @return the type
     */
    public static ColumnType bool() {
        return ColumnType.of(Kind.BOOLEAN);
    }

    /**
     * An integer of 8 bits.
     *
     * @return the type
     */
    public static ColumnType tinyint() {
        return ColumnType.of(Kind.TINYINT);
    }

    /**
     * An integer of 16 bits.
     *
     * @return the type
     */
    public static ColumnType smallint() {
        return ColumnType.of(Kind.SMALLINT);
    }

    /**
     * An integer of 32 bits.
     *
     * @return the type
     */
    public static ColumnType integer() {
        return ColumnType.of(Kind.INTEGER);
    }

    /**
     * An integer of 64 bits.
     *
     * @return the type
     */
    public static ColumnType bigint() {
        return ColumnType.of(Kind.BIGINT);
    }

    /**
     * A floating-point number of 32 bits.
     *
     * @return the type
     */
    public static ColumnType real() {
        return ColumnType.of(Kind.REAL);
    }

    /**
     * A floating-point number of 64 bits.
     *
     * @return the type
     */
    public static ColumnType doublePrecision() {
        return ColumnType.of(Kind.DOUBLE);
    }

    /**
     * Text without a limit.
     *
     * @return the type
     */
    public static ColumnType text() {
        return ColumnType.of(Kind.TEXT);
    }

    /**
     * Bytes without a limit.
     *
     * @return the type
     */
    public static ColumnType blob() {
        return ColumnType.of(Kind.BLOB);
    }

    /**
     * A day.
     *
     * @return the type
     */
    public static ColumnType date() {
        return ColumnType.of(Kind.DATE);
    }

    /**
     * A universally unique identifier.
     *
     * @return the type
     */
    public static ColumnType uuid() {
        return ColumnType.of(Kind.UUID);
    }

    /**
     * Text of fixed length.
     *
     * @param length characters
     * @return the type
     */
    public static ColumnType character(int length) {
        return ColumnType.of(Kind.CHAR, length);
    }

    /**
     * Text up to a length.
     *
     * @param length characters at most
     * @return the type
     */
    public static ColumnType varchar(int length) {
        return ColumnType.of(Kind.VARCHAR, length);
    }

    /**
     * Bytes up to a length.
     *
     * @param length bytes at most
     * @return the type
     */
    public static ColumnType varbinary(int length) {
        return ColumnType.of(Kind.VARBINARY, length);
    }

    /**
     * A time of day.
     *
     * @param digits digits of a second
     * @return the type
     */
    public static ColumnType time(int digits) {
        return ColumnType.of(Kind.TIME, digits);
    }

    /**
     * A day and a time of day.
     *
     * @param digits digits of a second
     * @return the type
     */
    public static ColumnType timestamp(int digits) {
        return ColumnType.of(Kind.TIMESTAMP, digits);
    }

    /**
     * A point in time with its offset.
     *
     * @param digits digits of a second
     * @return the type
     */
    public static ColumnType timestampWithTimeZone(int digits) {
        return ColumnType.of(Kind.TIMESTAMP_TZ, digits);
    }

    /**
     * An exact number.
     *
     * @param precision digits in all
     * @param scale digits after the decimal point
     * @return the type
     */
    public static ColumnType decimal(int precision, int scale) {
        return ColumnType.decimal(precision, scale);
    }

    /**
     * A type by the database's own name.
     *
     * @param sql the name as the database spells it
     * @return the type
     */
    public static ColumnType verbatim(String sql) {
        return ColumnType.verbatim(sql);
    }
}
