package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
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
                .flatMap(target -> refusals(context, target)
                        .map(refusal -> Finding.of(
                                Tag.REFUSED,
                                OperationPlace.of(
                                        context.declared(), context.operations().get(refusal.operation())),
                                "The database " + target.name() + " cannot do this change: " + refusal.reason(),
                                "")))
                .toList();
    }

    private static Stream<Rendered.Refusal> refusals(LintContext context, Dialect target) {
        Change change = Change.inUse(context.operations(), context.baseline()::schema);
        return target.render(change) instanceof Rendered.Refused refused ? refused.refusals().stream() : Stream.empty();
    }
}
