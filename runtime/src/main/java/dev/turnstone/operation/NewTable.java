package dev.turnstone.operation;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Definitions;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes down what a new table consists of, in one chain of calls: javac reads that much faster than expressions inside
 * of each other. A column is nullable until {@link #notNull} or {@link #asIdentity} follows it.
 */
public final class NewTable {

    private final TableName name;
    private final List<TableElement> elements = new ArrayList<>();

    NewTable(TableName name) {
        this.name = name;
    }

    CreateTable operation() {
        return new CreateTable(Table.of(name, elements));
    }

    /**
     * A column of truth values.
     *
     * @param column its name
     * @return this
     */
    public NewTable bool(String column) {
        return column(column, Definitions.bool());
    }

    /**
     * A column of integers of 8 bits.
     *
     * @param column its name
     * @return this
     */
    public NewTable tinyint(String column) {
        return column(column, Definitions.tinyint());
    }

    /**
     * A column of integers of 16 bits.
     *
     * @param column its name
     * @return this
     */
    public NewTable smallint(String column) {
        return column(column, Definitions.smallint());
    }

    /**
     * A column of integers of 32 bits.
     *
     * @param column its name
     * @return this
     */
    public NewTable integer(String column) {
        return column(column, Definitions.integer());
    }

    /**
     * A column of integers of 64 bits.
     *
     * @param column its name
     * @return this
     */
    public NewTable bigint(String column) {
        return column(column, Definitions.bigint());
    }

    /**
     * A column of floating-point numbers of 32 bits.
     *
     * @param column its name
     * @return this
     */
    public NewTable real(String column) {
        return column(column, Definitions.real());
    }

    /**
     * A column of floating-point numbers of 64 bits.
     *
     * @param column its name
     * @return this
     */
    public NewTable doublePrecision(String column) {
        return column(column, Definitions.doublePrecision());
    }

    /**
     * A column of exact numbers.
     *
     * @param column its name
     * @param precision digits in all
     * @param scale digits after the decimal point
     * @return this
     */
    public NewTable decimal(String column, int precision, int scale) {
        return column(column, Definitions.decimal(precision, scale));
    }

    /**
     * A column of text of fixed length.
     *
     * @param column its name
     * @param length characters
     * @return this
     */
    public NewTable character(String column, int length) {
        return column(column, Definitions.character(length));
    }

    /**
     * A column of text up to a length.
     *
     * @param column its name
     * @param length characters at most
     * @return this
     */
    public NewTable varchar(String column, int length) {
        return column(column, Definitions.varchar(length));
    }

    /**
     * A column of text without a limit.
     *
     * @param column its name
     * @return this
     */
    public NewTable text(String column) {
        return column(column, Definitions.text());
    }

    /**
     * A column of bytes up to a length.
     *
     * @param column its name
     * @param length bytes at most
     * @return this
     */
    public NewTable varbinary(String column, int length) {
        return column(column, Definitions.varbinary(length));
    }

    /**
     * A column of bytes without a limit.
     *
     * @param column its name
     * @return this
     */
    public NewTable blob(String column) {
        return column(column, Definitions.blob());
    }

    /**
     * A column of days.
     *
     * @param column its name
     * @return this
     */
    public NewTable date(String column) {
        return column(column, Definitions.date());
    }

    /**
     * A column of times of day.
     *
     * @param column its name
     * @param digits digits of a second
     * @return this
     */
    public NewTable time(String column, int digits) {
        return column(column, Definitions.time(digits));
    }

    /**
     * A column of days with a time of day.
     *
     * @param column its name
     * @param digits digits of a second
     * @return this
     */
    public NewTable timestamp(String column, int digits) {
        return column(column, Definitions.timestamp(digits));
    }

    /**
     * A column of points in time with their offset.
     *
     * @param column its name
     * @param digits digits of a second
     * @return this
     */
    public NewTable timestampWithTimeZone(String column, int digits) {
        return column(column, Definitions.timestampWithTimeZone(digits));
    }

    /**
     * A column of universally unique identifiers.
     *
     * @param column its name
     * @return this
     */
    public NewTable uuid(String column) {
        return column(column, Definitions.uuid());
    }

    /**
     * A column of a type by the database's own name.
     *
     * @param column its name
     * @param sql the name as the database spells it
     * @return this
     */
    public NewTable verbatim(String column, String sql) {
        return column(column, Definitions.verbatim(sql));
    }

    private NewTable column(String column, ColumnType type) {
        elements.add(Column.of(column, type));
        return this;
    }

    /**
     * The column before it is NOT NULL.
     *
     * @return this
     */
    public NewTable notNull() {
        return replace(last().notNull());
    }

    /**
     * The column before it is numbered by the database.
     *
     * @return this
     */
    public NewTable asIdentity() {
        return replace(last().asIdentity());
    }

    /**
     * The column before it has a constant as its default.
     *
     * @param literal the value as text, without SQL quotes
     * @return this
     */
    public NewTable withDefault(String literal) {
        return replace(last().withDefault(literal));
    }

    /**
     * The column before it has an expression as its default.
     *
     * @param expression SQL
     * @return this
     */
    public NewTable withDefaultSql(String expression) {
        return replace(last().withDefaultSql(expression));
    }

    /**
     * The column before it has a comment.
     *
     * @param text the comment
     * @return this
     */
    public NewTable withComment(String text) {
        return replace(last().withComment(text));
    }

    private Column last() {
        if (!elements.isEmpty() && elements.get(elements.size() - 1) instanceof Column column) {
            return column;
        }
        throw new IllegalStateException("The call before this one names no column of the table " + name + ".");
    }

    private NewTable replace(Column column) {
        elements.set(elements.size() - 1, column);
        return this;
    }

    /**
     * The primary key.
     *
     * @param constraint its name
     * @param columns its columns, in order
     * @return this
     */
    public NewTable primaryKey(String constraint, String... columns) {
        return with(Definitions.primaryKey(constraint, columns));
    }

    /**
     * Columns whose values occur once.
     *
     * @param constraint its name
     * @param columns its columns, in order
     * @return this
     */
    public NewTable unique(String constraint, String... columns) {
        return with(Definitions.unique(constraint, columns));
    }

    /**
     * A check that a column has one of some values.
     *
     * @param constraint its name
     * @param column the column
     * @param values the values
     * @return this
     */
    public NewTable oneOf(String constraint, String column, String... values) {
        return with(Definitions.oneOf(constraint, column, values));
    }

    /**
     * An index.
     *
     * @param index its name
     * @param columns its columns, in order
     * @return this
     */
    public NewTable index(String index, String... columns) {
        return with(Definitions.index(index, columns));
    }

    /**
     * Whatever has no method of its own here.
     *
     * @param more such as foreign keys, checks and the table's comment
     * @return this
     */
    public NewTable with(TableElement... more) {
        Collections.addAll(elements, more);
        return this;
    }
}
