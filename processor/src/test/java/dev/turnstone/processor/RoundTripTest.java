package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.testing.ChangeKinds;
import dev.turnstone.processor.testing.OperationsSet;
import dev.turnstone.processor.testing.RandomConversions;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.processor.testing.SampleRows;
import dev.turnstone.processor.testing.Survival;
import dev.turnstone.processor.testing.TripDatabase;
import dev.turnstone.schema.Introspection;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.servers.FreshDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The property that matters most: a database that was built from any entities and migrated to any others, with rows in
 * it, is the one that the others give from scratch; the way back leads back; no row that should survive is lost.
 */
class RoundTripTest {

    /** So many pairs hold a change of every kind. */
    private static final int ENOUGH = 500;

    private static final long FIRST_SEED = Long.getLong("turnstone.seed", 1);

    /** Held, or the logging of the JDK would forget its level. */
    private static final Logger LOGGER = Logger.getLogger("dev.turnstone");

    static List<TripDatabase> databases() {
        List<String> wanted =
                List.of(System.getProperty("turnstone.databases", "").split(","));
        return Arrays.stream(TripDatabase.values())
                .filter(each -> wanted.contains("") || wanted.contains(each.dialect()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aMigratedDatabaseIsAFreshOneWithItsRowsKept(TripDatabase kind) throws SQLException {
        LOGGER.setLevel(Level.WARNING);
        int pairs = Integer.getInteger("turnstone.pairs", kind.pairs());
        ChangeKinds kinds = new ChangeKinds();
        int changed = 0;
        try (FreshDatabase database = kind.open()) {
            for (int i = 0; i < pairs; i++) {
                long seed = FIRST_SEED + i;
                try {
                    changed += new Trip(kind, database).there(seed, kinds);
                } catch (RuntimeException | SQLException | AssertionError e) {
                    throw new AssertionError(
                            "Again with -Dturnstone.databases=" + kind.dialect() + " -Dturnstone.seed=" + seed
                                    + " -Dturnstone.pairs=1",
                            e);
                }
            }
        }
        if (pairs >= ENOUGH) {
            assertThat(changed)
                    .as("pairs with a change in a schema that has tables")
                    .isGreaterThan(pairs * 4 / 5);
            assertThat(kinds.missing()).as("changes that never occurred").isEmpty();
        }
    }

    /** One pair of entities on one database. */
    private record Trip(TripDatabase kind, FreshDatabase database) {

        int there(long seed, ChangeKinds kinds) throws SQLException {
            RandomSchemas random = new RandomSchemas(new Random(seed), true);
            Diff first = SchemaDiffer.diff(Baseline.EMPTY, random.create());
            Baseline baseline = new Baseline(first.target(), first.mapping(), Set.of(), Map.of());
            Diff second = SchemaDiffer.diff(baseline, random.edit());
            kinds.add(second.operations());
            Dialect dialect = Dialects.load(RoundTripTest.class.getClassLoader())
                    .named(kind.dialect())
                    .orElseThrow();
            List<Operation> edits = RandomConversions.in(second.operations(), dialect::quote, new Random(seed));
            OperationsSet one = OperationsSet.EMPTY.with("0001_a", first.operations());
            OperationsSet both = one.with("0002_b", edits);
            SampleRows rows = new SampleRows(kind, database, dialect);
            List<Operation> whole = new ArrayList<>(first.operations());
            whole.addAll(edits);
            if (dialect.render(Change.inUse(whole, () -> Schema.EMPTY)) instanceof Rendered.Refused) {
                return 0;
            }

            kind.empty(database);
            migrator(OperationsSet.EMPTY.with("0001_fresh", fromScratch(second.target())))
                    .apply();
            List<String> fresh = catalogue();
            kind.empty(database);
            migrator(one).apply();
            rows.insert(first.target());
            List<String> before = catalogue();
            Map<String, List<Map<String, String>>> rowsBefore = rows.read(first.target());

            migrator(both).apply();
            assertThat(catalogue()).isEqualTo(fresh);
            Survival.assertSurvived(rowsBefore, rows.read(second.target()), edits);

            boolean keysLost = Survival.losesReferencedValues(first.target(), edits);
            if (keysLost) {
                // Other rows refer to values that went with the column: no way back could make them valid again.
                rows.delete(second.target());
            }
            migrator(both).rollback();
            assertThat(catalogue()).isEqualTo(before);
            if (!keysLost) {
                Survival.assertSurvivedBothWays(rowsBefore, rows.read(first.target()), edits);
            }

            migrator(both).apply();
            assertThat(catalogue()).isEqualTo(fresh);
            return !first.target().tables().isEmpty() && !edits.isEmpty() ? 1 : 0;
        }

        private static List<Operation> fromScratch(Schema schema) {
            DeclaredSchema declared =
                    new DeclaredSchema(schema, Mapping.EMPTY, Set.of(), List.of(), List.of(), Map.of());
            return SchemaDiffer.diff(Baseline.EMPTY, declared).operations();
        }

        private Migrator migrator(OperationsSet set) {
            return Migrator.builder(database.dataSource()).sets(set).build();
        }

        /** One line for each part of each table. */
        private List<String> catalogue() {
            Introspection found = migrator(OperationsSet.EMPTY).introspect();
            List<String> lines = new ArrayList<>(found.remarks());
            for (Table table : found.schema().tables()) {
                table.elements().forEach(element -> lines.add(table.name() + ": " + element));
            }
            return lines;
        }
    }
}
