package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.DeclaredField.Default;
import dev.turnstone.processor.declared.DeclaredField.RowFacts;
import dev.turnstone.processor.declared.DeclaredSchema.RowHint;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.declared.WrittenValues;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code @Fill} and {@code @Convert} on attributes say of the rows of their columns. */
final class Rows {

    private final Map<String, RowFacts> unused;
    private final Map<String, RowFacts> facts;
    private final List<Finding> findings;
    private final WrittenValues values;

    /**
     * Hints that no column has yet.
     *
     * @param facts what fields say, by the path of their places
     * @param findings where to say what is wrong
     */
    Rows(Map<String, RowFacts> facts, List<Finding> findings) {
        this.facts = facts;
        this.unused = new TreeMap<>(facts);
        this.findings = findings;
        this.values = new WrittenValues(findings);
    }

    /** The hints for the columns of a table. */
    List<RowHint> of(JpaTable table) {
        if (facts.isEmpty()) {
            return List.of();
        }
        Map<String, List<JpaColumn>> attributes = new TreeMap<>();
        for (JpaColumn column : table.columns()) {
            if (facts.containsKey(field(column))) {
                attributes
                        .computeIfAbsent(column.path(), path -> new ArrayList<>())
                        .add(column);
            }
        }
        List<RowHint> hints = new ArrayList<>();
        attributes.forEach((path, columns) -> {
            String field = field(columns.get(0));
            unused.remove(field);
            if (columns.size() == 1) {
                hints.add(hint(table, columns.get(0), facts.get(field)));
            } else {
                refuse(
                        facts.get(field),
                        "The attribute has " + columns.size() + " columns in table " + table.name
                                + ", so one value does not fit.");
            }
        });
        return hints;
    }

    /** Says which hints stand at no column. */
    void finish() {
        unused.values()
                .forEach(each -> refuse(each, "The attribute has no column of its own that this could be about."));
    }

    private RowHint hint(JpaTable table, JpaColumn column, RowFacts rows) {
        values.checkConversion(rows);
        ColumnForm form = column.form();
        Optional<DefaultValue> fill =
                Optional.ofNullable(values.value(rows.fill(), "Fill", form.type(), form.allowed()));
        return new RowHint(
                table.name,
                column.name(),
                fill.map(each -> new Placed<>(each, place(rows.fill().orElseThrow()))),
                WrittenValues.conversion(rows));
    }

    private void refuse(RowFacts rows, String text) {
        rows.fill()
                .map(Rows::place)
                .or(() -> rows.using().map(Placed::place))
                .ifPresent(place -> findings.add(Finding.of(
                        Tag.INVALID_VALUE, place, text, "Take it away; a data migration can write the values.")));
    }

    private static SourceRef place(Default written) {
        return written.text().place();
    }

    /** The path of the field: also of an attribute that is read by its getter. */
    private static String field(JpaColumn column) {
        String place = column.place().path();
        String path = column.path();
        return place.substring(0, place.lastIndexOf('.') + 1) + path.substring(path.lastIndexOf('.') + 1);
    }
}
