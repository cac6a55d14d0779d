package dev.turnstone.proof;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.Migrator;
import dev.turnstone.TestSet;
import dev.turnstone.migration.StatementFailedException;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that changes rows fails half way, and is taken back: the rows are what they were. */
class HalfDoneTest {

    private static final TableName TASK = TableName.of("task");
    private static final Column LEVEL = column("level_", integer());
    private static final Column NAME = column("name", varchar(20));
    private static final TestSet FIRST = TestSet.named("com.acme.tasks")
            .with(
                    "0001_initial",
                    new CreateTable(Table.of(
                            TASK, List.of(column("id", bigint()).notNull(), LEVEL, NAME, primaryKey("pk", "id")))));
    private static final String BROKEN = "UPDATE task SET nothing = 1";

    static List<TestDatabases> databases() {
        return Proof.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasDoneIsTakenBackAndNothingElse(TestDatabases kind) throws SQLException {
        AlterColumn values = new AlterColumn(
                TASK, LEVEL, LEVEL, new Conversion(null, "level_ + 1"), new Conversion(null, "level_ - 1"));
        AlterColumn converted = new AlterColumn(
                TASK,
                LEVEL,
                LEVEL.withType(varchar(9)),
                new Conversion(null, "CASE level_ WHEN 1 THEN 'one' ELSE 'two' END"),
                new Conversion(null, "CASE level_ WHEN 'one' THEN 1 ELSE 2 END"));
        AlterColumn unfit = new AlterColumn(
                TASK,
                NAME,
                NAME.withType(integer()),
                new Conversion(null, "CASE name WHEN 'a' THEN 4000000000 ELSE 1 END"),
                new Conversion(null, "CASE name WHEN 1 THEN 'x' ELSE 'y' END"));
        List<String> lost = List.of("UPDATE task SET level_ = level_ * 10", "DROP VIEW tasks");
        try (FreshDatabase database = kind.fresh()) {
            migrator(database).apply();
            database.execute("INSERT INTO task (id, level_, name) VALUES (1, 1, 'a'), (2, 2, 'b')");
            fails(database, sql(List.of("CREATE VIEW tasks AS SELECT id FROM task", BROKEN), lost));
            fails(
                    database,
                    sql(
                            List.of(
                                    "CREATE VIEW tasks AS SELECT id FROM task",
                                    "UPDATE task SET level_ = level_ + 5",
                                    "CREATE VIEW tasks AS SELECT 1"),
                            List.of("UPDATE task SET level_ = level_ - 5", "DROP VIEW tasks")));
            fails(database, values, sql(List.of(BROKEN), List.of()));
            fails(database, sql(List.of(BROKEN), List.of()), values);
            fails(database, converted, sql(List.of(BROKEN), List.of()));
            fails(database, sql(List.of(BROKEN), List.of()), converted);
            if (kind != TestDatabases.SQLITE) {
                fails(database, values, unfit, converted);
            }
        }
    }

    private static Migrator migrator(FreshDatabase database, Operation... operations) {
        TestSet set = operations.length == 0 ? FIRST : FIRST.with("0002_rows", operations);
        return Migrator.builder(database.dataSource()).sets(set).build();
    }

    private static RunSql sql(List<String> up, List<String> down) {
        return new RunSql("mine", List.of(new RunSql.Text("", up, down)));
    }

    private static void fails(FreshDatabase database, Operation... operations) throws SQLException {
        List<String> before = Look.at(database);
        Migrator migrator = migrator(database, operations);
        assertThatThrownBy(migrator::apply).isInstanceOf(StatementFailedException.class);
        List<String> states = new ArrayList<>();
        migrator.status().forEach(status -> states.add(status.id()));
        assertThat(states).containsExactly("0001_initial", "0002_rows");
        migrator.rollbackTo("0001_initial");
        assertThat(Look.at(database)).isEqualTo(before);
    }
}
