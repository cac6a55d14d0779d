package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a change of a column's type means in one database. */
enum TypeChange {
    /** The database has one type for both. */
    SAME,
    /** Every value stays, and no row is touched. */
    IN_PLACE,
    /** Every value stays, but the database writes the whole table anew. */
    REWRITE,
    /** Some values may not fit. */
    NARROWED,
    /** No value of the old type is one of the new. */
    INCOMPATIBLE;

    private static final TableName ANY_TABLE = TableName.of("t");

    /** The types by which one that stores a UUID as bytes is known. */
    private static final ColumnType UUID_BYTES = ColumnType.verbatim("BINARY(16)");

    /** The longest varchar whose length takes one byte at four bytes a character; and of at most 127 bytes. */
    private static final int ONE_BYTE = 63;

    private static final int HALF_A_BYTE = 31;

    /** The shortest varchar whose length takes two bytes in every character set, and the longest that is no large object. */
    private static final int TWO_BYTES = 256;

    private static final int LONGEST = 16_383;

    /**
     * A column and what its change of type means.
     *
     * @param operation the change
     * @param meanings by the name of the target database, in their order
     */
    record OfColumn(AlterColumn operation, Map<String, TypeChange> meanings) {

        /** The databases in which the change means something. */
        List<String> databases(TypeChange meaning) {
            return meanings.entrySet().stream()
                    .filter(each -> each.getValue() == meaning)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        boolean isIncompatible() {
            return meanings.containsValue(INCOMPATIBLE);
        }

        /** Whether those are lists of values where it means this. What leaves a list, or moves in it, is a matter of its own. */
        boolean isOfEnumLists(TypeChange meaning) {
            return databases(meaning).stream()
                    .allMatch(each -> EnumList.of(spelled(operation.from().type(), each))
                                    .isPresent()
                            && EnumList.of(spelled(operation.to().type(), each)).isPresent());
        }

        /** Such as {@code The column age of table author changes from bigint to integer}. */
        String text() {
            return "The column " + operation.to().name() + " of table " + operation.table() + " changes from "
                    + operation.from().type() + " to " + operation.to().type();
        }
    }

    static List<OfColumn> all(LintContext context) {
        List<OfColumn> changes = new ArrayList<>();
        for (AlterColumn alter : context.operations(AlterColumn.class)) {
            if (!alter.from().type().equals(alter.to().type())) {
                Map<String, TypeChange> meanings = new LinkedHashMap<>();
                context.targets()
                        .forEach(target -> meanings.put(
                                target.name(),
                                of(
                                        target,
                                        spelled(alter.from().type(), target.name()),
                                        spelled(alter.to().type(), target.name()))));
                changes.add(new OfColumn(alter, meanings));
            }
        }
        return changes;
    }

    /** A type that several databases spell differently, as one of them does. */
    private static ColumnType spelled(ColumnType type, String database) {
        return type.kind() == Kind.VERBATIM ? ColumnType.verbatim(type.sql(database)) : type;
    }

    /** What a change of type means in a database. */
    static TypeChange of(Dialect target, ColumnType from, ColumnType to) {
        if (isSame(target, from, to)) {
            return SAME;
        }
        return switch (fit(target, from, to)) {
            case ALL -> isInPlace(target.name(), from, to) ? IN_PLACE : REWRITE;
            case SOME -> NARROWED;
            case NONE -> INCOMPATIBLE;
        };
    }

    private static TypeFit fit(Dialect target, ColumnType from, ColumnType to) {
        boolean ofUuid = from.kind() == Kind.UUID || to.kind() == Kind.UUID;
        return ofUuid && isSame(target, ColumnType.of(Kind.UUID), UUID_BYTES) ? TypeFit.NONE : TypeFit.of(from, to);
    }

    /** The dialect knows, as it depends on the version. */
    private static boolean isSame(Dialect target, ColumnType from, ColumnType to) {
        Column column = Column.of("c", from);
        Change change = Change.inUse(
                List.of(new AlterColumn(ANY_TABLE, column, column.withType(to))),
                () -> Schema.of(Table.of(ANY_TABLE, List.of(column))));
        return from.equals(to)
                || (target.render(change) instanceof Rendered.Units units
                        && units.units().isEmpty());
    }

    /** Of a type that holds every value of the other. A database that Turnstone does not know is trusted. */
    private static boolean isInPlace(String database, ColumnType from, ColumnType to) {
        boolean sameKind = from.kind() == to.kind();
        boolean sameScale = from.scale() == to.scale();
        return switch (database) {
            case "postgresql" ->
                switch (from.kind()) {
                    case VARCHAR -> true;
                    case DECIMAL -> sameKind && sameScale;
                    case TIME, TIMESTAMP, TIMESTAMP_TZ -> sameKind;
                    default -> false;
                };
            case "mysql" -> isLonger(from, to, 0) || isAppended(from, to);
            case "mariadb" -> isLonger(from, to, HALF_A_BYTE) || isAppended(from, to);
            case "h2" ->
                switch (from.kind()) {
                    case VARCHAR, VARBINARY -> sameKind;
                    case DECIMAL -> sameKind && sameScale;
                    default -> false;
                };
            case "sqlite" -> false;
            default -> true;
        };
    }

    private static boolean isLonger(ColumnType from, ColumnType to, int freeUpTo) {
        return from.kind() == Kind.VARCHAR
                && to.kind() == Kind.VARCHAR
                && to.length() <= LONGEST
                && (to.length() <= ONE_BYTE || from.length() >= TWO_BYTES || from.length() <= freeUpTo);
    }

    private static boolean isAppended(ColumnType from, ColumnType to) {
        return EnumList.of(from)
                .filter(old -> EnumList.of(to).filter(old::begins).isPresent())
                .isPresent();
    }
}
