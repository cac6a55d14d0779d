package dev.turnstone.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Operations;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random entities, changed at random again and again. */
class SchemaDifferPropertyTest {

    @Property(tries = 1000)
    void aDiffLeadsToItsTargetAndBack(@ForAll long seed, @ForAll boolean rowSafe) {
        Set<String> past = new HashSet<>();
        RandomSchemas schemas = new RandomSchemas(new Random(seed), rowSafe);
        Baseline baseline = Baseline.EMPTY;
        DeclaredSchema declared = schemas.create();
        for (int generation = 0; generation < 4; generation++) {
            Diff diff = SchemaDiffer.diff(baseline, declared);

            assertThat(diff.findings()).filteredOn(Finding::isError).isEmpty();
            assertThat(SchemaReplay.replay(baseline.schema(), diff.operations()))
                    .isEqualTo(diff.target());
            assertThat(SchemaReplay.replay(diff.target(), Operations.inverse(diff.operations())))
                    .isEqualTo(baseline.schema());

            assertThat(SchemaDiffer.diff(baseline, schemas.shuffled())).isEqualTo(diff);

            baseline = saved(diff, past);
            Diff second = SchemaDiffer.diff(baseline, declared);
            assertThat(second.operations()).isEmpty();
            assertThat(second.findings()).filteredOn(Finding::isError).isEmpty();
            assertThat(second.target()).isEqualTo(diff.target());
            assertThat(second.mapping()).isEqualTo(diff.mapping());

            declared = schemas.edit();
        }
    }

    /** What the history would say: here a name of the past is one that any table or column ever had. */
    private static Baseline saved(Diff diff, Set<String> past) {
        Map<TableName, Set<String>> pastColumns = new HashMap<>();
        for (Table table : diff.target().tables()) {
            past.add(DeclaredSchema.key(table.name()));
            table.columns().forEach(column -> past.add(column.name().toLowerCase(Locale.ROOT)));
            pastColumns.put(table.name(), Set.copyOf(past));
        }
        return new Baseline(diff.target(), diff.mapping(), Set.copyOf(past), pastColumns);
    }
}
