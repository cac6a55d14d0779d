package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges the {@code @Dropped} hints that allow no loss: done, contradicted by the source, or a mistake. */
final class IdleDropHints {

    private final Baseline baseline;
    private final DeclaredSchema declared;
    private final Matches matches;
    private final Sources past;
    private final Sources present;

    IdleDropHints(Baseline baseline, DeclaredSchema declared, Matches matches) {
        this.baseline = baseline;
        this.declared = declared;
        this.matches = matches;
        past = new Sources(baseline.mapping());
        present = new Sources(declared.mapping());
    }

    /** One finding for each such hint. */
    List<Finding> find() {
        return declared.dropHints().stream()
                .map(hint -> hint.table() == null ? ofTable(hint) : ofColumn(hint))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> ofTable(DropHint hint) {
        if (matches.vanished().stream().anyMatch(table -> DropHints.denotes(hint, table.name()))) {
            return Optional.empty();
        }
        Optional<TableName> stillThere = declared.schema().tables().stream()
                .map(Table::name)
                .filter(table -> DropHints.denotes(hint, table))
                .findFirst();
        if (stillThere.isPresent()) {
            return Optional.of(
                    tookOver(stillThere.get()) ? done(hint) : conflict(hint, "the table " + stillThere.get()));
        }
        Optional<TableName> renamed = baseline.schema().tables().stream()
                .map(Table::name)
                .filter(table -> DropHints.denotes(hint, table))
                .findFirst()
                .flatMap(matches.tables()::after);
        if (renamed.isPresent()) {
            return Optional.of(conflict(hint, "the table " + renamed.get() + ", which it is called now,"));
        }
        return Optional.of(
                isPastTable(hint)
                        ? done(hint)
                        : unmatched(
                                hint,
                                baseline.schema().tables().stream()
                                        .map(table -> table.name().toString())
                                        .toList()));
    }

    private boolean isPastTable(DropHint hint) {
        String name = hint.name().toLowerCase(Locale.ROOT);
        return baseline.pastTables().stream().anyMatch(gone -> gone.equals(name) || gone.endsWith("." + name));
    }

    private Optional<Finding> ofColumn(DropHint hint) {
        Optional<TableMatch> match = matches.kept().stream()
                .filter(each -> each.declared().name().same(hint.table()))
                .findFirst();
        if (match.isPresent() && match.get().columns().hasVanished(hint.name())) {
            return Optional.empty();
        }
        boolean declaredStill = declared.schema()
                .table(hint.table())
                .flatMap(table -> table.column(hint.name()))
                .isPresent();
        if (declaredStill) {
            return Optional.of(
                    match.isPresent() && tookOver(match.get(), hint.name())
                            ? done(hint)
                            : conflict(hint, "the column " + hint.name() + " of table " + hint.table()));
        }
        Optional<String> renamed = match.flatMap(each -> each.columns().after(hint.name()));
        if (renamed.isPresent()) {
            return Optional.of(conflict(hint, "the column " + renamed.get() + ", which it is called now,"));
        }
        List<String> known = match.map(TableMatch::before).stream()
                .flatMap(table -> table.columns().stream().map(Column::name))
                .toList();
        boolean isPast = match.map(each -> baseline.pastColumns()
                        .getOrDefault(each.before().name(), Set.of())
                        .contains(hint.name().toLowerCase(Locale.ROOT)))
                .orElse(false);
        return Optional.of(isPast ? done(hint) : unmatched(hint, known));
    }

    /** Whether the table has had this name only since a saved rename: then the hint spoke of one that went before. */
    private boolean tookOver(TableName table) {
        String hint = present.table(table).map(each -> each.renamedFrom()).orElse("");
        return !hint.isEmpty()
                && past.table(table)
                        .filter(saved -> saved.renamedFrom().equalsIgnoreCase(hint))
                        .isPresent();
    }

    private boolean tookOver(TableMatch match, String column) {
        String hint = present.column(match.declared().name(), column)
                .map(each -> each.renamedFrom())
                .orElse("");
        return !hint.isEmpty()
                && past.column(match.before().name(), column)
                        .filter(saved -> saved.renamedFrom().equalsIgnoreCase(hint))
                        .isPresent();
    }

    private static String written(DropHint hint) {
        return "@Dropped(" + (hint.table() == null ? "tables = " : "") + Quoted.java(hint.name()) + ")";
    }

    private static Finding done(DropHint hint) {
        return Finding.of(
                Tag.HINT_DONE,
                hint.place(),
                written(hint) + " has had its effect in a saved migration.",
                "It can go from the source.");
    }

    private static Finding conflict(DropHint hint, String what) {
        return Finding.of(
                Tag.HINT_CONFLICT,
                hint.place(),
                written(hint) + " contradicts the source: " + what + " is still declared.",
                "Take the hint away, or what it names.");
    }

    /** A note: it may have been folded away with its migration, and what goes without a word is an error of its own. */
    private static Finding unmatched(DropHint hint, Collection<String> known) {
        return new Finding(
                Tag.HINT_UNMATCHED,
                Severity.NOTE,
                hint.place(),
                written(hint) + " has no effect: there was never anything of this name in the history."
                        + Suggestion.didYouMean(hint.name(), known),
                Suggestion.nearest(hint.name(), known)
                        .map(name -> DropHints.written(hint.table() == null ? "tables" : "value", List.of(name)))
                        .orElse("Take the hint away."));
    }
}
