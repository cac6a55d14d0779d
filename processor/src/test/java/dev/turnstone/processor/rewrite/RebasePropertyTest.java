package dev.turnstone.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.processor.testing.TwoBranches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two branches change the same random entities: both are in the one line, or both touched the same and it is said. */
class RebasePropertyTest {

    private static final long FIRST_SEED = Long.getLong("turnstone.seed", 1);
    private static final int PAIRS = Integer.getInteger("turnstone.pairs", 1000);

    @Test
    void whatEitherBranchDidIsThereUnlessBothTouchedTheSame() {
        int merged = 0;
        for (int i = 0; i < PAIRS; i++) {
            long seed = FIRST_SEED + i;
            try {
                merged += join(new Random(seed)) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Again with -Dturnstone.seed=" + seed, e);
            }
        }
        assertThat(merged).as("of " + PAIRS).isBetween(PAIRS / 4, PAIRS * 9 / 10);
    }

    private static boolean join(Random random) {
        RandomSchemas ours = new RandomSchemas(random, random.nextBoolean());
        Diff base = SchemaDiffer.diff(Baseline.EMPTY, ours.create());
        RandomSchemas theirs = ours.branch();
        TwoBranches branches = new TwoBranches(base.target(), base.mapping());
        List<List<Operation>> own = new ArrayList<>();
        List<Operation> ground = new ArrayList<>();
        Diff ourEnd = base;
        Diff theirEnd = base;
        for (int i = random.nextInt(2); i >= 0; i--) {
            ourEnd = SchemaDiffer.diff(baseline(ourEnd), ours.edit());
            own.add(ourEnd.operations());
            branches.ours(ourEnd.target(), ourEnd.mapping(), List.of());
            theirEnd = SchemaDiffer.diff(baseline(theirEnd), theirs.edit());
            ground.addAll(theirEnd.operations());
            branches.theirs(theirEnd.target(), theirEnd.mapping(), List.of());
        }
        Rebase rebase = Rebase.of(base.target(), ground, own);
        if (!rebase.conflicts().isEmpty()) {
            branches.assertConflict(rebase.conflicts());
            return false;
        }
        branches.assertMerged(
                rebase.replay(theirEnd.target()),
                Stream.concat(ground.stream(), rebase.migrations().stream().flatMap(List::stream))
                        .toList());
        return true;
    }

    private static Baseline baseline(Diff diff) {
        return new Baseline(diff.target(), diff.mapping(), Set.of(), Map.of());
    }
}
