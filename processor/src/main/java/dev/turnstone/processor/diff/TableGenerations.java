package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All tables, in the snapshot and in the source. */
final class TableGenerations implements Generations<TableName> {

    private final Baseline baseline;
    private final DeclaredSchema declared;
    private final DropHints drops;
    private final Sources past;
    private final Sources present;
    private final Map<TableName, Table> tables = new TreeMap<>();

    TableGenerations(Baseline baseline, DeclaredSchema declared, DropHints drops) {
        this.baseline = baseline;
        this.declared = declared;
        this.drops = drops;
        past = new Sources(baseline.mapping());
        present = new Sources(declared.mapping());
        baseline.schema().tables().forEach(table -> tables.put(table.name(), table));
    }

    @Override
    public Comparator<? super TableName> order() {
        return Comparator.naturalOrder();
    }

    @Override
    public Collection<TableName> before() {
        return tables.keySet();
    }

    @Override
    public Collection<TableName> after() {
        return declared.schema().tables().stream().map(Table::name).toList();
    }

    @Override
    public String hint(TableName after) {
        return present.table(after).map(TableMapping::renamedFrom).orElse("");
    }

    @Override
    public boolean isSaved(TableName after) {
        // By class too: a hint that stayed while its table got a third name must not fetch a new table of the first.
        Optional<TableMapping> sameClass = present.table(after).flatMap(mapping -> past.entity(mapping.entity()));
        boolean isSaved =
                Stream.concat(past.table(after).stream(), sameClass.stream()).anyMatch(saved -> hasHint(saved, after));
        // Two tables that are swapped again and again have the same hints each second time.
        boolean isNew = hinted(after)
                .filter(before ->
                        sameClass.filter(saved -> saved.table().same(before)).isPresent())
                .isPresent();
        return isSaved && !isNew;
    }

    private boolean hasHint(TableMapping saved, TableName after) {
        return saved.renamedFrom().equalsIgnoreCase(hint(after));
    }

    @Override
    public Optional<TableName> hinted(TableName after) {
        String hint = hint(after);
        if (hint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(tables.get(after.sibling(hint)))
                .map(Table::name)
                .or(() -> tables.keySet().stream()
                        .filter(name -> name.toString().equalsIgnoreCase(hint))
                        .findFirst())
                .or(() -> past.entityCalled(hint).map(TableMapping::table).filter(tables::containsKey));
    }

    @Override
    public Optional<TableName> sameSource(TableName after) {
        return present.table(after)
                .flatMap(mapping -> past.entity(mapping.entity()))
                .map(TableMapping::table)
                .filter(before -> !drops.namesTable(before));
    }

    @Override
    public boolean isPast(TableName after) {
        String hint = hint(after);
        return !hint.isEmpty()
                && (baseline.pastTables().contains(DeclaredSchema.key(after.sibling(hint)))
                        || baseline.pastTables().contains(hint.toLowerCase(Locale.ROOT)));
    }

    @Override
    public SourceRef place(TableName after) {
        return declared.place(after);
    }

    @Override
    public String describe(TableName name) {
        return "the table " + name;
    }

    @Override
    public String written(TableName name) {
        return name.toString();
    }
}
