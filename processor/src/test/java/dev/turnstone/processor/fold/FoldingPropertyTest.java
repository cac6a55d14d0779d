package dev.turnstone.processor.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Random entities, changed at random again and again: all changes together, folded, do what they did one by one. */
class FoldingPropertyTest {

    @Property(tries = 1000)
    void whatIsFoldedLeadsToTheSameAndBack(@ForAll long seed, @ForAll boolean rowSafe, @ForAll boolean barrier) {
        RandomSchemas schemas = new RandomSchemas(new Random(seed), rowSafe);
        Diff first = SchemaDiffer.diff(Baseline.EMPTY, schemas.create());
        Schema before = first.target();
        Diff last = first;
        List<Operation> operations = new ArrayList<>();
        for (int generation = 0; generation < 4; generation++) {
            last = SchemaDiffer.diff(baseline(last), schemas.edit());
            operations.addAll(last.operations());
            if (barrier && generation == 1) {
                operations.add(new RunData("com.acme.Step", false, false));
            }
        }
        List<Operation> folded = Folding.fold(operations);

        assertThat(SchemaReplay.replay(before, folded)).isEqualTo(last.target());
        assertThat(SchemaReplay.replay(last.target(), Operations.inverse(folded)))
                .isEqualTo(before);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
        assertThat(folded).hasSizeLessThanOrEqualTo(operations.size());
        Statistics.label("shorter").collect(folded.size() < operations.size());
    }

    @Property(tries = 300)
    void whatHappensToATableThatIsNewIsFoldedIntoIt(@ForAll long seed) {
        RandomSchemas schemas = new RandomSchemas(new Random(seed), false);
        Diff diff = SchemaDiffer.diff(Baseline.EMPTY, schemas.create());
        List<Operation> operations = new ArrayList<>(diff.operations());
        DeclaredSchema edited = schemas.edit();
        Diff change = SchemaDiffer.diff(baseline(diff), edited);
        operations.addAll(change.operations());

        List<Operation> folded = Folding.fold(operations);
        assertThat(SchemaReplay.replay(Schema.EMPTY, folded)).isEqualTo(change.target());
        assertThat(folded)
                .noneMatch(each -> each instanceof AddColumn
                        || each instanceof AlterTableComment
                        || each instanceof RenameTable
                        || each instanceof RenameConstraint
                        || each instanceof RenameIndex);
    }

    /** A name of the past would only make hints idle, and these entities have none that are. */
    private static Baseline baseline(Diff diff) {
        return new Baseline(diff.target(), diff.mapping(), Set.of(), Map.of());
    }
}
