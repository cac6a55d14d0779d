package dev.turnstone.processor.declared;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which class and which fields stand for which table and columns. Kept in the snapshot beside the schema, so that a
 * renamed field with a pinned column, or a pinned field with a renamed column, is understood without a question. It is
 * no part of the schema: a change of it alone is no migration.
 *
 * @param tables one entry for each table, kept sorted by table
 */
public record Mapping(List<TableMapping> tables) {

    /** The mapping of an empty schema. */
    public static final Mapping EMPTY = new Mapping(List.of());

    /** Sorts the entries. */
    public Mapping {
        tables = tables.stream()
                .sorted(Comparator.comparing(TableMapping::table))
                .toList();
    }

    /**
     * Finds a table's entry.
     *
     * @param table the table's name
     * @return the entry, or empty
     */
    public Optional<TableMapping> table(TableName table) {
        return Identifiers.find(tables, TableMapping::table, table, Comparator.naturalOrder());
    }

    /**
     * Finds the entry of an entity.
     *
     * @param entity the binary name of its class
     * @return the entry, or empty
     */
    public Optional<TableMapping> entity(String entity) {
        return tables.stream().filter(each -> each.entity().equals(entity)).findFirst();
    }

    /**
     * Tells whether the source says of anything what it was called before.
     *
     * @return true if a table or a column has such a hint
     */
    public boolean hasHints() {
        for (TableMapping table : tables) {
            if (!table.renamedFrom().isEmpty()) {
                return true;
            }
            for (TableMapping.ColumnMapping column : table.columns()) {
                if (!column.renamedFrom().isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
