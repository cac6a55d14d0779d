package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.rewrite.Squash;
import dev.turnstone.processor.testing.OperationsSet;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.processor.testing.TripDatabase;
import dev.turnstone.schema.Introspection;
import dev.turnstone.schema.Schema;
import dev.turnstone.servers.FreshDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that a checkpoint made, and one that ran the whole chain, are the same, and go on alike. */
class SquashedHistoriesTest {

    private static final long FIRST_SEED = Long.getLong("turnstone.seed", 1);

    @ParameterizedTest
    @CsvSource({"H2, 60", "SQLITE, 40", "POSTGRESQL, 10"})
    void bothWaysGiveOneCatalogue(TripDatabase kind, int histories) throws SQLException {
        int tried = 0;
        try (FreshDatabase database = kind.open()) {
            for (int i = 0; i < histories; i++) {
                try {
                    tried += compare(kind, database, FIRST_SEED + i);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("Again with -Dturnstone.seed=" + (FIRST_SEED + i), e);
                }
            }
        }
        assertThat(tried).as("histories that the dialect can do").isGreaterThan(histories / 2);
    }

    private static int compare(TripDatabase kind, FreshDatabase database, long seed) throws SQLException {
        RandomSchemas random = new RandomSchemas(new Random(seed), true);
        OperationsSet chain = OperationsSet.EMPTY;
        List<Operation> all = new ArrayList<>();
        Diff diff = SchemaDiffer.diff(Baseline.EMPTY, random.create());
        for (int i = 1; i <= 4; i++) {
            chain = chain.with("000" + i + "_step", diff.operations());
            all.addAll(diff.operations());
            Baseline baseline = new Baseline(diff.target(), diff.mapping(), Set.of(), Map.of());
            diff = SchemaDiffer.diff(baseline, random.edit());
        }
        OperationsSet longer = chain.with("0010_next", diff.operations());
        OperationsSet squashed = chain.squashed(Squash.of(all, Set.of()).operations(), "0010_next", diff.operations());
        all.addAll(diff.operations());
        Dialect dialect = Dialects.load(SquashedHistoriesTest.class.getClassLoader())
                .named(kind.dialect())
                .orElseThrow();
        if (dialect.render(Change.inUse(all, () -> Schema.EMPTY)) instanceof Rendered.Refused) {
            return 0;
        }
        kind.empty(database);
        migrator(database, longer).apply();
        List<String> expected = catalogue(database);
        kind.empty(database);
        assertThat(migrator(database, squashed).apply().applied()).hasSize(2);
        assertThat(catalogue(database)).isEqualTo(expected);
        assertThat(migrator(database, longer).apply().applied()).isEmpty();
        return 1;
    }

    private static Migrator migrator(FreshDatabase database, OperationsSet set) {
        return Migrator.builder(database.dataSource()).sets(set).build();
    }

    private static List<String> catalogue(FreshDatabase database) {
        Introspection found = migrator(database, OperationsSet.EMPTY).introspect();
        List<String> lines = new ArrayList<>(found.remarks());
        found.schema()
                .tables()
                .forEach(table -> table.elements().forEach(element -> lines.add(table.name() + ": " + element)));
        return lines;
    }
}
