package dev.turnstone.dialect;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.TestDatabase;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2DialectTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dialect/h2");

    private final Dialect dialect = new H2Dialect();
    private final TestDatabase database = TestDatabase.inMemory();

    static List<H2Cases> cases() {
        return H2Cases.all();
    }

    /** Those that know all that was there before. */
    static List<H2Cases> reversibleCases() {
        return cases().stream()
                .filter(each -> !each.name().startsWith("drop_table"))
                .toList();
    }

    /** With -Dturnstone.golden=update the files are written instead. */
    @ParameterizedTest
    @MethodSource("cases")
    void rendersAsTheGoldenFileSays(H2Cases each) throws IOException {
        Path file = GOLDEN.resolve(each.name() + ".sql");
        String rendered = Steps.text(Steps.render(dialect, Schema.EMPTY, each.operation()));
        if ("update".equals(System.getProperty("turnstone.golden"))) {
            Files.writeString(file, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(file));
    }

    @Test
    void hasACaseForEachGoldenFile() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            cases().stream().map(each -> each.name() + ".sql").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runsAndKnowsWhetherItRan(H2Cases each) {
        each.before().forEach(database::execute);
        if (Steps.render(dialect, Schema.EMPTY, each.operation()) instanceof Rendered.Units) {
            for (Step step : Steps.of(dialect, Schema.EMPTY, each.operation())) {
                if (step.doneQuery().isEmpty()) {
                    // Such a step may run twice without harm.
                    database.execute(step.sql(), step.sql());
                } else {
                    assertThat(database.rows(step.doneQuery())).as("before").isEmpty();
                    database.execute(step.sql());
                    assertThat(database.rows(step.doneQuery())).as("after").isNotEmpty();
                }
            }
        }
    }

    /** An operation and its inverse leave the catalogue as it was; so no part of a column is lost on the way. */
    @ParameterizedTest
    @MethodSource("reversibleCases")
    void isTakenBackByItsInverse(H2Cases each) {
        each.before().forEach(database::execute);
        List<String> before = catalogue();
        run(each.operation());
        run(each.operation().inverse());
        assertThat(catalogue()).isEqualTo(before);
    }

    private List<String> catalogue() {
        return database.rows(
                "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE, IS_IDENTITY, DATA_TYPE,"
                        + " CHARACTER_MAXIMUM_LENGTH, REMARKS FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA' ORDER BY 1, 2, 3");
    }

    private void run(Operation operation) {
        if (Steps.render(dialect, Schema.EMPTY, operation) instanceof Rendered.Units) {
            Steps.of(dialect, Schema.EMPTY, operation).forEach(step -> database.execute(step.sql()));
        }
    }

    @Test
    void quotesNoNameThatPeopleCouldWriteWithoutQuotes() {
        assertThat(List.of("author", "AuthorName", "_x1", "position", "state", "date", "name"))
                .allSatisfy(name -> assertThat(dialect.quote(name)).isEqualTo(name));
        assertThat(dialect.quote("user")).isEqualTo("\"user\"");
        assertThat(dialect.quote("a\"b")).isEqualTo("\"a\"\"b\"");
    }

    @Test
    void quotesEachWordThatH2Reserves() throws ReflectiveOperationException {
        var field = Class.forName("org.h2.util.ParserUtil").getDeclaredField("KEYWORDS");
        field.setAccessible(true);
        List<String> words = ((java.util.Map<?, ?>) field.get(null))
                .keySet().stream().map(Object::toString).toList();
        assertThat(words).hasSizeGreaterThan(80).contains("SELECT", "USER");
        for (String word : words) {
            TableName table = TableName.of(word.toLowerCase(java.util.Locale.ROOT));
            run(new CreateTable(Table.of(table, List.of(column(table.name(), bigint())))));
            database.execute(
                    "INSERT INTO " + dialect.quote(table.name()) + " (" + dialect.quote(table.name()) + ") VALUES (5)");
            assertThat(database.rows("SELECT t." + dialect.quote(table.name()) + ", " + dialect.quote(table.name())
                            + " FROM " + dialect.quote(table.name()) + " t"))
                    .as(word)
                    .containsExactly("5|5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_TO_UPPER=FALSE", "DATABASE_TO_LOWER=TRUE", "CASE_INSENSITIVE_IDENTIFIERS=TRUE"})
    void findsNamesHoweverTheDatabaseStoresThem(String setting) {
        TestDatabase other = TestDatabase.at("jdbc:h2:mem:" + setting + ";" + setting);
        CreateTable create = new CreateTable(Table.of(TableName.of("Post"), List.of(column("Id", bigint()))));
        Step step = Steps.of(dialect, Schema.EMPTY, create).get(0);
        assertThat(other.rows(step.doneQuery())).isEmpty();
        other.execute(step.sql());
        assertThat(other.rows(step.doneQuery())).isNotEmpty();
        other.execute("CREATE SCHEMA other", "SET SCHEMA other");
        assertThat(other.rows(step.doneQuery())).as("in another schema").isEmpty();
    }

    @Test
    void fillsRowsThatExistFromOtherColumns() {
        database.execute("CREATE TABLE post (id BIGINT)", "INSERT INTO post VALUES (3)");
        run(new AddColumn(
                TableName.of("post"),
                column("slug", varchar(9)).notNull().withDefault("d"),
                new dev.turnstone.schema.DefaultValue.Sql("'p' || id")));
        database.execute("INSERT INTO post (id) VALUES (4)");
        assertThat(database.rows("SELECT slug FROM post ORDER BY id")).containsExactly("p3", "d");
    }

    @Test
    void numbersOnAboveTheRowsThatExist() {
        database.execute("CREATE TABLE post (id BIGINT NOT NULL, t INTEGER)", "INSERT INTO post VALUES (41, 1)");
        Column id = column("id", bigint()).notNull();
        run(new AlterColumn(TableName.of("post"), id, id.asIdentity()));
        database.execute("INSERT INTO post (t) VALUES (2)");
        assertThat(database.rows("SELECT id FROM post ORDER BY t")).containsExactly("41", "42");
    }

    @Test
    void keepsHostileTextAsItIs() {
        H2Cases hostile = cases().stream()
                .filter(each -> each.name().equals("create_table_hostile"))
                .findFirst()
                .orElseThrow();
        run(hostile.operation());
        assertThat(database.rows(
                        "SELECT TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"))
                .containsExactly("a \"b'; DROP TABLE x; --|'; DROP TABLE x; --");
        assertThat(database.rows("SELECT COLUMN_NAME, REMARKS FROM INFORMATION_SCHEMA.COLUMNS WHERE REMARKS <> ''"))
                .containsExactly("é\n😀|'--\n*/ {");
    }
}
