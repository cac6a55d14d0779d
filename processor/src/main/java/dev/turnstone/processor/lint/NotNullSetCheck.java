package dev.turnstone.processor.lint;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A column that becomes NOT NULL may hold NULL already. */
final class NotNullSetCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.operations(AlterColumn.class).stream()
                .filter(NotNullSetCheck::lacksValue)
                .filter(each ->
                        !context.declared().isFilled(each.table(), each.to().name()))
                .map(each -> new Remark(
                        Tag.NOTNULL_SET,
                        Remark.subject(each.table(), each.to().name()),
                        context.place(each.table(), each.to().name()),
                        "The column " + each.to().name() + " of table " + each.table()
                                + " becomes NOT NULL. The change fails if a row holds NULL there.",
                        "Give such rows a value: "
                                + Example.value("Fill", each.to().type()) + "\nIf there is none: "
                                + Remark.accept(Tag.NOTNULL_SET)))
                .toList();
    }

    private static boolean lacksValue(AlterColumn operation) {
        return operation.from().nullable()
                && !operation.to().nullable()
                && operation.to().defaultValue() == null
                && operation.rows().fill() == null;
    }
}
