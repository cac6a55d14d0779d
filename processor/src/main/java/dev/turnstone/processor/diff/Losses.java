package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Refuses what would lose data, until the source says what is meant. */
final class Losses {

    private final Baseline baseline;
    private final DeclaredSchema declared;
    private final Matches matches;
    private final DropHints hints;

    Losses(Baseline baseline, DeclaredSchema declared, Matches matches, DropHints hints) {
        this.baseline = baseline;
        this.declared = declared;
        this.matches = matches;
        this.hints = hints;
    }

    /** One finding for each loss that the source does not allow. */
    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        List<Table> createdLeft = new ArrayList<>(matches.created());
        for (Table lost : matches.vanished()) {
            if (!hints.namesTable(lost.name())) {
                Optional<Table> candidate = similar(lost, createdLeft).or(() -> similar(lost, matches.created()));
                candidate.ifPresent(createdLeft::remove);
                findings.add(tableLost(lost, candidate));
            }
        }
        for (TableMatch match : matches.kept()) {
            List<Column> addedLeft = new ArrayList<>(match.added());
            for (Column lost : match.vanished()) {
                if (!hints.namesColumn(match.declared().name(), lost.name())) {
                    Optional<Column> candidate = similar(lost, addedLeft).or(() -> similar(lost, match.added()));
                    candidate.ifPresent(addedLeft::remove);
                    findings.add(columnLost(match.declared(), lost, candidate));
                }
            }
        }
        return findings;
    }

    private Finding columnLost(Table table, Column lost, Optional<Column> candidate) {
        String name = Quoted.java(lost.name());
        return Finding.of(
                Tag.DROP_COLUMN,
                candidate
                        .map(column -> declared.place(table.name(), column.name()))
                        .orElseGet(() -> declared.place(table.name())),
                "The table " + table.name() + " has a column " + lost.name()
                        + " that no field stands for any more. To drop it would lose its values.",
                candidate
                                .map(column -> "If it is called " + column.name() + " now, write on this field: ")
                                .orElse("If it has another name now, write on the field: ")
                        + "@RenamedFrom(" + name + ")\nIf its values may go, write on the class: @Dropped(" + name
                        + ")");
    }

    private Finding tableLost(Table lost, Optional<Table> candidate) {
        String name = Quoted.java(lost.name().toString());
        String entity = baseline.mapping()
                .table(lost.name())
                .map(TableMapping::entity)
                .map(each -> "; it was " + each)
                .orElse("");
        return Finding.of(
                Tag.DROP_TABLE,
                candidate.map(table -> declared.place(table.name())).orElseGet(this::firstPlace),
                "No entity stands for the table " + lost.name() + " any more" + entity
                        + ". To drop it would lose its rows, with "
                        + lost.columns().size() + " column(s).",
                candidate
                                .map(table -> "If it is called " + table.name() + " now, write on this class: ")
                                .orElse("If it has another name now, write on the class: ")
                        + "@RenamedFrom(" + name + ")\nIf its rows may go, write on an entity: @Dropped(tables = "
                        + name + ")");
    }

    private SourceRef firstPlace() {
        return declared.schema().tables().stream()
                .findFirst()
                .map(table -> declared.place(table.name()))
                .orElse(SourceRef.NONE);
    }

    private static Optional<Column> similar(Column lost, Collection<Column> added) {
        List<Column> ofType =
                added.stream().filter(each -> each.type().equals(lost.type())).toList();
        return named(lost, ofType)
                .or(() -> named(lost, added))
                .or(() -> ofType.stream().findFirst());
    }

    private static Optional<Column> named(Column lost, Collection<Column> added) {
        return Suggestion.nearest(lost.name(), added.stream().map(Column::name).toList())
                .flatMap(name ->
                        added.stream().filter(each -> each.name().equals(name)).findFirst());
    }

    private static Optional<Table> similar(Table lost, Collection<Table> created) {
        return created.stream()
                .filter(each -> 2 * shared(lost, each) >= lost.columns().size())
                .max(Comparator.<Table>comparingLong(each -> shared(lost, each))
                        .thenComparing(Comparator.comparing(Table::name).reversed()))
                .or(() -> Suggestion.nearest(
                                lost.name().toString(),
                                created.stream()
                                        .map(each -> each.name().toString())
                                        .toList())
                        .flatMap(name -> created.stream()
                                .filter(each -> each.name().toString().equals(name))
                                .findFirst()));
    }

    /** How many columns two tables have in common. */
    private static long shared(Table lost, Table created) {
        return lost.columns().stream()
                .filter(column -> created.column(column.name())
                        .filter(other -> other.type().equals(column.type()))
                        .isPresent())
                .count();
    }
}
