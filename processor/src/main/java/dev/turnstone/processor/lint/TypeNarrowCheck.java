package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A column whose new type does not hold all that the old one does, and nobody says what the values become. */
final class TypeNarrowCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.typeChanges().stream()
                .filter(each -> !each.isIncompatible()
                        && !each.databases(TypeChange.NARROWED).isEmpty()
                        && !each.isOfEnumLists(TypeChange.NARROWED)
                        && each.operation().rows().using().isEmpty())
                .map(each -> new Remark(
                        Tag.TYPE_NARROW,
                        Remark.subject(
                                each.operation().table(), each.operation().to().name()),
                        context.place(
                                each.operation().table(), each.operation().to().name()),
                        each.text() + ", which does not hold every value of the old type, or Turnstone cannot tell. The"
                                + " change fails, or loses digits, if a row has such a value.",
                        "If no row does, or it may be lost, write on the field: " + Remark.accept(Tag.TYPE_NARROW)
                                + "\nOr say what the values become: @Convert(using = \"<SQL over the old columns>\")"))
                .toList();
    }
}
