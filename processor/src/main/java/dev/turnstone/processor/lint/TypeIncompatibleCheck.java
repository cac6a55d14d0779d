package dev.turnstone.processor.lint;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A column whose values cannot become values of its new type unless somebody says how. */
final class TypeIncompatibleCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.typeChanges().stream()
                .filter(each ->
                        each.isIncompatible() && each.operation().rows().using().isEmpty())
                .map(each -> remark(context, each))
                .toList();
    }

    private static Remark remark(LintContext context, TypeChange.OfColumn change) {
        AlterColumn operation = change.operation();
        String column = operation.to().name();
        return new Remark(
                Tag.TYPE_INCOMPATIBLE,
                Remark.subject(operation.table(), column),
                context.place(operation.table(), column),
                change.text() + ", and no value of the one is a value of the other in "
                        + String.join(", ", change.databases(TypeChange.INCOMPATIBLE))
                        + ". The change fails, or makes something else of the rows.",
                "Say what they become: @Convert(using = \"<SQL over the old columns>\")\n"
                        + "If the table is empty, or the database's own conversion is right: "
                        + Remark.accept(Tag.TYPE_INCOMPATIBLE));
    }
}
