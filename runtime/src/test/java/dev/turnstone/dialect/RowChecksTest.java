package dev.turnstone.dialect;

import static dev.turnstone.dialect.OperationCases.table;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.blob;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.doublePrecision;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.smallint;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.tinyint;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varbinary;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.migration.PreconditionFailedException;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.PostgreSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rows do not allow a migration, as a real database counts and shows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowChecksTest {

    private static final TableName BOOK = TableName.of("book");
    private static final TableName WORK = TableName.of("work");
    private static final TableName AUTHOR = TableName.of("author");
    private static final Column NAME = column("name", varchar(20));
    private static final Column STARS = column("stars", integer());
    private static final Table BOOKS = table(
            BOOK,
            column("id", bigint()).notNull(),
            NAME,
            STARS,
            column("author", bigint()),
            column("price", decimal(9, 3)),
            column("weight", doublePrecision()),
            column("cover", blob()),
            column("story", text()),
            primaryKey("pk_book", "id"));
    private static final Schema BEFORE =
            Schema.of(BOOKS, table(AUTHOR, column("id", bigint()).notNull(), primaryKey("pk_author", "id")));

    private FreshDatabase database;
    private LiveSteps live;

    @BeforeAll
    void open() throws SQLException {
        database = PostgreSql.fresh();
        live = new LiveSteps(new PostgreSqlDialect(), database.dataSource().getConnection());
        live.build(BEFORE);
        live.execute("INSERT INTO author VALUES (1)");
        live.execute("INSERT INTO book (id, name, stars, author, price, weight, cover, story) VALUES"
                + " (1, 'a', 100, 1, 1.125, 1e3, '\\x000102', 'abc'), (2, 'a', 200, 2, 999, 5, '\\x00', 'ab'),"
                + " (3, NULL, 40000, NULL, 1000, NULL, NULL, NULL), (4, NULL, NULL, 3, NULL, NULL, NULL, NULL)");
    }

    @AfterAll
    void close() throws SQLException {
        live.connection().close();
        database.close();
    }

    /** Each finding as subject, number and samples. */
    private List<String> found(Operation... operations) {
        List<String> found = new ArrayList<>();
        for (Precondition each : RowChecks.of(Change.inUse(List.of(operations), () -> BEFORE), PgSql.SQL)) {
            found.add(each.subject() + ": " + live.rows(each.count()).get(0) + " "
                    + (each.samples().isEmpty() ? List.of() : live.rows(each.samples())));
        }
        return found;
    }

    private static AddConstraint add(TableName table, Constraint constraint) {
        return new AddConstraint(table, constraint);
    }

    private static AlterColumn to(String name, ColumnType type) {
        Column from = BOOKS.column(name).orElseThrow();
        return new AlterColumn(BOOK, from, from.withType(type));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(add(BOOK, unique("uq", "name")), "book.name: 2 [a|2]"),
                Arguments.of(add(BOOK, unique("uq", "name", "stars")), "book.name, stars: 0 []"),
                Arguments.of(add(BOOK, foreignKey("fk", "author", AUTHOR, "id")), "book.author: 2 [2|2, 4|3]"),
                Arguments.of(add(BOOK, check("ck", "stars < 150")), "book: 2 [2|200, 3|40000]"),
                Arguments.of(add(BOOK, oneOf("ck", "name", "b")), "book: 2 [1|a, 2|a]"),
                Arguments.of(new AlterColumn(BOOK, NAME, NAME.notNull()), "book.name: 2 [3, 4]"),
                Arguments.of(new AddColumn(BOOK, column("x", bigint()).notNull(), null), "book.x: 4 [1, 2, 3]"),
                Arguments.of(to("stars", smallint()), "book.stars: 1 [3|40000]"),
                Arguments.of(to("stars", tinyint()), "book.stars: 2 [2|200, 3|40000]"),
                Arguments.of(to("stars", decimal(4, 0)), "book.stars: 1 [3|40000]"),
                Arguments.of(to("price", decimal(9, 2)), "book.price: 1 [1|1.125]"),
                Arguments.of(to("price", decimal(6, 3)), "book.price: 1 [3|1000.000]"),
                Arguments.of(to("price", smallint()), "book.price: 1 [1|1.125]"),
                Arguments.of(to("weight", tinyint()), "book.weight: 1 [1|1000]"),
                Arguments.of(to("weight", decimal(3, 1)), "book.weight: 1 [1|1000]"),
                Arguments.of(to("story", varchar(2)), "book.story: 1 [1|abc]"),
                Arguments.of(to("cover", varbinary(2)), "book.cover: 1 [1|\\x000102]"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void countsAndShowsTheRowsAtFault(Operation operation, String expected) {
        assertThat(found(operation)).containsExactly(expected);
    }

    @Test
    void findsTheRowsByTheNamesThatTheyHaveBefore() {
        RenameTable table = new RenameTable(BOOK, WORK);
        RenameColumn title = new RenameColumn(WORK, "name", "stars");
        assertThat(found(
                        table,
                        new RenameColumn(WORK, "stars", "points"),
                        title,
                        add(WORK, check("ck_points", "work.points < 150")),
                        add(WORK, check("ck_stars", "stars <> 'a'")),
                        add(WORK, unique("uq", "stars"))))
                .containsExactly("book: 2 [2|200, 3|40000]", "book: 2 [1|a, 2|a]", "book.stars: 2 [a|2]");
    }

    @Test
    void countsTheValuesThatNullsWillGet() {
        Column filled = NAME.notNull().withDefault("a");
        assertThat(found(new AlterColumn(BOOK, NAME, filled), add(BOOK, unique("uq", "name"))))
                .containsExactly("book.name: 4 [a|4]");
    }

    @Test
    void countsAllReferencesToATableThatIsYetToBeMade() {
        CreateTable create =
                new CreateTable(table(WORK, column("id", bigint()).notNull(), primaryKey("pk_work", "id")));
        assertThat(found(create, add(BOOK, foreignKey("fk", "author", WORK, "id"))))
                .containsExactly("book.author: 3 [1|1, 2|2, 4|3]");
    }

    @ParameterizedTest
    @CsvSource({
        "rows have NULL there, row has NULL there",
        "rows share a value, row shares a value",
        "rows exist, row exists",
        "rows would get NULL there, row would get NULL there",
        "session is not strict, session is not strict"
    })
    void countsOneRowAsPeopleDo(String problem, String one) {
        assertThat(new PreconditionFailedException.Violation("a.b", 1, problem, List.of(), "Mend it."))
                .hasToString("In a.b 1 " + one + ". Mend it.");
        assertThat(new PreconditionFailedException.Violation("a.b", 2, problem, List.of(), "Mend it."))
                .hasToString("In a.b 2 " + problem + ". Mend it.");
    }

    @Test
    void asksNothingBehindAStepThatMayMendTheRows() {
        AlterColumn strict = new AlterColumn(BOOK, NAME, NAME.notNull());
        assertThat(found(RowCases.everywhere("mend", List.of("UPDATE book SET name = 'x'"), List.of()), strict))
                .isEmpty();
        assertThat(found(RowCases.everywhere("view", List.of("CREATE VIEW v AS SELECT 1"), List.of()), strict))
                .containsExactly("book.name: 2 [3, 4]");
        assertThat(found(new RunData("com.acme.Mend", false, false), strict)).isEmpty();
    }

    @Test
    void asksForNoNullsWhereRowsAreFilled() {
        AlterColumn filled =
                new AlterColumn(BOOK, STARS, STARS.notNull(), new Conversion(literal("1"), ""), Conversion.NONE);
        assertThat(found(filled, add(BOOK, check("ck", "stars < 150")))).containsExactly("book: 2 [2|200, 3|40000]");
        AlterColumn converted = new AlterColumn(
                BOOK,
                STARS,
                STARS.withType(smallint()).notNull(),
                RowCases.using("stars / 100", null),
                Conversion.NONE);
        assertThat(found(converted, add(BOOK, unique("uq", "stars")))).containsExactly("book.stars: 1 [4|null]");
    }

    @Test
    void asksNothingAboutWhatTheMigrationItselfMakes() {
        Column x = column("x", integer());
        assertThat(found(
                        new CreateTable(table(WORK, x)),
                        add(WORK, unique("uq_work", "x")),
                        new AlterColumn(WORK, x, x.notNull()),
                        new AddColumn(BOOK, x, literal("1")),
                        add(BOOK, unique("uq_x", "x")),
                        add(BOOK, check("ck_x", "x > stars")),
                        new AlterColumn(BOOK, x, x.withType(smallint())),
                        new DropColumn(BOOK, NAME, null),
                        new AddColumn(BOOK, NAME, null),
                        add(BOOK, unique("uq_name", "name"))))
                .isEmpty();
    }
}
