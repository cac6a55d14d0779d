package dev.turnstone.operation;

/**
 * A data migration of the user's runs.
 *
 * @param step the binary name of its class, such as {@code com.acme.blog.SplitNames}
 * @param undo whether its {@code down} runs instead of its {@code up}
 * @param reversible whether it has a {@code down}; without one, to take it back changes nothing
 */
public record RunData(String step, boolean undo, boolean reversible) implements Operation {

    /** Checks that the class is named. */
    public RunData {
        if (step.isBlank()) {
            throw new IllegalArgumentException("A data migration needs the name of its class.");
        }
    }

    @Override
    public Operation inverse() {
        return new RunData(step, !undo, reversible);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.runData(this);
    }
}
