package dev.turnstone.schema;

import java.util.Objects;

/**
 * A condition that each row of a table must meet.
 *
 * @param name the constraint's name
 * @param condition what must hold
 */
public record Check(String name, Condition condition) implements Constraint {

    /** Checks that both parts are given. */
    public Check {
        Identifiers.requireName(name, "check");
        Objects.requireNonNull(condition, "condition");
    }

    @Override
    public Check withName(String newName) {
        return new Check(newName, condition);
    }

    @Override
    public Check withColumnRenamed(String from, String to) {
        return condition instanceof Condition.OneOf oneOf && Identifiers.same(oneOf.column(), from)
                ? new Check(name, new Condition.OneOf(to, oneOf.values()))
                : this;
    }

    @Override
    public boolean mentions(String column) {
        return condition instanceof Condition.OneOf oneOf && Identifiers.same(oneOf.column(), column);
    }

    @Override
    public <R> R accept(ConstraintVisitor<R> visitor) {
        return visitor.check(this);
    }
}
