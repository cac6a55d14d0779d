package dev.turnstone.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Changes;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Entities before and after, and exactly what must happen in between.
 *
 * @param name the case's name in the catalogue
 * @param before the entities of the snapshot
 * @param after the entities of the source
 * @param expected writes down the operations
 */
record DiffCase(String name, Entities before, Entities after, Consumer<Changes> expected) {

    /** A case without any operation. */
    static DiffCase nothing(String name, Entities before, Entities after) {
        return new DiffCase(name, before, after, changes -> {});
    }

    void check() {
        Baseline baseline = saved(Baseline.EMPTY, before);
        Diff diff = SchemaDiffer.diff(baseline, after.declared());
        Changes changes = new Changes();
        expected.accept(changes);

        assertThat(diff.findings()).filteredOn(Finding::isError).isEmpty();
        assertThat(diff.operations()).isEqualTo(changes.operations());
        assertThat(SchemaReplay.replay(baseline.schema(), diff.operations())).isEqualTo(diff.target());
        assertThat(SchemaReplay.replay(diff.target(), Operations.inverse(diff.operations())))
                .isEqualTo(baseline.schema());
        assertThat(SchemaDiffer.diff(baseline, after.reversed().declared())).isEqualTo(diff);
        Diff again = SchemaDiffer.diff(saved(baseline, after), after.declared());
        assertThat(again.operations()).isEmpty();
        assertThat(again.findings()).filteredOn(Finding::isError).isEmpty();
    }

    /** What happens when the entities of the source are saved, and then become again what they were. */
    Diff back() {
        Baseline baseline = saved(saved(Baseline.EMPTY, before), after);
        Entities back = before.comingFrom(after);
        Diff diff = SchemaDiffer.diff(baseline, back.declared());

        assertThat(diff.findings()).as(name).filteredOn(Finding::isError).isEmpty();
        assertThat(SchemaReplay.replay(baseline.schema(), diff.operations()))
                .as(name)
                .isEqualTo(diff.target());
        assertThat(SchemaReplay.replay(diff.target(), Operations.inverse(diff.operations())))
                .as(name)
                .isEqualTo(baseline.schema());
        return diff;
    }

    /** What the committed files say after a save. */
    static Baseline saved(Baseline baseline, Entities entities) {
        return saved(baseline, SchemaDiffer.diff(baseline, entities.declared()));
    }

    static Baseline saved(Baseline baseline, Diff diff) {
        Set<String> pastTables = new HashSet<>(baseline.pastTables());
        Set<String> columns = new HashSet<>();
        baseline.pastColumns().values().forEach(columns::addAll);
        for (Table table : baseline.schema().tables()) {
            pastTables.add(DeclaredSchema.key(table.name()));
            table.columns().forEach(column -> columns.add(column.name().toLowerCase(Locale.ROOT)));
        }
        Map<TableName, Set<String>> pastColumns = new HashMap<>();
        for (Table table : diff.target().tables()) {
            pastTables.remove(DeclaredSchema.key(table.name()));
            pastColumns.put(table.name(), columns);
        }
        return new Baseline(diff.target(), diff.mapping(), pastTables, pastColumns);
    }

    static List<Finding> findings(Entities before, Entities after) {
        return SchemaDiffer.diff(saved(Baseline.EMPTY, before), after.declared())
                .findings();
    }

    @Override
    public String toString() {
        return name;
    }
}
