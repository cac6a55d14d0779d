package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A field whose annotations contradict each other about NULL. */
final class NullMismatchCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.columns().stream()
                .filter(each -> each.from() == null
                        || each.from().nullable() != each.to().nullable())
                .flatMap(each -> context
                        .declared()
                        .nullConflict(each.table(), each.to().name())
                        .stream()
                        .map(place -> new Remark(
                                Tag.NULL_MISMATCH,
                                Remark.subject(each.table(), each.to().name()),
                                place,
                                each.to().nullable()
                                        ? "The column may hold NULL, but the field's type says that it is never null: a row"
                                                + " without a value breaks the code that trusts it."
                                        : "The column is NOT NULL, but the field's type says that it may be null: to store"
                                                + " such an object fails.",
                                "Let both say the same: nullable = "
                                        + !each.to().nullable() + ", or another annotation on the type.")))
                .toList();
    }
}
