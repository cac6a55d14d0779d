package dev.turnstone.processor.diff;

import dev.turnstone.schema.Column;
import dev.turnstone.schema.Table;
import java.util.List;

/**
 * A table that the snapshot and the source both have.
 *
 * @param before what it is in the snapshot
 * @param declared what the source says
 * @param columns which column was which
 */
record TableMatch(Table before, Table declared, Pairs<String> columns) {

    /** The columns that the source does not have any more. */
    List<Column> vanished() {
        return before.columns().stream()
                .filter(column -> columns.hasVanished(column.name()))
                .toList();
    }

    /** The columns that the snapshot does not have. */
    List<Column> added() {
        return declared.columns().stream()
                .filter(column -> columns.before(column.name()).isEmpty())
                .toList();
    }
}
