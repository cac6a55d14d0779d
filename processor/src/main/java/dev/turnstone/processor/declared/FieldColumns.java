package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The columns of one table, found by field or by name. */
final class FieldColumns {

    private final TableName table;
    private final List<Finding> findings;
    private final Map<String, AssembledColumn> byName = new TreeMap<>(Identifiers.ORDER);
    private final Map<String, List<Column>> byPath = new LinkedHashMap<>();

    private FieldColumns(TableName table, List<Finding> findings) {
        this.table = table;
        this.findings = findings;
    }

    static FieldColumns of(TableName table, Leaf.Fields fields, ColumnAssembler assembler, List<Finding> findings) {
        FieldColumns columns = new FieldColumns(table, findings);
        for (Leaf leaf : fields.leaves()) {
            columns.byPath.put(leaf.path(), new ArrayList<>());
            assembler.columns(leaf).forEach(columns::add);
        }
        for (Leaf.Group group : fields.groups()) {
            columns.byPath.put(group.path(), columns.below(group.path() + "."));
        }
        return columns;
    }

    /** All columns of the table. */
    List<AssembledColumn> all() {
        return List.copyOf(byName.values());
    }

    /** The columns of a field; empty if something is wrong with it. */
    List<Column> ofPath(String path) {
        return byPath.get(path);
    }

    /** The columns that an index or a constraint names; empty if something is wrong with one of the names. */
    List<Column> lookUp(List<Placed<String>> names) {
        Map<String, Column> found = new LinkedHashMap<>();
        boolean complete = true;
        for (Placed<String> name : names) {
            List<Column> columns = lookUp(name);
            complete &= !columns.isEmpty();
            for (Column column : columns) {
                if (found.putIfAbsent(column.name(), column) != null) {
                    findings.add(Finding.of(
                            Tag.DUPLICATE_COLUMN,
                            name.place(),
                            "The column " + column.name() + " is named twice here, which no database takes.",
                            "Remove one of the two."));
                    complete = false;
                }
            }
        }
        return complete ? List.copyOf(found.values()) : List.of();
    }

    private List<Column> lookUp(Placed<String> name) {
        String wanted = name.value();
        Optional<List<Column>> found = Optional.ofNullable(byPath.get(wanted))
                .or(() -> Optional.ofNullable(byName.get(wanted)).map(each -> List.of(each.column())))
                .or(() -> byPath.keySet().stream()
                        .filter(path -> Identifiers.same(path, wanted))
                        .findFirst()
                        .map(byPath::get));
        if (found.isEmpty()) {
            TreeSet<String> real = new TreeSet<>(byPath.keySet());
            real.addAll(byName.keySet());
            findings.add(Finding.of(
                    Tag.UNKNOWN_COLUMN,
                    name.place(),
                    "The table " + table + " has no column or field '" + wanted + "'."
                            + Suggestion.didYouMean(wanted, real),
                    "Name one of " + String.join(", ", byPath.keySet()) + "."));
        }
        return found.orElse(List.of());
    }

    private void add(AssembledColumn column) {
        AssembledColumn first = byName.putIfAbsent(column.name(), column);
        if (first == null) {
            byPath.get(column.leaf().path()).add(column.column());
        } else {
            findings.add(Finding.of(
                    Tag.DUPLICATE_COLUMN,
                    placeOfName(column.leaf()),
                    "The column " + column.name() + " of the field "
                            + column.leaf().path() + " is already that of the field "
                            + first.leaf().path() + "; a column belongs to one field.",
                    column.leaf().isEmbedded()
                            ? "@Embedded(prefix = \"...\") with another prefix"
                            : "@Column(name = \"" + column.name() + "_2\")"));
        }
    }

    private static SourceRef placeOfName(Leaf leaf) {
        return leaf.isEmbedded()
                ? leaf.root()
                : leaf.field()
                        .column()
                        .name()
                        .map(Placed::place)
                        .orElse(leaf.field().place());
    }

    /** Compilers disagree on the order of fields, so the names decide. */
    private List<Column> below(String path) {
        return byName.values().stream()
                .filter(each -> each.leaf().path().startsWith(path))
                .map(AssembledColumn::column)
                .sorted(Comparator.comparing(Column::name, Identifiers.ORDER))
                .toList();
    }
}
