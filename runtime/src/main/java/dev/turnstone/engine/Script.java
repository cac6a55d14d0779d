package dev.turnstone.engine;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Precondition;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Unit;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.OperationRefusedException;
import dev.turnstone.migration.ResumeImpossibleException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A pending migration as statements of one database.
 *
 * @param set its set
 * @param entry its id and fingerprint
 * @param pending its place, and what the history has of it
 * @param preconditions what must hold of the rows before it begins
 * @param blocks its statements
 * @param undo the statements that take it back
 */
record Script(
        MigrationSet set,
        MigrationSet.Entry entry,
        Chain.Pending pending,
        List<Precondition> preconditions,
        List<Block> blocks,
        UndoScript undo) {

    /**
     * Renders a migration.
     *
     * @param before gives the schema that the migration finds
     * @param inUse whether others may be using the tables
     */
    static Script render(
            MigrationSet set, Chain.Pending pending, Supplier<Schema> before, boolean inUse, Dialect dialect) {
        MigrationSet.Entry entry = pending.entry();
        Migration migration = pending.migration(set);
        List<Operation> up = migration.upOperations();
        List<Operation> down = migration.downOperations();
        // What fails after a data migration leaves half of it, and must look the same the next time.
        boolean careful = inUse;
        for (Operation each : up) {
            careful |= each instanceof RunData;
        }
        Rendered.Units there = units(set, entry, dialect, new Change(up, before, careful));
        Rendered.Units back =
                units(set, entry, dialect, Change.inUse(down, () -> SchemaReplay.replay(before.get(), up)));
        List<Block> blocks = Block.of(there.units());
        int total = Block.total(blocks);
        HistoryRow begun = pending.begun();
        if (begun != null && begun.progress().started() > 0 && begun.progress().total() != total) {
            throw new ResumeImpossibleException(
                    set.name(), entry.id(), begun.progress().total(), total);
        }
        boolean paired = down.size() == up.size();
        List<UndoScript.Part> parts = new ArrayList<>();
        for (Unit unit : back.units()) {
            // The last operation is taken back first.
            int first = paired ? up.size() - 1 - unit.last() : 0;
            int last = paired ? up.size() - 1 - unit.first() : up.size() - 1;
            // Where only what changes rows is in transactions, such a change is taken back if one was made.
            boolean rows = unit.transactional() && !dialect.transactional();
            int[] numbers = numbers(there.units(), blocks, first, last, rows);
            if (rows && numbers[1] == 0) {
                numbers = numbers(there.units(), blocks, first, last, false);
            }
            parts.add(new UndoScript.Part(numbers[0], numbers[1], unit.transactional(), unit.steps()));
        }
        return new Script(set, entry, pending, there.preconditions().get(), blocks, new UndoScript(parts));
    }

    /** The first and the last statement that carry out any of the operations, or of those of them in transactions. */
    private static int[] numbers(List<Unit> units, List<Block> blocks, int first, int last, boolean transactional) {
        int from = Block.total(blocks) + 1;
        int to = 0;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (unit.first() <= last && unit.last() >= first && (unit.transactional() || !transactional)) {
                from = Math.min(from, blocks.get(i).number());
                to = blocks.get(i).last();
            }
        }
        return new int[] {from, to};
    }

    private static Rendered.Units units(MigrationSet set, MigrationSet.Entry entry, Dialect dialect, Change change) {
        Rendered rendered = dialect.render(change);
        if (rendered instanceof Rendered.Refused refused) {
            throw new OperationRefusedException(
                    set.name(),
                    entry.id(),
                    dialect.name(),
                    refused.refusals().get(0).reason());
        }
        return (Rendered.Units) rendered;
    }

    /** Whether one of its statements may have happened. */
    boolean begun() {
        return pending.begun() != null && pending.begun().progress().started() > 0;
    }

    /** Whether it is nothing but statements in a transaction, none of which ran, and no rows must be looked at before. */
    boolean plain() {
        for (Block block : blocks) {
            if (!block.plain()) {
                return false;
            }
        }
        return pending.begun() == null && !blocks.isEmpty() && preconditions.isEmpty();
    }

    /** How many statements are known to be done. */
    int done() {
        return pending.begun() == null ? 0 : pending.begun().progress().done();
    }

    int total() {
        return Block.total(blocks);
    }
}
