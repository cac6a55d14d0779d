package dev.turnstone.processor.jpa;

import dev.turnstone.schema.TableName;

/**
 * A sequence that numbers rows.
 *
 * @param name its name
 * @param start the first number
 * @param increment the step from one number to the next
 * @param own whether it belongs to this migration set
 */
record JpaSequence(TableName name, long start, int increment, boolean own) {}
