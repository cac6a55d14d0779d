package dev.turnstone.operation;

import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.TableName;

/**
 * A sequence comes, goes, or changes its name or its numbers; one that changes goes on counting where it was.
 *
 * @param from the sequence as it was; null if it is new
 * @param to the sequence as it will be; null if it goes
 */
public record ChangeSequence(Sequence from, Sequence to) implements Operation {

    /** Checks that there is one. */
    public ChangeSequence {
        if (from == null && to == null) {
            throw new IllegalArgumentException("A change needs a sequence.");
        }
    }

    /**
     * The sequence that changes.
     *
     * @return its name
     */
    public TableName name() {
        return (to == null ? from : to).name();
    }

    @Override
    public Operation inverse() {
        return new ChangeSequence(to, from);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.changeSequence(this);
    }
}
