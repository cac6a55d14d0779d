package dev.turnstone.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An immutable description of all tables of one migration set; plain data.
 *
 * @param tables the tables, kept sorted by name
 */
public record Schema(List<Table> tables) {

    /** The schema without tables, from which every history starts. */
    public static final Schema EMPTY = new Schema(List.of());

    /** Sorts the tables. */
    public Schema {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
    }

    /**
     * A schema of some tables.
     *
     * @param tables the tables, in any order
     * @return the schema
     */
    public static Schema of(Table... tables) {
        return new Schema(List.of(tables));
    }

    /**
     * This schema and another.
     *
     * @param other tables that this one does not have
     * @return both
     */
    public Schema and(Schema other) {
        List<Table> all = new ArrayList<>(tables);
        all.addAll(other.tables);
        return new Schema(all);
    }

    /**
     * Finds a table by name.
     *
     * @param name its name, in any letter case
     * @return the table, or empty
     */
    public Optional<Table> table(TableName name) {
        return Identifiers.find(tables, Table::name, name, Comparator.naturalOrder());
    }
}
