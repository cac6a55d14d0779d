package dev.turnstone.processor;

import dev.turnstone.operation.InvalidOperationException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.SchemaHistory;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.emit.StepTables;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The constants of data migrations, each given out once. Classes refer to them before they exist, so those of saved data
 * migrations come in the first round, and the others as soon as there is a plan, even one that an error stops: else the
 * compiler would complain about missing names beside that error.
 */
final class StepConstants {

    private final Set<String> given = new TreeSet<>();
    private final StepWords words;

    StepConstants(StepWords words) {
        this.words = words;
    }

    /**
     * The constants of the data migrations that saved migrations run, as far as their package uses them.
     *
     * @param history the saved migrations
     * @param steps the data migrations whose classes are there
     * @return those that were not given before
     */
    List<StepTables> saved(History history, List<DeclaredStep> steps) {
        List<SavedMigration> saved = history.migrations();
        Map<String, DeclaredStep> byName = new HashMap<>();
        steps.forEach(step -> byName.put(step.name(), step));
        SchemaHistory schemas = history.schemas();
        List<StepTables> constants = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            for (Operation operation : saved.get(i).operations()) {
                if (operation instanceof RunData run && byName.containsKey(run.step()) && given.add(run.step())) {
                    Schema schema = at(run, schemas.before(i + 1), saved.get(i).operations());
                    constants.add(tables(byName.get(run.step()), schema, words.of(run.step())));
                }
            }
        }
        return constants;
    }

    /**
     * The constants of the data migrations of a draft.
     *
     * @param snapshot the schema after the newest saved migration
     * @param draft the operations of the draft; not of use if there are errors
     * @param steps the data migrations whose classes are there
     * @return those that were not given before
     */
    List<StepTables> pending(Schema snapshot, List<Operation> draft, List<DeclaredStep> steps) {
        return steps.stream()
                .filter(step -> given.add(step.name()))
                .map(step -> tables(step, at((RunData) step.operation(), snapshot, draft), Set.of()))
                .toList();
    }

    private static Schema at(RunData run, Schema before, List<Operation> operations) {
        Schema schema = before;
        for (Operation operation : operations.subList(0, Math.max(0, operations.indexOf(run)))) {
            schema = after(schema, operation);
        }
        return schema;
    }

    /** An error leaves gaps in its draft, over which other operations stumble. */
    private static Schema after(Schema schema, Operation operation) {
        try {
            return SchemaReplay.replay(schema, List.of(operation));
        } catch (InvalidOperationException stumbled) {
            return schema;
        }
    }

    private static StepTables tables(DeclaredStep step, Schema schema, Set<String> used) {
        List<String> only = step.tables().stream().map(Placed::value).toList();
        boolean known = schema.tables().stream()
                .map(table -> table.name().toString())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Identifiers.ORDER)))
                .containsAll(only);
        // A name that is wrong is an error of its own; what it was meant for must not be missed beside it.
        return new StepTables(step.name(), schema, known ? only : List.of(), used);
    }
}
