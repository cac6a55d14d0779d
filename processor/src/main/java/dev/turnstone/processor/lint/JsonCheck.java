package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** PostgreSQL's older type for JSON. */
final class JsonCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        if (context.targets().stream().noneMatch(target -> target.name().equals("postgresql"))) {
            return List.of();
        }
        return Advice.on(
                context,
                Tag.JSON,
                column -> column.type().sql().strip().equalsIgnoreCase("json"),
                "has the type json, of which PostgreSQL compares no two values, so that DISTINCT, GROUP BY and UNION fail",
                "@Column(type = \"jsonb\")");
    }
}
