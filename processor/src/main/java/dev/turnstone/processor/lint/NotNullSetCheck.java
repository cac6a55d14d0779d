package dev.turnstone.processor.lint;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A column that becomes NOT NULL may hold NULL already. */
final class NotNullSetCheck implements LintCheck {

    @Override
    public List<Finding> check(LintContext context) {
        return context.operations(AlterColumn.class).stream()
                .filter(each -> each.from().nullable()
                        && !each.to().nullable()
                        && each.to().defaultValue() == null
                        && !context.declared().isFilled(each.table(), each.to().name()))
                .map(each -> Finding.of(
                        Tag.NOTNULL_SET,
                        context.declared().place(each.table(), each.to().name()),
                        "The column " + each.to().name() + " of table " + each.table()
                                + " becomes NOT NULL. The change fails if a row holds NULL there.",
                        "Make sure that no row does, or give the column a default: such rows get it then."))
                .toList();
    }
}
