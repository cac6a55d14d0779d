package dev.turnstone.processor;

import dev.turnstone.operation.InvalidOperationException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Proves a draft before anyone sees it: replayed on what it finds it gives the target, and its inverses lead back. */
final class Proof {

    private Proof() {}

    /**
     * Replays a draft both ways.
     *
     * @param before the schema that it finds
     * @param operations the draft
     * @param after the schema that it should lead to
     * @return a finding if the draft is wrong, which is a mistake in Turnstone
     */
    static Optional<Finding> refute(Schema before, List<Operation> operations, Schema after) {
        try {
            if (!SchemaReplay.replay(before, operations).equals(after)) {
                return Optional.of(wrong("does not lead to the schema that it should", operations));
            }
            if (!SchemaReplay.replay(after, Operations.inverse(operations)).equals(before)) {
                return Optional.of(wrong("cannot be taken back", operations));
            }
            return Optional.empty();
        } catch (InvalidOperationException e) {
            return Optional.of(wrong("is impossible: " + e.getMessage(), operations));
        }
    }

    private static Finding wrong(String what, List<Operation> operations) {
        return Finding.of(
                Tag.INTERNAL,
                SourceRef.NONE,
                "The migration that Turnstone made " + what + ". Nothing was saved. Operations: " + operations,
                "This is a mistake in Turnstone. Please report this line.");
    }
}
