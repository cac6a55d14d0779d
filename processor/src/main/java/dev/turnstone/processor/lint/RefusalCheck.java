package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Rendered;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import java.util.List;
import java.util.stream.Stream;

/** What a target database cannot do. */
final class RefusalCheck implements LintCheck {

    @Override
    public List<Finding> check(LintContext context) {
        return context.targets().stream()
                .flatMap(target -> context.operations().stream().flatMap(operation -> {
                    Rendered rendered = target.render(operation);
                    return rendered instanceof Rendered.Refusal refusal
                            ? Stream.of(Finding.of(
                                    Tag.REFUSED,
                                    OperationPlace.of(context.declared(), operation),
                                    "The database " + target.name() + " cannot do this change: " + refusal.reason(),
                                    ""))
                            : Stream.empty();
                }))
                .toList();
    }
}
