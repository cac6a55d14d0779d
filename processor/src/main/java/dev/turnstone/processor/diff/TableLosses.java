package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Refuses to lose tables, until the source says what is meant. */
final class TableLosses {

    private final Baseline baseline;
    private final DeclaredSchema declared;
    private final Matches matches;
    private final DropHints hints;

    TableLosses(Baseline baseline, DeclaredSchema declared, Matches matches, DropHints hints) {
        this.baseline = baseline;
        this.declared = declared;
        this.matches = matches;
        this.hints = hints;
    }

    /** One finding for each table that vanished without a word. */
    List<Finding> find() {
        List<Table> lost = matches.vanished().stream()
                .filter(table -> !hints.allowTable(table.name()))
                .toList();
        List<Table> created = matches.created().stream()
                .sorted(Comparator.comparing(Table::name))
                .toList();
        List<Finding> findings = new ArrayList<>();
        Candidates.of(
                        lost,
                        created,
                        (before, after) -> Likeness.ofTables(baseline.schema(), before, declared.schema(), after))
                .forEach((table, candidates) ->
                        findings.add(candidates.isEmpty() ? vanished(table) : ambiguous(table, candidates)));
        return findings;
    }

    private Finding vanished(Table lost) {
        SourceRef place = declared.schema().tables().stream()
                .findFirst()
                .map(table -> declared.place(table.name()))
                .orElse(SourceRef.NONE);
        return Finding.of(
                Tag.DROP_TABLE,
                place,
                whatVanished(lost) + " To drop it would lose its rows, with "
                        + lost.columns().size() + " column(s).",
                "If it has another name now, write on the class: " + renamedFrom(lost)
                        + "\nIf its rows may go, write on an entity: "
                        + dropped(lost));
    }

    private Finding ambiguous(Table lost, List<Table> candidates) {
        Table best = candidates.get(0);
        StringBuilder fix =
                new StringBuilder("If it is called " + best.name() + " now, write on this class: " + renamedFrom(lost));
        for (Table other : Ambiguity.listed(candidates)) {
            fix.append("\nIf it is called " + other.name() + " now, write on that class: " + renamedFrom(lost));
        }
        return Finding.of(
                Tag.RENAME_AMBIGUOUS,
                declared.place(best.name()),
                whatVanished(lost) + " "
                        + Ambiguity.text(
                                "table",
                                candidates.stream()
                                        .map(table -> table.name().toString())
                                        .toList()),
                fix + "\nIf it is gone and its rows may go, write on an entity: " + dropped(lost));
    }

    private String whatVanished(Table lost) {
        String entity = baseline.mapping()
                .table(lost.name())
                .map(TableMapping::entity)
                .map(each -> "; it was " + each)
                .orElse("");
        return "No entity stands for the table " + lost.name() + " any more" + entity + ".";
    }

    private static String renamedFrom(Table lost) {
        return "@RenamedFrom(" + Quoted.java(lost.name().toString()) + ")";
    }

    private static String dropped(Table lost) {
        return DropHints.written("tables", List.of(lost.name().toString()));
    }
}
