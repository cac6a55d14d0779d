package dev.turnstone.processor.diff;

import dev.turnstone.operation.Conversion;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.Convert;
import dev.turnstone.processor.declared.DeclaredSchema.RowHint;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.diff.TableChange.ColumnPair;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition.OneOf;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code @Fill} and {@code @Convert} say of the rows that exist. */
final class RowHints {

    private final Map<String, RowHint> byColumn = new HashMap<>();

    RowHints(List<RowHint> hints) {
        hints.forEach(hint -> byColumn.put(DeclaredSchema.key(hint.table(), hint.column()), hint));
    }

    private Optional<RowHint> hint(TableName table, String column) {
        return Optional.ofNullable(byColumn.get(DeclaredSchema.key(table, column)));
    }

    /** What fills a column of the target; null for nothing. */
    DefaultValue fill(TableName table, String column) {
        return hint(table, column).flatMap(RowHint::fill).map(Placed::value).orElse(null);
    }

    /** What becomes of the rows when a column changes. */
    Conversion rows(TableChange change, ColumnPair pair) {
        DefaultValue fill =
                pair.isTightened() ? fill(change.after().name(), pair.after().name()) : null;
        return conversion(fill, convert(change, pair).map(Convert::using));
    }

    /** What becomes of them when the change is taken back. */
    Conversion rowsBack(TableChange change, ColumnPair pair) {
        return conversion(null, convert(change, pair).map(Convert::back));
    }

    private static Conversion conversion(DefaultValue fill, Optional<String> using) {
        return fill == null && using.isEmpty() ? Conversion.NONE : new Conversion(fill, using.orElse(""));
    }

    private Optional<Convert> convert(TableChange change, ColumnPair pair) {
        return needsConversion(change, pair)
                ? hint(change.after().name(), pair.after().name())
                        .flatMap(RowHint::convert)
                        .map(Placed::value)
                : Optional.empty();
    }

    /** Whether values that exist may not fit any more: another type, or fewer values that are allowed. */
    static boolean needsConversion(TableChange change, ColumnPair pair) {
        Optional<List<String>> before = allowed(change.before(), pair.before().name());
        Optional<List<String>> after = allowed(change.after(), pair.after().name());
        boolean losesValues =
                after.isPresent() && (before.isEmpty() || !after.get().containsAll(before.get()));
        return pair.isRetyped() || losesValues;
    }

    private static Optional<List<String>> allowed(Table table, String column) {
        return table.constraintsOf(Check.class).stream()
                .map(Check::condition)
                .filter(OneOf.class::isInstance)
                .map(OneOf.class::cast)
                .filter(oneOf -> Identifiers.same(oneOf.column(), column))
                .map(OneOf::values)
                .findFirst();
    }
}
