package dev.turnstone.processor.rewrite;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One branch's operations after another branch's, on plain data. */
class RebaseTest {

    private static final TableName AUTHOR = table("author");
    private static final TableName WRITER = table("writer");
    private static final TableName POST = table("post");
    private static final TableName ABROAD = table("abroad", "author");
    private static final Column NAME = column("name", varchar(80)).notNull();
    private static final Column TITLE = column("title", varchar(40));
    private static final Column ORDER = column("\"order\"", integer());
    private static final Column EMAIL = column("email", varchar(255));
    private static final Index IX_NAME = index("ix_name", "name");
    private static final Unique UK_TITLE = unique("uk_title", "title");
    private static final Schema BASE = Schema.of(
            Table.of(
                    AUTHOR,
                    List.of(
                            column("id", bigint()).asIdentity(),
                            NAME,
                            TITLE,
                            ORDER,
                            primaryKey("pk_author", "id"),
                            IX_NAME,
                            UK_TITLE)),
            Table.of(POST, List.of(column("id", bigint()).asIdentity(), primaryKey("pk_post", "id"))),
            Table.of(ABROAD, List.of(NAME, TITLE, IX_NAME)));

    private static final Operation RENAME_TABLE = new RenameTable(AUTHOR, WRITER);
    private static final Operation RENAME_NAME = new RenameColumn(AUTHOR, "name", "full_name");
    private static final Operation WIDEN = new AlterColumn(AUTHOR, NAME, NAME.withType(varchar(200)));
    private static final Operation DROP_TITLE_KEY = new DropConstraint(AUTHOR, UK_TITLE);
    private static final Operation RENAME_TITLE = new RenameColumn(AUTHOR, "title", "t");
    private static final Operation WIDEN_T =
            new AlterColumn(AUTHOR, TITLE.withName("t"), TITLE.withName("t").withType(varchar(90)));
    private static final Unique UK_T = unique("uk_title", "t");
    private static final Operation ADD_EMAIL = new AddColumn(AUTHOR, EMAIL, null);

    private static Table author() {
        return BASE.table(AUTHOR).orElseThrow();
    }

    private static Table tag(Column column) {
        return Table.of(table("tag"), List.of(column));
    }

    private static ForeignKey toAuthor(TableName author, String column) {
        return new ForeignKey(
                "fk_post",
                List.of("id"),
                author,
                List.of(column),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
    }

    private static RunSql sqlStep(String name, String text) {
        return new RunSql(name, List.of(new RunSql.Text("", List.of(text), List.of())));
    }

    private static Check check(String expression) {
        return new Check("ck", new Condition.Sql(expression));
    }

    /** What the other branch did, what this one did, and what is left of that. */
    static Stream<Arguments> adapted() {
        Column wide = NAME.withType(varchar(200));
        Column full = NAME.withName("full_name");
        return Stream.of(
                arguments("unrelated", List.of(ADD_EMAIL), List.of(WIDEN), List.of(WIDEN)),
                arguments(
                        "a column of a renamed table",
                        List.of(RENAME_TABLE),
                        List.of(ADD_EMAIL),
                        List.of(new AddColumn(WRITER, EMAIL, null))),
                arguments(
                        "a renamed table's parts",
                        List.of(RENAME_TABLE, new RenameColumn(WRITER, "name", "full_name")),
                        List.of(
                                new AddIndex(AUTHOR, index("ix2", "name", "title")),
                                new DropIndex(AUTHOR, IX_NAME),
                                DROP_TITLE_KEY),
                        List.of(
                                new AddIndex(WRITER, index("ix2", "full_name", "title")),
                                new DropIndex(WRITER, index("ix_name", "full_name")),
                                new DropConstraint(WRITER, UK_TITLE))),
                arguments(
                        "a key to a renamed table and column",
                        List.of(RENAME_TABLE, new RenameColumn(WRITER, "id", "no")),
                        List.of(new AddConstraint(POST, toAuthor(AUTHOR, "id"))),
                        List.of(new AddConstraint(POST, toAuthor(WRITER, "no")))),
                arguments(
                        "a new table with a key to a renamed one",
                        List.of(RENAME_TABLE),
                        List.of(new CreateTable(
                                Table.of(table("tag"), List.of(column("id", bigint()), toAuthor(AUTHOR, "id"))))),
                        List.of(new CreateTable(
                                Table.of(table("tag"), List.of(column("id", bigint()), toAuthor(WRITER, "id")))))),
                arguments(
                        "another aspect of a column",
                        List.of(WIDEN),
                        List.of(new AlterColumn(AUTHOR, NAME, NAME.orNull())),
                        List.of(new AlterColumn(AUTHOR, wide, wide.orNull()))),
                arguments(
                        "a column that has another name now",
                        List.of(RENAME_NAME),
                        List.of(WIDEN),
                        List.of(new AlterColumn(AUTHOR, full, full.withType(varchar(200))))),
                arguments("a rename of an altered column", List.of(WIDEN), List.of(RENAME_NAME), List.of(RENAME_NAME)),
                arguments(
                        "own renames go on",
                        List.of(WIDEN),
                        List.of(
                                RENAME_TABLE,
                                new RenameColumn(WRITER, "name", "n"),
                                new DropColumn(WRITER, NAME.withName("n"), null)),
                        null),
                arguments(
                        "a key that makes room, and is another one there",
                        List.of(DROP_TITLE_KEY, new AddConstraint(AUTHOR, unique("uk_title", "title", "name"))),
                        List.of(DROP_TITLE_KEY, RENAME_TITLE, WIDEN_T, new AddConstraint(AUTHOR, UK_T)),
                        List.of(
                                new DropConstraint(AUTHOR, unique("uk_title", "title", "name")),
                                RENAME_TITLE,
                                WIDEN_T,
                                new AddConstraint(AUTHOR, unique("uk_title", "t", "name")))),
                arguments(
                        "own things go on",
                        List.of(RENAME_TABLE),
                        List.of(
                                ADD_EMAIL,
                                new RenameColumn(AUTHOR, "email", "mail"),
                                new DropColumn(AUTHOR, EMAIL.withName("mail"), null)),
                        List.of(
                                new AddColumn(WRITER, EMAIL, null),
                                new RenameColumn(WRITER, "email", "mail"),
                                new DropColumn(WRITER, EMAIL.withName("mail"), null))),
                arguments(
                        "names swapped here",
                        List.of(WIDEN),
                        List.of(
                                new RenameColumn(AUTHOR, "name", "x"),
                                new RenameColumn(AUTHOR, "title", "name"),
                                new RenameColumn(AUTHOR, "x", "title")),
                        List.of(
                                new RenameColumn(AUTHOR, "name", "x"),
                                new RenameColumn(AUTHOR, "title", "name"),
                                new RenameColumn(AUTHOR, "x", "title"))),
                arguments(
                        "names swapped there",
                        List.of(
                                new RenameColumn(AUTHOR, "name", "x"),
                                new RenameColumn(AUTHOR, "title", "name"),
                                new RenameColumn(AUTHOR, "x", "title")),
                        List.of(WIDEN),
                        List.of(new AlterColumn(
                                AUTHOR,
                                NAME.withName("title"),
                                NAME.withName("title").withType(varchar(200))))),
                arguments(
                        "a part renamed there",
                        List.of(
                                new RenameIndex(AUTHOR, "ix_name", "ix_n"),
                                new RenameConstraint(AUTHOR, "uk_title", "uk_t")),
                        List.of(new DropIndex(AUTHOR, IX_NAME), DROP_TITLE_KEY),
                        List.of(
                                new DropIndex(AUTHOR, IX_NAME.withName("ix_n")),
                                new DropConstraint(AUTHOR, UK_TITLE.withName("uk_t")))),
                arguments(
                        "a list of values of a renamed column",
                        List.of(RENAME_NAME),
                        List.of(new AddConstraint(AUTHOR, new Check("ck", new Condition.OneOf("name", List.of("a"))))),
                        List.of(new AddConstraint(
                                AUTHOR, new Check("ck", new Condition.OneOf("full_name", List.of("a")))))),
                arguments(
                        "SQL of other things",
                        List.of(RENAME_NAME),
                        List.of(
                                sqlStep("v", "select names, name\u00e9, \u00e9name from author"),
                                new AddConstraint(AUTHOR, check("title <> 'its name'"))),
                        List.of(
                                sqlStep("v", "select names, name\u00e9, \u00e9name from author"),
                                new AddConstraint(AUTHOR, check("title <> 'its name'")))),
                arguments(
                        "a table dropped that has only another name",
                        List.of(ADD_EMAIL),
                        List.of(new DropTable(BASE.table(POST).orElseThrow())),
                        List.of(new DropTable(BASE.table(POST).orElseThrow()))),
                arguments(
                        "comments",
                        List.of(RENAME_TABLE),
                        List.of(new AlterTableComment(AUTHOR, "", "who")),
                        List.of(new AlterTableComment(WRITER, "", "who"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void adapted(String name, List<Operation> ground, List<Operation> own, List<Operation> expected) {
        Rebase rebase = Rebase.of(BASE, ground, List.of(own));

        if (expected == null) {
            assertThat(rebase.conflicts()).isNotEmpty();
            return;
        }
        assertThat(rebase.conflicts()).isEmpty();
        assertThat(rebase.notes()).isEmpty();
        assertThat(rebase.migrations()).containsExactly(expected);
        SchemaReplay.replay(SchemaReplay.replay(BASE, ground), expected);
    }

    /** What both do. */
    static Stream<List<Operation>> equal() {
        return Stream.of(
                List.of(ADD_EMAIL),
                List.of(new AddColumn(AUTHOR, EMAIL.notNull(), literal("?"))),
                List.of(new CreateTable(tag(EMAIL))),
                List.of(RENAME_TABLE),
                List.of(RENAME_NAME),
                List.of(
                        RENAME_TABLE,
                        new RenameColumn(WRITER, "name", "full_name"),
                        new AddColumn(WRITER, EMAIL, null)),
                List.of(WIDEN),
                List.of(new DropTable(BASE.table(POST).orElseThrow())),
                List.of(new DropIndex(AUTHOR, IX_NAME), DROP_TITLE_KEY, new DropColumn(AUTHOR, TITLE, null)),
                List.of(new AddIndex(AUTHOR, index("i", "title"))),
                List.of(new DropIndex(AUTHOR, IX_NAME), new AddIndex(AUTHOR, index("ix_name", "title"))),
                List.of(new AddConstraint(AUTHOR, check("name <> ''"))),
                List.of(new RenameIndex(AUTHOR, "ix_name", "i"), new RenameConstraint(AUTHOR, "uk_title", "u")),
                List.of(new AlterTableComment(AUTHOR, "", "who")),
                List.of(
                        sqlStep("view", "create view v as select name from author"),
                        new RunData("com.acme.Split", false, true)));
    }

    @ParameterizedTest
    @MethodSource
    void equal(List<Operation> both) {
        Rebase rebase = Rebase.of(BASE, both, List.of(both));

        assertThat(rebase.conflicts()).isEmpty();
        assertThat(rebase.migrations()).containsExactly(List.of());
        assertThat(rebase.notes()).hasSameSizeAs(both);
    }

    /** What the other branch did, what this one did, and why that cannot be. */
    static Stream<Arguments> conflicting() {
        Operation dropName = new DropColumn(AUTHOR, NAME, null);
        Operation dropIndex = new DropIndex(AUTHOR, IX_NAME);
        return Stream.of(
                arguments(
                        List.of(RENAME_NAME),
                        List.of(new RenameColumn(AUTHOR, "name", "label")),
                        "rename column author.name to label: the other branch renamed it to full_name"),
                arguments(
                        List.of(RENAME_TABLE),
                        List.of(new RenameTable(AUTHOR, table("person"))),
                        "rename table author to person: the other branch renamed it to writer"),
                arguments(
                        List.of(WIDEN),
                        List.of(dropIndex, dropName),
                        "drop column author.name, with its values: the other branch changed it"),
                arguments(
                        List.of(dropIndex, dropName),
                        List.of(WIDEN),
                        "change column author.name: type from varchar(80) to varchar(200): the other branch dropped column author.name"),
                arguments(
                        List.of(RENAME_NAME),
                        List.of(dropIndex, dropName),
                        "drop column author.name, with its values: the other branch renamed it to full_name"),
                arguments(
                        List.of(WIDEN),
                        List.of(new AlterColumn(AUTHOR, NAME, NAME.withType(varchar(90)))),
                        "change column author.name: type from varchar(80) to varchar(90): the other branch changed the type, too"),
                arguments(
                        List.of(ADD_EMAIL),
                        List.of(new AddColumn(AUTHOR, EMAIL.withType(varchar(9)), null)),
                        "add column author.email varchar(9): the other branch has a column of this name with another definition"),
                arguments(
                        List.of(ADD_EMAIL),
                        List.of(new AddColumn(AUTHOR, EMAIL, literal("?"))),
                        "add column author.email varchar(255), rows that exist get '?': the other branch added it with another value for the rows that exist"),
                arguments(
                        List.of(new CreateTable(tag(EMAIL))),
                        List.of(new CreateTable(tag(NAME))),
                        "create table tag (1 columns): the other branch has a table of this name with another definition"),
                arguments(
                        List.of(new CreateTable(tag(EMAIL))),
                        List.of(new RenameTable(POST, table("tag"))),
                        "rename table post to tag: There is a table tag already."),
                arguments(
                        List.of(new DropTable(author())),
                        List.of(ADD_EMAIL),
                        "add column author.email varchar(255): the other branch dropped table author"),
                arguments(
                        List.of(ADD_EMAIL),
                        List.of(new DropTable(author())),
                        "drop table author, with its rows: the other branch changed table author"),
                arguments(
                        List.of(new AddConstraint(AUTHOR, check("name <> ''"))),
                        List.of(new AddConstraint(AUTHOR, check("name <> '-'"))),
                        "add check ck on author: the other branch has one of this name with another definition"),
                arguments(
                        List.of(dropIndex, new AddIndex(AUTHOR, index("ix_name", "title"))),
                        List.of(dropIndex),
                        "drop index ix_name on author: the other branch changed it"),
                arguments(
                        List.of(dropIndex),
                        List.of(new RenameIndex(AUTHOR, "ix_name", "i")),
                        "rename index ix_name to i on author: the other branch dropped ix_name"),
                arguments(
                        List.of(new AlterTableComment(AUTHOR, "", "a")),
                        List.of(new AlterTableComment(AUTHOR, "", "b")),
                        "change the comment of table author: the other branch changed the comment, too"),
                arguments(
                        List.of(RENAME_NAME),
                        List.of(new AddConstraint(AUTHOR, check("length(Name) > 1"))),
                        "add check ck on author: its SQL speaks of name, which the other branch renamed or dropped"),
                arguments(
                        List.of(RENAME_NAME),
                        List.of(new AddColumn(AUTHOR, EMAIL.notNull(), sql("name || '@'"))),
                        "add column author.email varchar(255) not null, rows that exist get name || '@': its SQL speaks of name, which the other branch renamed or dropped"),
                arguments(
                        List.of(new AddConstraint(AUTHOR, check("length(Name) > 1"))),
                        List.of(dropIndex, dropName),
                        "drop column author.name, with its values: the other branch has a check that speaks of it: ck"),
                arguments(
                        List.of(new AddConstraint(AUTHOR, check("length(Name) > 1"))),
                        List.of(RENAME_NAME),
                        "rename column author.name to full_name: the other branch has a check that speaks of it: ck"),
                arguments(
                        List.of(new DropIndex(ABROAD, IX_NAME), new AddIndex(ABROAD, index("ix_name", "title"))),
                        List.of(dropIndex, new AddIndex(AUTHOR, IX_NAME), new DropIndex(ABROAD, IX_NAME)),
                        "drop index ix_name on abroad.author: the other branch changed it"),
                arguments(
                        List.of(new AddConstraint(AUTHOR, check("`Order` > 0"))),
                        List.of(new RenameColumn(AUTHOR, ORDER.name(), "rank")),
                        "rename column author.\"order\" to rank: the other branch has a check that speaks of it: ck"),
                arguments(
                        List.of(new RenameColumn(AUTHOR, ORDER.name(), "rank")),
                        List.of(new AddConstraint(AUTHOR, check("order > 0"))),
                        "add check ck on author: its SQL speaks of \"order\", which the other branch renamed or dropped"),
                arguments(
                        List.of(RENAME_NAME),
                        List.of(new AddConstraint(AUTHOR, check("length(`name`) > 1"))),
                        "add check ck on author: its SQL speaks of name, which the other branch renamed or dropped"),
                arguments(
                        List.of(RENAME_TABLE),
                        List.of(sqlStep("v", "insert into author(name) values ('x')")),
                        "run the SQL of v: its SQL speaks of author, which the other branch renamed or dropped"),
                arguments(
                        List.of(RENAME_TABLE),
                        List.of(sqlStep("v", "create view v as select 1 from author")),
                        "run the SQL of v: its SQL speaks of author, which the other branch renamed or dropped"),
                arguments(
                        List.of(sqlStep("v", "update author set name = upper(name)")),
                        List.of(dropIndex, dropName),
                        "drop column author.name, with its values: the other branch has a step that speaks of it: v"),
                arguments(
                        List.of(sqlStep("v", "delete from author")),
                        List.of(new DropTable(author())),
                        "drop table author, with its rows: the other branch has a step that speaks of it: v"),
                arguments(
                        List.of(sqlStep("v", "select 1")),
                        List.of(sqlStep("v", "select 2")),
                        "run the SQL of v: the other branch has a step of this name with another text"));
    }

    @ParameterizedTest
    @MethodSource
    void conflicting(List<Operation> ground, List<Operation> own, String expected) {
        assertThat(Rebase.of(BASE, ground, List.of(own)).conflicts()).containsExactly(expected);
    }

    @Test
    void aKeyThatMakesRoomDoesNotComeBackWhereItWasDropped() {
        Rebase rebase = Rebase.of(
                BASE,
                List.of(DROP_TITLE_KEY),
                List.of(List.of(DROP_TITLE_KEY, RENAME_TITLE, WIDEN_T, new AddConstraint(AUTHOR, UK_T))));

        assertThat(rebase.conflicts()).isEmpty();
        assertThat(rebase.migrations()).containsExactly(List.of(RENAME_TITLE, WIDEN_T));
    }

    @Test
    void aColumnThatCameWithItsTableIsNotThatOfAFormerTable() {
        Operation filled = new AddColumn(POST, EMAIL, literal("?"));
        Operation made = new CreateTable(Table.of(POST, List.of(EMAIL)));
        Operation dropped = new DropTable(BASE.table(POST).orElseThrow());

        assertThat(AddedColumn.in(List.of(filled), POST, "email")).contains((AddColumn) filled);
        assertThat(AddedColumn.in(List.of(filled, dropped, made), POST, "email"))
                .isEmpty();
        assertThat(AddedColumn.in(List.of(filled, new RenameTable(POST, table("old")), made), POST, "email"))
                .isEmpty();
        assertThat(AddedColumn.in(List.of(filled, new RenameTable(POST, table("old")), made), table("old"), "email"))
                .contains((AddColumn) filled);
    }

    @Test
    void anotherTableMayGetTheSameColumnWithOtherValues() {
        Rebase rebase = Rebase.of(
                BASE, List.of(new AddColumn(POST, EMAIL, literal("?")), ADD_EMAIL), List.of(List.of(ADD_EMAIL)));

        assertThat(rebase.conflicts()).isEmpty();
        assertThat(rebase.migrations()).containsExactly(List.of());
    }

    @Test
    void eachOperationOfSeveralMigrationsIsReported() {
        Rebase rebase = Rebase.of(
                BASE,
                List.of(RENAME_NAME, WIDEN_FULL),
                List.of(
                        List.of(ADD_EMAIL, new RenameColumn(AUTHOR, "name", "a")),
                        List.of(new AlterColumn(
                                AUTHOR, NAME.withName("a"), NAME.withName("a").withType(integer())))));

        assertThat(rebase.conflicts()).hasSize(2);
    }

    private static final Operation WIDEN_FULL = new AlterColumn(
            AUTHOR, NAME.withName("full_name"), NAME.withName("full_name").withType(varchar(100)));
}
