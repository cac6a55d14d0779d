package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.SqlText;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.diff.PartMatcher.Old;
import dev.turnstone.processor.diff.TableChange.ColumnPair;
import dev.turnstone.processor.diff.TableChange.PartPair;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives everything that the source declares its final name. What was there before keeps its spelling; a constraint or
 * index whose name nobody gave keeps its name too, so that renaming a table is one operation.
 */
final class TargetBuilder {

    private final DeclaredSchema declared;
    private final Matches matches;
    private final DropHints hints;
    private final Renaming spelling = new Renaming();
    private final Renaming renaming = new Renaming();
    private final Map<TableName, TableMatch> keptBefore = new TreeMap<>();
    private final Map<TableName, TableMatch> keptAfter = new TreeMap<>();
    private final Set<String> derivedNames = new TreeSet<>(Identifiers.ORDER);

    private TargetBuilder(DeclaredSchema declared, Matches matches, DropHints hints) {
        this.declared = declared;
        this.matches = matches;
        this.hints = hints;
        derivedNames.addAll(declared.derivedNames());
    }

    static Target build(DeclaredSchema declared, Matches matches, DropHints hints) {
        return new TargetBuilder(declared, matches, hints).build();
    }

    private Target build() {
        settleNames();
        List<WantedPart> wanted = new ArrayList<>();
        declared.schema().tables().forEach(table -> wanted.addAll(wantedParts(table)));
        Map<TableName, List<PartPair>> parts = new TreeMap<>();
        WantedPart.nameAll(wanted)
                .forEach((part, named) -> parts.computeIfAbsent(part.table(), each -> new ArrayList<>())
                        .add(new PartPair(part.before(), named)));
        List<TableChange> changes = new ArrayList<>();
        List<Table> created = new ArrayList<>();
        for (Table table : declared.schema().tables()) {
            List<PartPair> pairs = parts.getOrDefault(spelling.table(table.name()), List.of());
            Table after = table(table, pairs.stream().map(PartPair::after).toList());
            TableMatch match = keptAfter.get(table.name());
            if (match == null) {
                created.add(after);
            } else {
                changes.add(change(match, after, pairs));
            }
        }
        List<Table> all = new ArrayList<>(created);
        changes.forEach(change -> all.add(change.after()));
        List<Table> dropped = matches.vanished().stream()
                .filter(table -> hints.allowTable(table.name()))
                .toList();
        return new Target(
                new Schema(all, declared.schema().sequences()), mapping(), changes, created, dropped, renaming);
    }

    private void settleNames() {
        for (Table table : declared.schema().tables()) {
            table.columns().forEach(column -> spelling.rename(table.name(), column.name(), column.name()));
            spelling.rename(table.name(), table.name());
        }
        for (TableMatch match : matches.kept()) {
            Table before = match.before();
            Table after = match.declared();
            keptBefore.put(before.name(), match);
            keptAfter.put(after.name(), match);
            TableName name = before.name().same(after.name()) ? before.name() : after.name();
            spelling.rename(after.name(), name);
            renaming.rename(before.name(), name);
            for (Column column : after.columns()) {
                match.columns().before(column.name()).ifPresent(old -> {
                    String settled = Identifiers.same(old, column.name()) ? old : column.name();
                    spelling.rename(after.name(), column.name(), settled);
                    renaming.rename(before.name(), old, settled);
                });
            }
        }
    }

    /** The database follows columns, not names, in the text of a check, so the same text may mean another column now. */
    private boolean isOutdatedText(TableMatch match, Part part) {
        return part.element() instanceof Check check
                && check.condition() instanceof Condition.Sql sql
                && match.before().columns().stream()
                        .filter(column -> match.vanished().contains(column) || isRenamed(match.before(), column))
                        .anyMatch(column -> SqlText.names(sql.expression(), column.name()));
    }

    private boolean isRenamed(Table before, Column column) {
        return !Identifiers.same(column.name(), renaming.column(before.name(), column.name()));
    }

    private List<WantedPart> wantedParts(Table table) {
        List<Part> wanted =
                Part.of(table).map(part -> spelling.apply(table.name(), part)).toList();
        TableMatch match = keptAfter.get(table.name());
        List<Old> before = match == null
                ? List.of()
                : Part.of(match.before())
                        .filter(part -> survives(match, part) && !isOutdatedText(match, part))
                        .map(part -> new Old(part, renaming.apply(match.before().name(), part)))
                        .toList();
        List<Old> partners = PartMatcher.match(wanted, before);
        List<WantedPart> result = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Part part = wanted.get(i);
            Old old = partners.get(i);
            result.add(new WantedPart(
                    spelling.table(table.name()),
                    old == null ? part : old.renamed().named(part.name()),
                    derivedNames.contains(part.name()),
                    old == null ? null : old.original()));
        }
        return result;
    }

    /** Whether all that a part of the snapshot names is still there. A new column may bear the name of a lost one. */
    private boolean survives(TableMatch match, Part part) {
        if (match.vanished().stream().anyMatch(column -> part.mentions(column.name()))) {
            return false;
        }
        if (!(part.element() instanceof ForeignKey key)) {
            return true;
        }
        TableMatch target = keptBefore.get(key.table());
        return target == null
                ? !matches.tables().hasVanished(key.table())
                : key.references().stream().noneMatch(target.columns()::hasVanished);
    }

    private Table table(Table declaredTable, List<Part> parts) {
        List<TableElement> elements = parts.stream().map(Part::element).toList();
        return new Table(
                spelling.table(declaredTable.name()),
                declaredTable.comment(),
                declaredTable.columns().stream()
                        .map(column -> column.withName(spelling.column(declaredTable.name(), column.name())))
                        .toList(),
                elements.stream()
                        .filter(Constraint.class::isInstance)
                        .map(Constraint.class::cast)
                        .toList(),
                elements.stream()
                        .filter(Index.class::isInstance)
                        .map(Index.class::cast)
                        .toList());
    }

    private TableChange change(TableMatch match, Table after, List<PartPair> pairs) {
        Table before = match.before();
        List<ColumnPair> columns = new ArrayList<>();
        List<Column> added = new ArrayList<>();
        for (Column column : after.columns()) {
            match.columns()
                    .before(column.name())
                    .flatMap(before::column)
                    .ifPresentOrElse(old -> columns.add(new ColumnPair(old, column)), () -> added.add(column));
        }
        Set<Part> stay = new HashSet<>();
        pairs.stream().map(PartPair::before).forEach(stay::add);
        return new TableChange(
                before,
                after,
                columns,
                added,
                match.vanished().stream()
                        .filter(column -> hints.allowColumn(match, column.name()))
                        .toList(),
                pairs.stream().filter(pair -> pair.before() != null).toList(),
                pairs.stream()
                        .filter(pair -> pair.before() == null)
                        .map(PartPair::after)
                        .toList(),
                Part.of(before).filter(part -> !stay.contains(part)).toList());
    }

    private Mapping mapping() {
        return new Mapping(declared.mapping().tables().stream()
                .map(table -> new TableMapping(
                        spelling.table(table.table()),
                        table.entity(),
                        table.renamedFrom(),
                        table.columns().stream()
                                .map(column -> new ColumnMapping(
                                        spelling.column(table.table(), column.column()),
                                        column.field(),
                                        column.renamedFrom()))
                                .toList()))
                .toList());
    }
}
