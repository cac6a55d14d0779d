package dev.turnstone.processor.codec;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.ConstraintVisitor;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Unique;

/** The name that people use for each kind of constraint. */
final class ConstraintKind implements ConstraintVisitor<String> {

    @Override
    public String primaryKey(PrimaryKey key) {
        return "primary key";
    }

    @Override
    public String unique(Unique unique) {
        return "unique constraint";
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return "foreign key";
    }

    @Override
    public String check(Check check) {
        return "check";
    }
}
