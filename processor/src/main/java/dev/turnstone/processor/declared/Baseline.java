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
 */
public record Baseline(
        Schema schema, Mapping mapping, Set<String> pastTables, Map<TableName, Set<String>> pastColumns) {

    /** The state before the first migration. */
    public static final Baseline EMPTY = new Baseline(Schema.EMPTY, Mapping.EMPTY, Set.of(), Map.of());
}
