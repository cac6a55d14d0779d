package dev.turnstone.processor.lint;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A list type whose values change their places, so that the database must touch every row. */
final class EnumOrderCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.operations(AlterColumn.class).stream()
                .filter(EnumOrderCheck::movesValues)
                .map(each -> new Remark(
                        Tag.ENUM_ORDER,
                        Remark.subject(each.table(), each.to().name()),
                        context.place(each.table(), each.to().name()),
                        "In the list type of column " + each.to().name() + " of table " + each.table()
                                + " values change their places. The rows hold places, so all are written anew, and"
                                + " whatever sorts by the column gets another order.",
                        "Leave the values where they are, and put new ones at the end. If it is meant: "
                                + Remark.accept(Tag.ENUM_ORDER)))
                .toList();
    }

    /** Of a list that loses a value another check speaks. */
    private static boolean movesValues(AlterColumn operation) {
        return EnumList.of(operation.from().type())
                .filter(old -> EnumList.of(operation.to().type())
                        .filter(now -> old.without(now).isEmpty() && !old.begins(now))
                        .isPresent())
                .isPresent();
    }
}
