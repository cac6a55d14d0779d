package dev.turnstone.processor.lint;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A column whose new type does not hold all that the old one does. */
final class TypeNarrowCheck implements LintCheck {

    @Override
    public List<Finding> check(LintContext context) {
        return context.operations(AlterColumn.class).stream()
                .filter(each -> !TypeRange.holds(each.to().type(), each.from().type()))
                .map(each -> Finding.of(
                        Tag.TYPE_NARROW,
                        context.declared().place(each.table(), each.to().name()),
                        "The column " + each.to().name() + " of table " + each.table() + " changes from "
                                + each.from().type() + " to " + each.to().type()
                                + ", which does not hold every value of the old type. The change fails, or loses digits,"
                                + " if a row has such a value.",
                        "Make sure that no row does."))
                .toList();
    }
}
