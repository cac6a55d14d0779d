package dev.turnstone.processor.history;

import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.schema.Schema;

/** What the snapshot's file says. */
record Snapshot(
        String set,
        String packageName,
        String headId,
        String headFingerprint,
        String release,
        Schema schema,
        Mapping mapping) {}
