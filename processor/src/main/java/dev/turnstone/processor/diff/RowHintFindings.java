package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.RowHint;
import dev.turnstone.processor.diff.TableChange.ColumnPair;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Judges {@code @Fill} and {@code @Convert}: those that have no effect, and those that cannot work. */
final class RowHintFindings {

    private static final Set<Kind> NUMBERS = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
    private static final Set<Kind> TEXTS = Set.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT);

    private final Target target;
    private final Map<TableName, TableChange> changes = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private RowHintFindings(Target target) {
        this.target = target;
        target.changes().forEach(change -> changes.put(change.after().name(), change));
    }

    /** At most one finding for each annotation. */
    static List<Finding> find(DeclaredSchema declared, Target target) {
        RowHintFindings judge = new RowHintFindings(target);
        declared.rowHints().forEach(judge::judge);
        return judge.findings;
    }

    private void judge(RowHint hint) {
        Optional<TableChange> change = Optional.ofNullable(changes.get(hint.table()));
        Optional<ColumnPair> pair = change.flatMap(each -> each.columnAfter(hint.column()));
        Table table = target.schema().table(hint.table()).orElseThrow();
        Column column = table.column(hint.column()).orElseThrow();
        String name = "the column " + column.name() + " of table " + table.name();
        hint.fill().ifPresent(fill -> {
            boolean isDone = pair.isPresent() && !pair.get().isTightened();
            if (column.nullable()) {
                findings.add(uselessFill(fill.place(), name));
            } else if (change.isEmpty()) {
                findings.add(done(fill.place(), "@Fill has no effect: the table " + table.name() + " is new."));
            } else if (isDone) {
                findings.add(done(fill.place(), "@Fill has had its effect: " + name + " is NOT NULL already."));
            } else if (fill.value() instanceof DefaultValue.Literal && isUniqueAlone(table, column)) {
                findings.add(sameForAll(fill.place(), table, column));
            }
        });
        hint.convert()
                .filter(convert -> pair.filter(each -> RowHints.needsConversion(change.orElseThrow(), each))
                        .isEmpty())
                .ifPresent(convert -> findings.add(done(
                        convert.place(),
                        "@Convert has no effect (any more): " + name
                                + (pair.isPresent() ? " keeps its type." : " is new."))));
    }

    private static boolean isUniqueAlone(Table table, Column column) {
        return table.constraints().stream()
                .map(constraint -> constraint instanceof Unique unique
                        ? unique.columns()
                        : constraint instanceof PrimaryKey key ? key.columns() : List.<String>of())
                .anyMatch(columns -> columns.size() == 1 && Identifiers.contains(columns, column.name()));
    }

    private static Finding done(SourceRef place, String text) {
        return Finding.of(Tag.HINT_DONE, place, text, "It can go from the source.");
    }

    private static Finding uselessFill(SourceRef place, String name) {
        return Finding.of(
                Tag.HINT_UNMATCHED,
                place,
                "@Fill has no effect: " + name + " may be empty, so rows that exist are left as they are.",
                "If each row must have a value: @Column(nullable = false)\nElse take @Fill away; a data migration can"
                        + " write values into a column that may be empty.");
    }

    private static Finding sameForAll(SourceRef place, Table table, Column column) {
        return Finding.of(
                Tag.FILL_UNIQUE,
                place,
                "@Fill gives the same value to all rows, but the column " + column.name() + " of table " + table.name()
                        + " is unique: the change fails on a table with two rows.",
                "@Fill(sql = \"" + distinct(table, column) + "\")");
    }

    /** An expression that differs from row to row, made of the key where that is a number. */
    private static String distinct(Table table, Column column) {
        Optional<String> number = table.constraintsOf(PrimaryKey.class).stream()
                .filter(key -> key.columns().size() == 1 && !Identifiers.contains(key.columns(), column.name()))
                .map(key -> key.columns().get(0))
                .filter(name -> table.column(name)
                        .filter(each -> NUMBERS.contains(each.type().kind()))
                        .isPresent())
                .findFirst();
        if (number.isPresent() && TEXTS.contains(column.type().kind())) {
            return "concat('" + column.name() + "-', " + number.get() + ")";
        }
        return number.filter(key -> NUMBERS.contains(column.type().kind()))
                .orElse("<an expression that differs from row to row>");
    }
}
