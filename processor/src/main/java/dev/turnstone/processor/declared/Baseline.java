package dev.turnstone.processor.declared;

import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.Map;
import java.util.Set;

/**
 * What the committed files say, as the differ sees it.
 *
 * @param schema the schema after the newest saved migration
 * @param mapping the classes and fields at that time
 * @param pastTables every table name that ever existed in the history, and does not any more, in lower case and with its schema
 * @param pastColumns for each table that exists, by name: every column name that it ever had, in lower case
 * @param fresh the tables and columns, by {@link DeclaredSchema#key}, that only migrations made which are now made anew: no
 *     database that counts has values in them, so they go without a word
 */
public record Baseline(
        Schema schema,
        Mapping mapping,
        Set<String> pastTables,
        Map<TableName, Set<String>> pastColumns,
        Set<String> fresh) {

    /**
     * What the committed files say, with all of it to stay.
     *
     * @param schema the schema after the newest saved migration
     * @param mapping the classes and fields at that time
     * @param pastTables every table name of the past
     * @param pastColumns for each table every column name that it ever had
     */
    public Baseline(Schema schema, Mapping mapping, Set<String> pastTables, Map<TableName, Set<String>> pastColumns) {
        this(schema, mapping, pastTables, pastColumns, Set.of());
    }

    /**
     * The same before migrations are made anew.
     *
     * @param names the tables and columns that only they made
     * @return a copy
     */
    public Baseline withFresh(Set<String> names) {
        return new Baseline(schema, mapping, pastTables, pastColumns, names);
    }

    /** The state before the first migration. */
    public static final Baseline EMPTY = new Baseline(Schema.EMPTY, Mapping.EMPTY, Set.of(), Map.of());
}
