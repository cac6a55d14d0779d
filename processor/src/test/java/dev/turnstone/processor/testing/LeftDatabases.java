package dev.turnstone.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.Migrator;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.migration.MigrationPrunedException;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.schema.Introspection;
import dev.turnstone.schema.Schema;
import dev.turnstone.servers.FreshDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Databases with rows, each left at some point of one history. */
public final class LeftDatabases implements AutoCloseable {

    private final List<Left> all = new ArrayList<>();

    /** One database, and what it held when it was left. */
    private static final class Left {
        private final TripDatabase kind;
        private final FreshDatabase database;
        private final SampleRows rows;
        private int migrations;
        private Schema before;
        private List<String> steps;
        private Map<String, List<Map<String, String>>> values;

        Left(TripDatabase kind, Dialect dialect) {
            this.kind = kind;
            this.database = kind.open();
            StepLog.create(database);
            this.rows = new SampleRows(kind, database, dialect);
        }

        void leave(History history) throws SQLException {
            migrations = history.chain().size();
            before = history.baseline().schema();
            values = rows.read(before);
            steps = StepLog.read(database);
        }

        /** False if it is too old for what is left of the history, and is told so. */
        boolean migrate(History history, List<String> expected) throws SQLException {
            int known = migrations
                    - history.root().map(root -> root.replaces().size()).orElse(0);
            if (known < 0) {
                assertThatThrownBy(() -> migrator(database, history).apply())
                        .isInstanceOf(MigrationPrunedException.class);
                assertThat(rows.read(before)).isEqualTo(values);
                return false;
            }
            migrator(database, history).apply();
            assertThat(catalogue(database)).isEqualTo(expected);
            List<Operation> operations = operations(
                    history.migrations().subList(known, history.migrations().size()));
            Survival.assertSurvived(values, rows.read(history.baseline().schema()), operations);
            assertThat(StepLog.read(database)).isEqualTo(StepLog.after(steps, operations));
            leave(history);
            return true;
        }
    }

    private static List<Operation> operations(List<SavedMigration> migrations) {
        return migrations.stream()
                .map(SavedMigration::operations)
                .flatMap(List::stream)
                .toList();
    }

    /** Makes one that has a whole history, and fills it. */
    public void create(TripDatabase kind, Dialect dialect, History history) throws SQLException {
        Left left = new Left(kind, dialect);
        all.add(left);
        migrator(left.database, history).apply();
        Schema schema = history.baseline().schema();
        left.rows.insert(schema);
        left.leave(history);
    }

    /**
     * Brings all to the end of a history, each to what a new database of its kind is then, with its rows.
     *
     * @return how many were too old for it; they are not among the databases any more
     */
    public int migrate(History history) throws SQLException {
        int count = all.size();
        for (TripDatabase kind : TripDatabase.values()) {
            List<Left> some = all.stream().filter(each -> each.kind == kind).toList();
            if (!some.isEmpty()) {
                List<String> fresh = fresh(kind, history);
                for (Left each : some) {
                    if (!each.migrate(history, fresh)) {
                        each.database.close();
                        all.remove(each);
                    }
                }
            }
        }
        return count - all.size();
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }

    @Override
    public void close() throws SQLException {
        for (Left each : all) {
            each.database.close();
        }
    }

    private static List<String> fresh(TripDatabase kind, History history) throws SQLException {
        try (FreshDatabase database = kind.open()) {
            StepLog.create(database);
            migrator(database, history).apply();
            assertThat(StepLog.read(database)).isEqualTo(StepLog.after(List.of(), whatNewOnesRun(history)));
            return catalogue(database);
        }
    }

    private static List<Operation> whatNewOnesRun(History history) {
        int pruned = history.root().map(root -> root.replaces().size()).orElse(0);
        int replaced = history.checkpoint().map(each -> each.replaces().size()).orElse(0);
        List<SavedMigration> rest = history.migrations();
        return Stream.concat(
                        history.checkpoint().stream().flatMap(each -> each.operations().stream()),
                        operations(rest.subList(Math.max(0, replaced - pruned), rest.size())).stream())
                .toList();
    }

    private static Migrator migrator(FreshDatabase database, History history) {
        return Migrator.builder(database.dataSource())
                .sets(OperationsSet.of(history))
                .build();
    }

    /** One line for each part of each table. */
    private static List<String> catalogue(FreshDatabase database) {
        Introspection found = migrator(database, History.EMPTY).introspect();
        List<String> lines = new ArrayList<>(found.remarks());
        found.schema()
                .tables()
                .forEach(table -> table.elements().forEach(element -> lines.add(table.name() + ": " + element)));
        return lines;
    }
}
