package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;

/** A generated key that comes to an end. */
final class IntegerIdCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return Advice.on(
                context,
                Tag.INT_ID,
                column -> column.identity() && column.type().kind() != Kind.BIGINT,
                "numbers the rows, and has no number left after some of them",
                "long instead of int or short");
    }
}
