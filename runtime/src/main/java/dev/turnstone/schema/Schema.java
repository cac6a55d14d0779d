package dev.turnstone.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An immutable description of all tables and sequences of one migration set; plain data.
 *
 * @param tables the tables, kept sorted by name
 * @param sequences the sequences, kept sorted by name
 */
public record Schema(List<Table> tables, List<Sequence> sequences) {

    /** The schema without tables, from which every history starts. */
    public static final Schema EMPTY = new Schema(List.of());

    /** Sorts tables and sequences. */
    public Schema {
        tables = tables.size() < 2
                ? List.copyOf(tables)
                : tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences = sequences.size() < 2
                ? List.copyOf(sequences)
                : sequences.stream()
                        .sorted(Comparator.comparing(Sequence::name))
                        .toList();
    }

    /**
     * A schema without sequences.
     *
     * @param tables the tables, in any order
     */
    public Schema(List<Table> tables) {
        this(tables, List.of());
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
        List<Table> allTables = new ArrayList<>(tables);
        allTables.addAll(other.tables);
        List<Sequence> allSequences = new ArrayList<>(sequences);
        allSequences.addAll(other.sequences);
        return new Schema(allTables, allSequences);
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
