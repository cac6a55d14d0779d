package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import java.util.List;
import java.util.function.Predicate;

/** What to say about types that are possible, but seldom the best. */
final class Advice {

    private Advice() {}

    /** One remark for each column of a kind that is new, or whose type is. */
    static List<Remark> on(LintContext context, Tag tag, Predicate<Column> isMeant, String why, String fix) {
        return context.columns().stream()
                .filter(each -> each.isTypeNew() && isMeant.test(each.to()))
                .map(each -> new Remark(
                        tag,
                        Remark.subject(each.table(), each.to().name()),
                        context.place(each.table(), each.to().name()),
                        "The column " + each.to().name() + " of table " + each.table() + " " + why + ".",
                        fix))
                .toList();
    }
}
