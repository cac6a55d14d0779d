package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.testing.ChangeKinds;
import dev.turnstone.processor.testing.OperationsSet;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.processor.testing.SampleRows;
import dev.turnstone.processor.testing.TripDatabase;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Introspection;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.servers.FreshDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
            OperationsSet one = OperationsSet.EMPTY.with("0001_a", first.operations());
            OperationsSet both = one.with("0002_b", second.operations());
            Dialect dialect = Dialects.load(RoundTripTest.class.getClassLoader())
                    .named(kind.dialect())
                    .orElseThrow();
            SampleRows rows = new SampleRows(kind, database, dialect);
            List<Operation> whole = new ArrayList<>(first.operations());
            whole.addAll(second.operations());
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
            assertSurvived(rowsBefore, rows.read(second.target()), second.operations());

            boolean keysLost = losesReferencedValues(first.target(), second.operations());
            if (keysLost) {
                // Other rows refer to values that went with the column: no way back could make them valid again.
                rows.delete(second.target());
            }
            migrator(both).rollback();
            assertThat(catalogue()).isEqualTo(before);
            if (!keysLost) {
                assertSurvivedBothWays(rowsBefore, rows.read(first.target()), second.operations());
            }

            migrator(both).apply();
            assertThat(catalogue()).isEqualTo(fresh);
            return !first.target().tables().isEmpty() && !second.operations().isEmpty() ? 1 : 0;
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

    private static boolean losesReferencedValues(Schema before, List<Operation> operations) {
        for (Table table : before.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                for (String column : key.references()) {
                    if (!new Place(key.table().toString())
                            .column(column)
                            .after(operations)
                            .exists()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Follows each column through the change and compares its values. */
    private static void assertSurvived(
            Map<String, List<Map<String, String>>> before,
            Map<String, List<Map<String, String>>> after,
            List<Operation> operations) {
        before.forEach((table, tableRows) -> {
            for (int i = 0; i < tableRows.size(); i++) {
                Map<String, String> row = tableRows.get(i);
                Place place = new Place(table);
                for (String column : row.keySet()) {
                    Place now = place.column(column).after(operations);
                    if (now.exists() && !(now.altered() && row.get(column) == null)) {
                        assertThat(after.get(now.table()).get(i).get(now.column()))
                                .as(table + "." + column + ", row " + i)
                                .isEqualTo(row.get(column));
                    }
                }
                String tableNow = place.column("").after(operations).table();
                if (tableNow != null) {
                    assertThat(after.get(tableNow)).hasSameSizeAs(tableRows);
                }
            }
        });
    }

    private static void assertSurvivedBothWays(
            Map<String, List<Map<String, String>>> before,
            Map<String, List<Map<String, String>>> after,
            List<Operation> operations) {
        before.forEach((table, tableRows) -> {
            for (int i = 0; i < tableRows.size(); i++) {
                Map<String, String> expected = new HashMap<>();
                Map<String, String> actual = new HashMap<>();
                for (var value : tableRows.get(i).entrySet()) {
                    Place there = new Place(table).column(value.getKey()).after(operations);
                    if (there.exists() && !(there.altered() && value.getValue() == null)) {
                        expected.put(value.getKey(), value.getValue());
                        actual.put(value.getKey(), after.get(table).get(i).get(value.getKey()));
                    }
                }
                assertThat(actual).isEqualTo(expected);
            }
        });
    }

    /** Where a column of the old schema is; without a table once it was dropped. */
    private record Place(String table, String column, boolean altered) {
        Place(String table) {
            this(table, "", false);
        }

        Place column(String name) {
            return new Place(table, name, altered);
        }

        boolean exists() {
            return table != null && column != null;
        }

        Place after(List<Operation> operations) {
            Place place = this;
            for (Operation operation : operations) {
                place = place.after(operation);
            }
            return place;
        }

        private Place after(Operation operation) {
            if (table == null) {
                return this;
            }
            if (operation instanceof DropTable drop
                    && isMine(drop.table().name().toString())) {
                return new Place(null, null, altered);
            }
            if (operation instanceof RenameTable rename && isMine(rename.from().toString())) {
                return new Place(rename.to().toString(), column, altered);
            }
            if (column == null) {
                return this;
            }
            if (operation instanceof DropColumn drop
                    && isMine(drop.table().toString())
                    && Identifiers.same(drop.column().name(), column)) {
                return new Place(table, null, altered);
            }
            if (operation instanceof RenameColumn rename
                    && isMine(rename.table().toString())
                    && Identifiers.same(rename.from(), column)) {
                return new Place(table, rename.to(), altered);
            }
            if (operation instanceof AlterColumn alter
                    && isMine(alter.table().toString())
                    && Identifiers.same(alter.to().name(), column)) {
                return new Place(table, column, true);
            }
            return this;
        }

        private boolean isMine(String name) {
            return Identifiers.same(name, table);
        }
    }
}
