package dev.turnstone.processor.diff;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * A table that stays, and what becomes of each of its parts.
 *
 * @param before the table in the snapshot
 * @param after the table in the target
 * @param columns the columns that stay
 * @param addedColumns the columns that are new, as in the target
 * @param droppedColumns the columns that go, as in the snapshot; only those that may
 * @param parts the constraints and indexes that stay
 * @param addedParts those that are new, as in the target
 * @param droppedParts those that go, as in the snapshot
 */
record TableChange(
        Table before,
        Table after,
        List<ColumnPair> columns,
        List<Column> addedColumns,
        List<Column> droppedColumns,
        List<PartPair> parts,
        List<Part> addedParts,
        List<Part> droppedParts) {

    /**
     * A column that stays.
     *
     * @param before as in the snapshot
     * @param after as in the target
     */
    record ColumnPair(Column before, Column after) {

        boolean isRenamed() {
            return !Identifiers.same(before.name(), after.name());
        }

        boolean isRetyped() {
            return !before.type().equals(after.type());
        }

        /** Whether rows may hold no value there, and no longer may. */
        boolean isTightened() {
            return before.nullable() && !after.nullable();
        }
    }

    /**
     * A constraint or index that stays.
     *
     * @param before as in the snapshot
     * @param after as in the target
     */
    record PartPair(Part before, Part after) {

        boolean isRenamed() {
            return !Identifiers.same(before.name(), after.name());
        }
    }

    boolean isRenamed() {
        return !before.name().same(after.name());
    }

    /** The column that a column of the snapshot becomes. */
    Optional<ColumnPair> columnBefore(String name) {
        return columns.stream()
                .filter(pair -> Identifiers.same(pair.before().name(), name))
                .findFirst();
    }

    /** The column that a column of the target was. */
    Optional<ColumnPair> columnAfter(String name) {
        return columns.stream()
                .filter(pair -> Identifiers.same(pair.after().name(), name))
                .findFirst();
    }

    /** Whether a column begins to be numbered by the database. */
    boolean gainsIdentity() {
        return addedColumns.stream().anyMatch(Column::identity)
                || columns.stream()
                        .anyMatch(pair ->
                                pair.after().identity() && !pair.before().identity());
    }
}
