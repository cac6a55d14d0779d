package dev.turnstone.dialect;

import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Spells changes of sequences. Each statement may run twice without harm, but for numbers that nobody gets. */
final class Sequences {

    private Sequences() {}

    /**
     * For databases that have sequences.
     *
     * @param change what to do
     * @param names how names are spelled
     * @param end what stands behind the definition of a new one
     * @param skip goes on behind the numbers that were given out by a smaller step; name and step are put in
     * @param rename renames; both names and the new step are put in
     */
    static List<Step> of(ChangeSequence change, Names names, String end, String skip, String... rename) {
        List<Step> steps = new ArrayList<>();
        Sequence from = change.from();
        Sequence to = change.to();
        if (to == null) {
            steps.add(Step.of("DROP SEQUENCE IF EXISTS " + names.quote(from.name())));
        } else if (from == null) {
            steps.add(Step.of("CREATE SEQUENCE IF NOT EXISTS " + names.quote(to.name()) + " START WITH " + to.start()
                    + " INCREMENT BY " + to.increment() + end));
        } else {
            String name = names.quote(to.name());
            for (int i = 0; !from.name().same(to.name()) && i < rename.length; i++) {
                steps.add(Step.of(rename[i].formatted(names.quote(from.name()), name, to.increment())));
            }
            if (from.increment() != to.increment() || from.start() != to.start()) {
                // The start alone moves nothing: it is where a restart would begin.
                steps.add(Step.of(
                        "ALTER SEQUENCE " + name + " START WITH " + to.start() + " INCREMENT BY " + to.increment()));
            }
            if (to.increment() > from.increment()) {
                steps.add(Step.of(skip.formatted(name, to.increment())));
            }
        }
        return steps;
    }

    /**
     * For databases without sequences: a table with one row holds the next number, as Hibernate expects it.
     *
     * @param change what to do
     * @param names how names are spelled
     * @param renamed tells whether the table has its new name; empty where that need not be known
     */
    static List<Step> inTable(ChangeSequence change, Names names, String renamed) {
        List<Step> steps = new ArrayList<>();
        Sequence from = change.from();
        Sequence to = change.to();
        if (to == null) {
            steps.add(Step.of("DROP TABLE IF EXISTS " + names.quote(from.name())));
        } else if (from == null) {
            String name = names.quote(to.name());
            steps.add(Step.of("CREATE TABLE IF NOT EXISTS " + name + " (next_val BIGINT)"));
            steps.add(Step.of("INSERT INTO " + name + " SELECT " + to.start() + " WHERE NOT EXISTS (SELECT 1 FROM "
                    + name + ")"));
        } else {
            if (!from.name().same(to.name())) {
                steps.add(Step.of(
                        "ALTER TABLE " + names.quote(from.name()) + " RENAME TO " + names.quote(to.name()), renamed));
            }
            if (to.increment() > from.increment()) {
                steps.add(Step.of("UPDATE " + names.quote(to.name()) + " SET next_val = next_val + " + to.increment()));
            }
        }
        return steps;
    }
}
