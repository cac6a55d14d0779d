package dev.turnstone.processor.declared;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Identifiers;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A column and where it comes from.
 *
 * @param column the column
 * @param leaf its field
 * @param renamedFrom its old name; empty for none
 * @param fill what rows that exist get; null for nothing
 */
record AssembledColumn(Column column, Leaf leaf, String renamedFrom, DefaultValue fill) {

    /** The column's name. */
    String name() {
        return column.name();
    }

    /** The columns of the primary key, in its order. Compilers disagree on the order of fields, so names decide. */
    static List<Column> key(Collection<AssembledColumn> columns) {
        return columns.stream()
                .filter(each -> each.leaf().id().isPresent())
                .sorted(Comparator.<AssembledColumn>comparingInt(
                                each -> each.leaf().id().orElseThrow().order())
                        .thenComparing(AssembledColumn::name, Identifiers.ORDER))
                .map(AssembledColumn::column)
                .toList();
    }
}
