package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of one table, in the snapshot and in the source. */
final class ColumnGenerations implements Generations<String> {

    private final Table before;
    private final Table after;
    private final DeclaredSchema declared;
    private final DropHints drops;
    private final Sources past;
    private final Sources present;
    private final Set<String> pastColumns;

    ColumnGenerations(
            Table before,
            Table after,
            Baseline baseline,
            DeclaredSchema declared,
            DropHints drops,
            Sources past,
            Sources present) {
        this.before = before;
        this.after = after;
        this.declared = declared;
        this.drops = drops;
        this.past = past;
        this.present = present;
        pastColumns = baseline.pastColumns().getOrDefault(before.name(), Set.of());
    }

    @Override
    public Comparator<? super String> order() {
        return Identifiers.ORDER;
    }

    @Override
    public Collection<String> before() {
        return before.columns().stream().map(Column::name).toList();
    }

    @Override
    public Collection<String> after() {
        return after.columns().stream().map(Column::name).toList();
    }

    private Optional<ColumnMapping> mapping(String column) {
        return present.column(after.name(), column);
    }

    @Override
    public String hint(String column) {
        return mapping(column).map(ColumnMapping::renamedFrom).orElse("");
    }

    @Override
    public boolean isSaved(String column) {
        // By field too, and not if two are swapped again: as for tables.
        Optional<ColumnMapping> sameField =
                mapping(column).flatMap(mapping -> past.field(before.name(), mapping.field()));
        boolean isSaved = Stream.concat(past.column(before.name(), column).stream(), sameField.stream())
                .anyMatch(saved -> hasHint(saved, column));
        boolean isNew = hinted(column)
                .filter(old -> sameField
                        .filter(saved -> Identifiers.same(saved.column(), old))
                        .isPresent())
                .isPresent();
        return isSaved && !isNew;
    }

    private boolean hasHint(ColumnMapping saved, String column) {
        return saved.renamedFrom().equalsIgnoreCase(hint(column));
    }

    @Override
    public Optional<String> hinted(String column) {
        String hint = hint(column);
        if (hint.isEmpty()) {
            return Optional.empty();
        }
        return before.column(hint)
                .or(() -> past.field(before.name(), hint).flatMap(saved -> before.column(saved.column())))
                .or(() -> spentInside(column))
                .map(Column::name);
    }

    /** A hint inside an embeddable that had its effect is joined to the prefix that a new one on the embedding field gives. */
    private Optional<Column> spentInside(String column) {
        String hint = hint(column);
        boolean embedded =
                mapping(column).filter(each -> each.field().indexOf('.') >= 0).isPresent();
        return embedded
                ? past.table(before.name()).stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(saved -> saved.renamedFrom().equalsIgnoreCase(hint))
                        .findFirst()
                        .flatMap(saved -> before.column(saved.column()))
                : Optional.empty();
    }

    @Override
    public Optional<String> sameSource(String column) {
        return mapping(column)
                .flatMap(mapping -> past.field(before.name(), mapping.field()))
                .flatMap(saved -> before.column(saved.column()))
                .filter(old -> after.column(column)
                        .filter(now -> now.type().equals(old.type()))
                        .isPresent())
                .map(Column::name)
                .filter(old -> !drops.namesColumn(after.name(), old));
    }

    @Override
    public boolean isPast(String column) {
        return Identifiers.contains(pastColumns, hint(column));
    }

    @Override
    public SourceRef place(String column) {
        return declared.place(after.name(), column);
    }

    @Override
    public String describe(String name) {
        return "the column " + name + " of table " + after.name();
    }

    @Override
    public String written(String name) {
        return name;
    }
}
