package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.List;

/** What a target database cannot do. */
final class RefusalCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        List<Remark> remarks = new ArrayList<>();
        context.targets().forEach(target -> {
            if (context.rendered(target) instanceof Rendered.Refused refused) {
                refused.refusals().forEach(each -> remarks.add(remark(context, target.name(), each)));
            }
        });
        return remarks;
    }

    private static Remark remark(LintContext context, String database, Rendered.Refusal refusal) {
        Operation operation = context.operations().get(refusal.operation());
        return new Remark(
                Tag.REFUSED,
                database,
                OperationPlace.of(context.declared(), operation),
                "The database " + database + " cannot do this change: " + refusal.reason(),
                "");
    }
}
