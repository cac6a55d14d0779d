package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;

/** A time without a zone. */
final class TimeZoneCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return Advice.on(
                context,
                Tag.TIME_ZONE,
                column -> column.type().kind() == Kind.TIMESTAMP,
                "holds a local time: which moment it means depends on who reads it",
                "java.time.Instant or OffsetDateTime instead of LocalDateTime, if it is a moment");
    }
}
