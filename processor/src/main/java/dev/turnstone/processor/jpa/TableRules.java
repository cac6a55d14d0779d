package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.jpa.JpaTable.Group;
import dev.turnstone.schema.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The unique constraints, indexes and checks that stand in the annotation of a table. */
record TableRules(Binding binding) {

    private static final Pattern ORDER = Pattern.compile("(?i)\\s+(asc|desc)(\\s+nulls\\s+(first|last))?$");
    private static final Pattern DESCENDING = Pattern.compile("(?i)\\sdesc\\b");

    /**
     * Takes what an annotation says of a table, once all its columns are there.
     *
     * @param table the table
     * @param note {@code @Table}, {@code @SecondaryTable}, {@code @JoinTable}, {@code @CollectionTable}
     * @param place where it stands
     */
    void read(JpaTable table, Note note, SourceRef place) {
        note.text("comment").ifPresent(comment -> table.comment = comment);
        for (Note check : note.notes("check")) {
            check.text("constraint")
                    .ifPresent(each -> table.checks.put(
                            check.text("name").orElse("table_" + table.checks.size()), new Condition.Sql(each)));
        }
        binding.last(() -> {
            for (Note each : note.notes("uniqueConstraints")) {
                columns(table, each.texts("columnNames"), place)
                        .ifPresent(columns ->
                                table.uniques.add(0, new Group(each.text("name").orElse(""), columns, place)));
            }
            for (Note each : note.notes("indexes")) {
                index(table, each, place);
            }
        });
    }

    private void index(JpaTable table, Note note, SourceRef place) {
        List<String> names = new ArrayList<>();
        for (String part : note.text("columnList").orElse("").split(",", -1)) {
            names.add(ORDER.matcher(part.strip()).replaceFirst(""));
            if (DESCENDING.matcher(part).find() && !note.says("unique", true)) {
                binding.findings.add(Finding.of(
                        Tag.INDEX_ORDER,
                        place,
                        "The index on " + note.text("columnList").orElse("")
                                + " is to be a descending one. Turnstone's indexes are"
                                + " ascending: it would serve the same queries, but not those that sort several columns in opposite"
                                + " directions.",
                        "If that does not matter, silence this: -Aturnstone.lint=TS-INDEX-ORDER=off"
                                + "\nIf it does, make the index by @SqlStep instead."));
            }
        }
        columns(table, names, place).ifPresent(columns -> {
            Group group = new Group(note.text("name").orElse(""), columns, place);
            (note.says("unique", true) ? table.uniques : table.indexes).add(group);
        });
    }

    private Optional<List<String>> columns(JpaTable table, List<String> written, SourceRef place) {
        List<String> columns = new ArrayList<>();
        for (String each : written) {
            Optional<JpaColumn> column = table.find(each, binding.names);
            if (column.isEmpty()) {
                binding.findings.add(Finding.of(
                        Tag.UNKNOWN_COLUMN,
                        place,
                        "The table " + table.name + " has no column " + each + ", which an index or a unique"
                                + " constraint names.",
                        "Write the name of a column."));
                return Optional.empty();
            }
            columns.add(column.get().name());
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
    }
}
