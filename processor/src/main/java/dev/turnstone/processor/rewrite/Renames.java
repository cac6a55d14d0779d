package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Optional;

/** What tables and columns of one line of migrations are called at the end of another, which begins with the same schema. */
public final class Renames {

    private final Line from;
    private final Line to;

    private Renames(Line from, Line to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Follows both lines.
     *
     * @param base the schema that both find
     * @param from what happens in the line whose names are known
     * @param to what happens in the other line
     * @return what the names of the one are in the other
     */
    public static Renames between(Schema base, List<Operation> from, List<Operation> to) {
        return new Renames(Line.of(base, from), Line.of(base, to));
    }

    /**
     * The other name of a table.
     *
     * @param table its name at the end of the one line
     * @return its name at the end of the other, where it is the same if it is new in the one; empty if it is gone there
     */
    public Optional<TableName> table(TableName table) {
        TableName origin = from.origin(table);
        return Optional.ofNullable(origin == null ? table : to.now(origin));
    }

    /**
     * The other name of a column.
     *
     * @param table the name of its table at the end of the one line
     * @param column its name there
     * @return its name at the end of the other, where it is the same if it is new in the one; empty if it is gone there
     */
    public Optional<String> column(TableName table, String column) {
        TableName tableOrigin = from.origin(table);
        String origin = tableOrigin == null ? null : from.columnOrigin(table, column);
        return Optional.ofNullable(origin == null ? column : to.columnNow(tableOrigin, origin));
    }
}
