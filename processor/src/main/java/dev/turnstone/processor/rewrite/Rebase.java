package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.InvalidOperationException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One branch's migrations, made to follow another branch's.
 *
 * @param migrations the operations of each migration on the new ground; empty for one that has nothing left to do. Of no
 *     use if there are conflicts.
 * @param conflicts what cannot be: each the operation, and what the other branch did
 * @param notes what was left out, as both branches do it
 */
public record Rebase(List<List<Operation>> migrations, List<String> conflicts, List<String> notes) {

    /** Copies the lists. */
    public Rebase {
        migrations = List.copyOf(migrations);
        conflicts = List.copyOf(conflicts);
        notes = List.copyOf(notes);
    }

    /**
     * Puts a branch on top of another. Names follow the other branch's renames; definitions that it changed in another
     * respect are taken over; what both do is left out. Everything else that meets is a conflict.
     *
     * @param base the schema where the branches parted
     * @param ground what the other branch does, in order; it fits the base
     * @param own what this branch does, migration by migration; it fits the base
     * @return what this branch does after the other one
     */
    public static Rebase of(Schema base, List<Operation> ground, List<List<Operation>> own) {
        Transfer transfer = new Transfer(base, ground, own);
        List<List<Operation>> migrations = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (List<Operation> migration : own) {
            List<Operation> operations = new ArrayList<>();
            for (Operation operation : migration) {
                String summary = OperationSummary.of(operation);
                try {
                    Optional<Operation> adapted = transfer.transfer(operation);
                    adapted.ifPresentOrElse(operations::add, () -> notes.add(summary));
                } catch (Conflict e) {
                    conflicts.add(summary + ": " + e.getMessage());
                } catch (InvalidOperationException e) {
                    // After a conflict something may only be missing because it was not done.
                    if (conflicts.isEmpty()) {
                        conflicts.add(summary + ": " + e.getMessage());
                    }
                }
            }
            migrations.add(operations);
        }
        return new Rebase(migrations, conflicts, notes);
    }

    /**
     * The schema that the rebased branch leads to.
     *
     * @param ground the schema that it finds
     * @return the schema after all its migrations
     */
    public Schema replay(Schema ground) {
        return SchemaReplay.replay(
                ground, migrations.stream().flatMap(List::stream).toList());
    }
}
