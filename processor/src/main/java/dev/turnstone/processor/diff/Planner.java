package dev.turnstone.processor.diff;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.diff.TableChange.ColumnPair;
import dev.turnstone.processor.diff.TableChange.PartPair;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a change into operations. The phases are fixed, and inside a phase names decide: what stands in the way goes
 * first, then come renames, then what is new, then what relies on it; losses come last, when all else has succeeded.
 */
final class Planner {

    private final Target target;
    private final List<TableChange> changes;
    private final List<Table> created;
    private final List<Table> dropped;
    private final ReferencePlan references;
    private final EarlyDrops early;
    private final RowHints rows;
    private final List<Operation> operations = new ArrayList<>();

    /** A constraint or index, and the table that it is on at that point. */
    private record Placed(TableName table, Part part) {}

    private static final Comparator<Placed> BY_NAME = Comparator.comparing(Placed::table)
            .thenComparing(each -> each.part().name(), Identifiers.ORDER);

    private static final Comparator<Placed> BY_KIND =
            Comparator.comparing(each -> each.part().kind());

    Planner(Target target, RowHints rows) {
        this.target = target;
        this.rows = rows;
        changes = target.changes();
        early = new EarlyDrops(target);
        created = TableOrder.referencedFirst(target.created());
        List<Table> referencingFirst = new ArrayList<>(TableOrder.referencedFirst(target.dropped()));
        Collections.reverse(referencingFirst);
        dropped = Stream.concat(
                        referencingFirst.stream().filter(early::isEarly),
                        referencingFirst.stream().filter(table -> !early.isEarly(table)))
                .toList();
        references = new ReferencePlan(changes, created, dropped);
    }

    List<Operation> plan() {
        dropParts();
        dropEarly();
        renameTables();
        renameColumns();
        renameParts();
        createTables();
        changes.forEach(this::giveUpIdentity);
        changes.forEach(this::addColumns);
        changes.forEach(this::alterColumns);
        changes.forEach(this::alterComment);
        addParts();
        dropLate();
        return operations;
    }

    private void dropParts() {
        List<Placed> going = new ArrayList<>();
        for (TableChange change : changes) {
            TableName table = change.before().name();
            change.droppedParts().forEach(part -> going.add(new Placed(table, part)));
            change.parts().stream()
                    .filter(pair -> isDisturbed(change, pair))
                    .forEach(pair -> going.add(new Placed(table, pair.before())));
        }
        for (Table table : dropped) {
            table.foreignKeys().stream()
                    .filter(key -> references.isCut(table.name(), key))
                    .forEach(key -> going.add(new Placed(table.name(), new Part(key))));
        }
        going.sort(BY_KIND.reversed().thenComparing(BY_NAME));
        going.forEach(each -> operations.add(each.part().drop(each.table())));
    }

    private boolean isDisturbed(TableChange change, PartPair pair) {
        return pair.before().element() instanceof ForeignKey key
                && references.isDisturbed(change.before().name(), key);
    }

    private void dropEarly() {
        for (TableChange change : changes) {
            droppedColumns(change, EarlyDrops::isEarly)
                    .forEach(column -> operations.add(
                            new DropColumn(change.before().name(), column, Refill.of(change.before(), column))));
        }
        dropped.stream().filter(early::isEarly).forEach(table -> operations.add(new DropTable(withoutCutKeys(table))));
    }

    private static List<Column> droppedColumns(TableChange change, BiPredicate<TableChange, Column> which) {
        return change.droppedColumns().stream()
                .filter(column -> which.test(change, column))
                .toList();
    }

    private Table withoutCutKeys(Table table) {
        return table.withConstraints(
                keep(table, key -> key instanceof ForeignKey foreign && references.isCut(table.name(), foreign)));
    }

    private static List<Constraint> keep(Table table, Predicate<Constraint> leftOut) {
        return table.constraints().stream().filter(leftOut.negate()).toList();
    }

    private void renameTables() {
        Map<TableName, TableName> wanted = new TreeMap<>();
        Set<TableName> taken = new TreeSet<>();
        for (TableChange change : changes) {
            taken.add(change.before().name());
            taken.add(change.after().name());
            if (change.isRenamed()) {
                wanted.put(change.before().name(), change.after().name());
            }
        }
        created.forEach(table -> taken.add(table.name()));
        dropped.forEach(table -> taken.add(table.name()));
        RenameOrder.of(wanted, Comparator.naturalOrder(), taken, (name, n) -> name.sibling(temporary(n)))
                .forEach(rename -> operations.add(new RenameTable(rename.from(), rename.to())));
    }

    private static String temporary(int n) {
        return "turnstone_" + n;
    }

    private void renameColumns() {
        for (TableChange change : changes) {
            Map<String, String> wanted = new TreeMap<>(Identifiers.ORDER);
            change.columns().stream()
                    .filter(ColumnPair::isRenamed)
                    .forEach(pair ->
                            wanted.put(pair.before().name(), pair.after().name()));
            Set<String> taken = Stream.of(change.before(), change.after())
                    .flatMap(table -> table.columns().stream().map(Column::name))
                    .collect(Collectors.toCollection(() -> new TreeSet<>(Identifiers.ORDER)));
            RenameOrder.of(wanted, Identifiers.ORDER, taken, (name, n) -> temporary(n))
                    .forEach(rename ->
                            operations.add(new RenameColumn(change.after().name(), rename.from(), rename.to())));
        }
    }

    private void renameParts() {
        // A name is told from others of its database schema, whatever its table.
        Map<TableName, TableName> wanted = new TreeMap<>();
        Map<TableName, Placed> placed = new TreeMap<>();
        Set<TableName> taken = new TreeSet<>();
        for (TableChange change : changes) {
            TableName table = change.after().name();
            for (PartPair pair : change.parts()) {
                TableName from = table.sibling(pair.before().name());
                TableName to = table.sibling(pair.after().name());
                taken.add(from);
                taken.add(to);
                if (pair.isRenamed() && !isDisturbed(change, pair)) {
                    wanted.put(from, to);
                    placed.put(from, new Placed(table, pair.before()));
                }
            }
        }
        RenameOrder.of(wanted, Comparator.naturalOrder(), taken, (name, n) -> name.sibling(temporary(n)))
                .forEach(rename -> {
                    Placed each = placed.get(rename.origin());
                    operations.add(each.part()
                            .rename(
                                    each.table(),
                                    rename.from().name(),
                                    rename.to().name()));
                });
    }

    private void createTables() {
        for (Table table : created) {
            operations.add(new CreateTable(table.withConstraints(
                    keep(table, key -> key instanceof ForeignKey foreign && !references.fitsInto(table, foreign)))));
        }
    }

    private void addColumns(TableChange change) {
        TableName table = change.after().name();
        change.addedColumns()
                .forEach(column -> operations.add(new AddColumn(table, column, rows.fill(table, column.name()))));
    }

    /** Only one column of a table can be numbered by the database, so the old one gives it up before the new one gets it. */
    private void giveUpIdentity(TableChange change) {
        if (!change.gainsIdentity()) {
            return;
        }
        change.columns().stream()
                .filter(pair -> pair.before().identity() && !pair.after().identity())
                .forEach(pair -> alter(change, pair));
        for (Column column : droppedColumns(change, Planner::isLate)) {
            if (column.identity()) {
                operations.add(new AlterColumn(change.after().name(), column, withoutIdentity(column)));
            }
        }
    }

    private static boolean isLate(TableChange change, Column column) {
        return !EarlyDrops.isEarly(change, column);
    }

    private static Column withoutIdentity(Column column) {
        return new Column(column.name(), column.type(), false, null, false, column.comment());
    }

    private void alterColumns(TableChange change) {
        boolean gaveUp = change.gainsIdentity();
        change.columns().stream()
                .filter(pair ->
                        !(gaveUp && pair.before().identity() && !pair.after().identity()))
                .forEach(pair -> alter(change, pair));
    }

    private void alter(TableChange change, ColumnPair pair) {
        Column from = pair.before().withName(pair.after().name());
        Conversion conversion = rows.rows(change, pair);
        if (!from.equals(pair.after()) || !conversion.equals(Conversion.NONE)) {
            operations.add(new AlterColumn(
                    change.after().name(), from, pair.after(), conversion, rows.rowsBack(change, pair)));
        }
    }

    private void alterComment(TableChange change) {
        String from = change.before().comment();
        String to = change.after().comment();
        if (!from.equals(to)) {
            operations.add(new AlterTableComment(change.after().name(), from, to));
        }
    }

    private void addParts() {
        List<Placed> coming = new ArrayList<>();
        for (TableChange change : changes) {
            TableName table = change.after().name();
            change.addedParts().forEach(part -> coming.add(new Placed(table, part)));
            change.parts().stream()
                    .filter(pair -> isDisturbed(change, pair))
                    .forEach(pair -> coming.add(new Placed(table, pair.after())));
        }
        for (Table table : created) {
            table.foreignKeys().stream()
                    .filter(key -> !references.fitsInto(table, key))
                    .forEach(key -> coming.add(new Placed(table.name(), new Part(key))));
        }
        coming.sort(BY_KIND.thenComparing(BY_NAME));
        coming.forEach(each -> operations.add(each.part().add(each.table())));
    }

    private void dropLate() {
        for (TableChange change : changes) {
            boolean gaveUp = change.gainsIdentity();
            for (Column column : droppedColumns(change, Planner::isLate)) {
                Column last = gaveUp && column.identity() ? withoutIdentity(column) : column;
                operations.add(new DropColumn(change.after().name(), last, Refill.of(change.before(), last)));
            }
        }
        dropped.stream()
                .filter(table -> !early.isEarly(table))
                .forEach(table -> operations.add(new DropTable(target.renaming().apply(withoutCutKeys(table)))));
    }
}
