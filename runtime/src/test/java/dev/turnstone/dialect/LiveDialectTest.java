package dev.turnstone.dialect;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each dialect must fulfil on its own database, which runs. */
abstract class LiveDialectTest extends DialectTest {

    private final TestDatabases kind;
    private FreshDatabase database;
    LiveSteps live;

    LiveDialectTest(Dialect dialect, String folder, TestDatabases kind) {
        super(dialect, folder);
        this.kind = kind;
    }

    @BeforeAll
    void open() throws SQLException {
        database = kind.fresh();
        live = new LiveSteps(dialect, connect(database));
    }

    @AfterAll
    void close() throws SQLException {
        if (live != null) {
            empty();
            live.connection().close();
        }
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void clear() {
        empty();
        addSchema();
    }

    /** A connection that may do all that the cases need. */
    Connection connect(FreshDatabase where) throws SQLException {
        return where.dataSource().getConnection();
    }

    /** Drops whatever tests made. */
    abstract void empty();

    /** Makes the database schema in which the tables of some cases are. */
    void addSchema() {
        live.execute("CREATE SCHEMA " + OperationCases.APP);
    }

    /** All that the database knows of the tables in the default schema and the other, sorted; not the order of columns. */
    abstract List<String> catalogue();

    /** Whether some statements of a migration may have happened while others have not. */
    boolean mayBeHalfDone() {
        return true;
    }

    /** The words that the server itself says it reserves. */
    abstract Collection<String> reservedWords() throws ReflectiveOperationException;

    private List<OperationCase> possibleCases() {
        return cases().stream()
                .filter(each -> dialect.render(each.change()) instanceof Rendered.Units)
                .toList();
    }

    private void build(OperationCase each) {
        live.build(each.before());
        each.rows().forEach(live::execute);
    }

    private Rendered.Units rendered(OperationCase each) {
        return (Rendered.Units) dialect.render(each.change());
    }

    @ParameterizedTest
    @MethodSource("possibleCases")
    void runsAndKnowsWhetherItRan(OperationCase each) {
        build(each);
        Rendered.Units rendered = rendered(each);
        for (Precondition condition : rendered.preconditions().get()) {
            assertThat(live.rows(condition.count())).as(condition.count()).containsExactly("0");
            if (!condition.samples().isEmpty()) {
                assertThat(live.rows(condition.samples())).isEmpty();
            }
        }
        rendered.units()
                .forEach(unit -> live.run(unit, step -> {
                    if (!mayBeHalfDone()) {
                        live.perform(step);
                    } else if (step.doneQuery().isEmpty()) {
                        // Such a step may run twice without harm.
                        live.perform(step);
                        live.perform(step);
                    } else {
                        assertThat(live.rows(step.doneQuery()))
                                .as("before %s", step.sql())
                                .isEmpty();
                        live.perform(step);
                        assertThat(live.rows(step.doneQuery()))
                                .as("after %s", step.sql())
                                .isNotEmpty();
                    }
                }));
    }

    /** A migrated database is a fresh one, and the inverse leads back; so no part of a column is lost on the way. */
    @ParameterizedTest
    @MethodSource("possibleCases")
    void leadsToAFreshDatabaseAndBack(OperationCase each) {
        Schema after = SchemaReplay.replay(each.before(), each.operations());
        live.build(after);
        List<String> fresh = catalogue();
        clear();
        build(each);
        List<String> before = catalogue();
        live.run(rendered(each));
        assertThat(catalogue()).isEqualTo(fresh);
        List<Operation> back = Operations.inverse(each.operations());
        if (dialect.render(new Change(back, () -> after, each.inUse())) instanceof Rendered.Units units) {
            live.run(units);
            assertThat(catalogue()).isEqualTo(before);
        }
    }

    @Test
    void quotesEachWordThatTheServerReserves() throws ReflectiveOperationException {
        Collection<String> words = reservedWords();
        assertThat(words).hasSizeGreaterThan(50).contains("SELECT");
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            List<Column> columns = new ArrayList<>();
            while (rest.hasNext() && columns.size() < 100) {
                columns.add(column(rest.next().toLowerCase(Locale.ROOT), bigint()));
            }
            TableName table = TableName.of(columns.get(0).name());
            live.build(Schema.of(Table.of(table, columns)));
            for (Column each : columns) {
                String name = dialect.quote(each.name());
                live.execute("UPDATE " + dialect.quote(table.name()) + " SET " + name + " = 5 WHERE " + name + " = 4");
            }
            clear();
        }
    }

    @Test
    void quotesNoNameThatPeopleCouldWriteWithoutQuotes() {
        assertThat(List.of("author", "AuthorName", "_x1", "position", "state", "date", "name"))
                .allSatisfy(name -> assertThat(dialect.quote(name)).isEqualTo(name));
    }

    @Test
    void fillsRowsThatExistFromOtherColumns() {
        Schema before = Schema.of(OperationCases.post());
        live.build(before);
        live.execute("INSERT INTO post (id, title) VALUES (1, 'a')");
        Column name = column("name", varchar(20)).notNull().withDefault("d");
        live.run((Rendered.Units)
                Steps.render(dialect, before, new AddColumn(OperationCases.POST, name, sql("UPPER(title)"))));
        live.execute("INSERT INTO post (id, title) VALUES (2, 'b')");
        assertThat(live.rows("SELECT name FROM post ORDER BY id")).containsExactly("A", "d");
    }

    private List<String> rowsAfter(String query, Schema before, List<Operation> operations) {
        live.run((Rendered.Units) dialect.render(Change.inUse(operations, () -> before)));
        return live.rows(query);
    }

    private List<String> rowsAfter(String query, String name) {
        OperationCase each = cases().stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow();
        build(each);
        return rowsAfter(query, each.before(), each.operations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "alter_rows_fill; stars; 3, 5",
                "alter_rows_fill_sql; stars; 2, 5",
                "alter_rows_fill_and_type; stars; 3, 5",
                "alter_type_using; title; 1, 2",
                "alter_type_using_default; stars; none, many",
                "alter_type_using_fill; stars; it's, many",
                "alter_type_using_of_key; id; p7, p8",
                "alter_values_using; COALESCE(stars, -1); -1, 6",
                "run_sql_in_between; name; 12, 13"
            })
    void givesRowsTheirValues(String name, String column, String expected) {
        assertThat(rowsAfter("SELECT " + column + " FROM post ORDER BY id", name))
                .containsExactly(expected.split(", "));
    }

    @Test
    void givesRowsTheirValuesWhileNamesChange() {
        assertThat(rowsAfter("SELECT label, stars, x FROM entry ORDER BY id", "using_while_names_change"))
                .containsExactly("12|2|12", "13|5|13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter_type_using",
                "alter_type_using_of_key",
                "alter_type_using_checked",
                "alter_values_using",
                "alter_rows_fill_back"
            })
    void takesConversionsBack(String name) {
        OperationCase each = cases().stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow();
        build(each);
        String query = "SELECT * FROM post ORDER BY id";
        List<String> before =
                live.rows(query).stream().map(LiveDialectTest::sorted).toList();
        live.run(rendered(each));
        Schema after = SchemaReplay.replay(each.before(), each.operations());
        assertThat(rowsAfter(query, after, Operations.inverse(each.operations())))
                .extracting(LiveDialectTest::sorted)
                .isEqualTo(before);
    }

    /** The values of a row in any order of the columns. */
    private static String sorted(String row) {
        return Stream.of(row.split("[|]", -1)).sorted().toList().toString();
    }

    @Test
    void countsTheRowsToWhichAnExpressionGivesNothing() {
        Schema before = Schema.of(OperationCases.post());
        live.build(before);
        for (String row : OperationCases.ROWS) {
            live.execute(row);
        }
        Column stars = RowCases.STARS;
        AlterColumn alter = new AlterColumn(
                OperationCases.POST,
                stars,
                stars.withType(bigint()).notNull(),
                RowCases.using("CASE stars WHEN 4 THEN 1 END", null),
                Conversion.NONE);
        AddColumn add = new AddColumn(OperationCases.POST, column("x", bigint()).notNull(), sql("stars"));
        assertThat(rowsWithoutValue(before, alter)).isEqualTo("2");
        assertThat(rowsWithoutValue(before, add)).isEqualTo("1");
    }

    private String rowsWithoutValue(Schema before, Operation operation) {
        Precondition found = ((Rendered.Units) Steps.render(dialect, before, operation))
                .preconditions().get().stream()
                        .filter(other -> other.problem().startsWith("rows would get NULL"))
                        .findFirst()
                        .orElseThrow();
        assertThat(live.rows(found.samples())).first().asString().startsWith("7|");
        return live.rows(found.count()).get(0);
    }

    @Test
    void numbersOnAboveTheRowsThatExist() {
        Column id = column("id", bigint()).notNull();
        Schema before = Schema.of(
                Table.of(OperationCases.POST, List.of(id, column("t", bigint()), primaryKey("pk_post", "id"))));
        live.build(before);
        live.execute("INSERT INTO post (id, t) VALUES (41, 1)");
        live.run((Rendered.Units)
                Steps.render(dialect, before, new AlterColumn(OperationCases.POST, id, id.asIdentity())));
        live.execute("INSERT INTO post (t) VALUES (2)");
        assertThat(live.rows("SELECT id FROM post ORDER BY t")).containsExactly("41", "42");
    }

    @Test
    void keepsHostileTextAsItIs() {
        OperationCase hostile = cases().stream()
                .filter(each -> each.name().equals("create_table_hostile"))
                .findFirst()
                .orElseThrow();
        live.run(rendered(hostile));
        Table table = ((CreateTable) hostile.operations().get(0)).table();
        String name = dialect.quote(table.name().name());
        live.execute("INSERT INTO " + name + " (" + dialect.quote("order") + ") VALUES (1)");
        List<String> columns = new ArrayList<>();
        List<String> defaults = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.defaultValue() instanceof DefaultValue.Literal literal) {
                columns.add(dialect.quote(column.name()));
                defaults.add(literal.text());
            }
        }
        assertThat(live.rows("SELECT " + String.join(", ", columns) + " FROM " + name))
                .containsExactly(String.join("|", defaults));
    }
}
