package dev.turnstone.processor.declared;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The class and the fields that stand for a table.
 *
 * @param table the table
 * @param entity the binary name of its class, such as {@code com.acme.Blog$Post}
 * @param renamedFrom the table name that {@code @RenamedFrom} on the class gives; empty for none. While it is in the
 *     snapshot the hint has had its effect.
 * @param columns one entry for each column, kept sorted by column
 */
public record TableMapping(TableName table, String entity, String renamedFrom, List<ColumnMapping> columns) {

    /** Sorts the entries. */
    public TableMapping {
        columns = columns.stream()
                .sorted(Comparator.comparing(ColumnMapping::column, Identifiers.ORDER))
                .toList();
    }

    /**
     * Finds a column's entry.
     *
     * @param column the column's name
     * @return the entry, or empty
     */
    public Optional<ColumnMapping> column(String column) {
        return Identifiers.find(columns, ColumnMapping::column, column);
    }

    /**
     * The field of a column.
     *
     * @param column the column's name
     * @param field the path of fields from the entity, such as {@code address.street}
     * @param renamedFrom the name that {@code @RenamedFrom} on the field gives; empty for none
     */
    public record ColumnMapping(String column, String field, String renamedFrom) {}
}
