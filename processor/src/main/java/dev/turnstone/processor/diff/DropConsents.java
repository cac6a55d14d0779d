package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The {@code @Dropped} hints that allow a loss now (what is fresh needs none): each needs a reason, which is kept with the migration. */
final class DropConsents {

    private final DropHints hints;
    private final List<Consent> consents = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private DropConsents(DropHints hints) {
        this.hints = hints;
    }

    static DropConsents of(Target target, DropHints hints) {
        DropConsents consents = new DropConsents(hints);
        for (Table table : target.dropped()) {
            consents.add(
                    Tag.DROP_TABLE,
                    table.name().toString(),
                    hint -> hint.table() == null && DropHints.denotes(hint, table.name()));
        }
        for (TableChange change : target.changes()) {
            for (Column column : change.droppedColumns()) {
                consents.add(
                        Tag.DROP_COLUMN,
                        change.after().name() + "." + column.name(),
                        hint -> hint.table() != null
                                && hint.table().same(change.after().name())
                                && Identifiers.same(hint.name(), column.name()));
            }
        }
        return consents;
    }

    private void add(Tag tag, String subject, Predicate<DropHint> isMeant) {
        List<DropHint> meant = hints.hints().stream().filter(isMeant).toList();
        if (meant.isEmpty()) {
            return;
        }
        meant.stream()
                .filter(hint -> !hint.reason().isBlank())
                .findFirst()
                .ifPresentOrElse(
                        hint -> consents.add(new Consent(tag.toString(), subject, hint.reason())),
                        () -> findings.add(unexplained(meant.get(0))));
    }

    private static Finding unexplained(DropHint hint) {
        return Finding.of(
                Tag.NO_REASON,
                hint.place(),
                "This @Dropped does not say why " + hint.name()
                        + " may go. The reason is kept with the migration, for those who review it and those who miss"
                        + " the data later.",
                DropHints.written(hint.table() == null ? "tables" : "value", List.of(hint.name())));
    }

    /** One for each loss. */
    List<Consent> consents() {
        return consents;
    }

    /** One for each loss without a reason. */
    List<Finding> findings() {
        return findings;
    }
}
