package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;

/** Text of fixed length. */
final class CharCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return Advice.on(
                context,
                Tag.CHAR,
                column -> column.type().kind() == Kind.CHAR,
                "has a fixed length: databases pad it with spaces, and differ in when these count",
                "String instead of char, with @Column(length = ...)");
    }
}
