package dev.turnstone.processor.lint;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A column whose new type makes a database write the whole table anew. */
final class TypeRewriteCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.typeChanges().stream()
                .filter(each ->
                        !each.databases(TypeChange.REWRITE).isEmpty() && !each.isOfEnumLists(TypeChange.REWRITE))
                .map(each -> remark(context, each))
                .toList();
    }

    private static Remark remark(LintContext context, TypeChange.OfColumn change) {
        AlterColumn operation = change.operation();
        String column = operation.to().name();
        return new Remark(
                Tag.TYPE_REWRITE,
                Remark.subject(operation.table(), column),
                context.place(operation.table(), column),
                change.text() + ". No value is lost, but "
                        + String.join(", ", change.databases(TypeChange.REWRITE))
                        + " must write the whole table anew. Others wait for it, as long as the table is large.",
                "If the table is small, or nobody uses it then: " + Remark.accept(Tag.TYPE_REWRITE)
                        + "\nElse add a column of the new type, fill it in batches, and drop the old one later.");
    }
}
