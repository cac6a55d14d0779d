package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.List;

/**
 * The schema that the entities ask for, under its final names, and what becomes of each part of the snapshot.
 *
 * @param schema the schema
 * @param mapping the classes and fields behind it
 * @param changes the tables that stay, sorted by their names in the target
 * @param created the tables that are new
 * @param dropped the tables that go, as in the snapshot; only those that may
 * @param renaming from the names of the snapshot to those of the target
 */
record Target(
        Schema schema,
        Mapping mapping,
        List<TableChange> changes,
        List<Table> created,
        List<Table> dropped,
        Renaming renaming) {}
