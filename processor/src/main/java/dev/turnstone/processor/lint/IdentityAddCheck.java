package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A column that numbers the rows that exist, in an order of the database's choice. */
final class IdentityAddCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.operations(AddColumn.class).stream()
                .filter(each -> each.column().identity() && !context.isNew(each.table()))
                .map(each -> new Remark(
                        Tag.IDENTITY_ADD,
                        Remark.subject(each.table(), each.column().name()),
                        context.place(each.table(), each.column().name()),
                        "The new column " + each.column().name() + " numbers all rows of table " + each.table()
                                + ", for which the table is written anew. Others wait for it, as long as the table is"
                                + " large, and which row gets which number is left to the database.",
                        "If that may be: " + Remark.accept(Tag.IDENTITY_ADD)))
                .toList();
    }
}
