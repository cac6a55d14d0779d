package dev.turnstone.processor.fold;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Conversion;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import java.util.Optional;

/** What rows hold after two operations on one column, said as one. Where one cannot give them the same, there is no answer. */
final class RowValues {

    private static final DefaultValue NULL = new DefaultValue.Sql("NULL");

    private RowValues() {}

    /** A column that is added and then altered, as one that is added in its last form. */
    static Optional<AddColumn> addAltered(AddColumn add, AlterColumn alter) {
        Column made = add.column();
        Column last = alter.to();
        DefaultValue held = add.fill() == null ? made.defaultValue() : add.fill();
        boolean holdsNull = held == null || held.equals(NULL);
        Conversion rows = alter.rows();
        DefaultValue value;
        if (made.identity() != last.identity()) {
            return Optional.empty();
        } else if (!rows.using().isEmpty()) {
            if (rows.fill() != null || SqlNames.mentions(rows.using(), made.name())) {
                return Optional.empty();
            }
            value = new DefaultValue.Sql(rows.using());
        } else if (holdsNull) {
            value = rows.fill();
        } else if (keeps(made.type(), last.type()) && (rows.fill() == null || held instanceof DefaultValue.Literal)) {
            value = held;
        } else {
            return Optional.empty();
        }
        return SqlNames.mentions(value, made.name())
                ? Optional.empty()
                : Optional.of(new AddColumn(add.table(), last, told(value, last)));
    }

    /** What must be said so that rows get a value: nothing if it is what they get anyway. */
    private static DefaultValue told(DefaultValue value, Column column) {
        if (value == null) {
            return column.nullable() && column.defaultValue() != null ? NULL : null;
        }
        return value.equals(column.defaultValue()) ? null : value;
    }

    /** Two changes of one column as one, in both directions; empty text in the first of the result if nothing changes. */
    static Optional<AlterColumn> altered(AlterColumn first, AlterColumn second) {
        Optional<Conversion> rows = composed(first.from(), first.rows(), first.to(), second.rows(), second.to());
        Optional<Conversion> back =
                composed(second.to(), second.rowsBack(), second.from(), first.rowsBack(), first.from());
        return rows.isEmpty() || back.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlterColumn(first.table(), first.from(), second.to(), rows.get(), back.get()));
    }

    private static Optional<Conversion> composed(
            Column from, Conversion first, Column middle, Conversion second, Column to) {
        String name = from.name();
        if (!second.using().isEmpty() && !SqlNames.mentions(second.using(), name)) {
            return Optional.of(second);
        }
        if (!second.using().isEmpty()) {
            boolean sees = first.equals(Conversion.NONE) && from.type().equals(middle.type());
            return sees ? Optional.of(second) : Optional.empty();
        }
        boolean sameValues =
                keeps(middle.type(), to.type()) || (first.using().isEmpty() && keeps(from.type(), middle.type()));
        return sameValues ? filled(from, first, second.fill(), to) : Optional.empty();
    }

    private static Optional<Conversion> filled(Column from, Conversion first, DefaultValue later, Column to) {
        if (first.using().isEmpty() && !from.nullable()) {
            return Optional.of(Conversion.NONE);
        }
        if (later == null && first.fill() == null) {
            return Optional.of(first);
        }
        boolean readsItself = SqlNames.mentions(later, from.name()) || SqlNames.mentions(first.fill(), from.name());
        if (to.nullable() || readsItself || (later != null && !first.using().isEmpty())) {
            return Optional.empty();
        }
        if (first.fill() == null) {
            return Optional.of(new Conversion(later, ""));
        }
        return later == null || first.fill() instanceof DefaultValue.Literal ? Optional.of(first) : Optional.empty();
    }

    /** Whether a value is the same in another type, unless the database refuses it. */
    private static boolean keeps(ColumnType from, ColumnType to) {
        return from.equals(to)
                || switch (from.kind()) {
                    case TINYINT, SMALLINT, INTEGER, BIGINT -> isInteger(to);
                    case VARCHAR, TEXT -> to.kind() == ColumnType.Kind.VARCHAR || to.kind() == ColumnType.Kind.TEXT;
                    case VARBINARY, BLOB -> to.kind() == ColumnType.Kind.VARBINARY || to.kind() == ColumnType.Kind.BLOB;
                    case DECIMAL -> to.kind() == ColumnType.Kind.DECIMAL && from.scale() == to.scale();
                    default -> false;
                };
    }

    private static boolean isInteger(ColumnType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> true;
            default -> false;
        };
    }
}
