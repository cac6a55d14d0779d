package dev.turnstone.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.dialect.Dialect;
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

/** Databases with rows, each left at some point of one history. */
public final class LeftDatabases implements AutoCloseable {

    private final List<Left> all = new ArrayList<>();

    /** One database, and what it held when it was left. */
    private static final class Left {
        private final TripDatabase kind;
        private final FreshDatabase database;
        private final SampleRows rows;
        private int migrations;
        private Map<String, List<Map<String, String>>> values;

        Left(TripDatabase kind, Dialect dialect) {
            this.kind = kind;
            this.database = kind.open();
            this.rows = new SampleRows(kind, database, dialect);
        }

        void leave(History history) throws SQLException {
            migrations = history.migrations().size();
            values = rows.read(history.baseline().schema());
        }

        void migrate(History history, List<String> expected) throws SQLException {
            migrator(database, history).apply();
            assertThat(catalogue(database)).isEqualTo(expected);
            List<Operation> operations = history
                    .migrations()
                    .subList(migrations, history.migrations().size())
                    .stream()
                    .map(SavedMigration::operations)
                    .flatMap(List::stream)
                    .toList();
            Survival.assertSurvived(values, rows.read(history.baseline().schema()), operations);
            leave(history);
        }
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

    /** Brings all to the end of a history, each to what a new database of its kind is then, with its rows. */
    public void migrate(History history) throws SQLException {
        for (TripDatabase kind : TripDatabase.values()) {
            List<Left> some = all.stream().filter(each -> each.kind == kind).toList();
            if (!some.isEmpty()) {
                List<String> fresh = fresh(kind, history);
                for (Left each : some) {
                    each.migrate(history, fresh);
                }
            }
        }
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
            migrator(database, history).apply();
            return catalogue(database);
        }
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
