package dev.turnstone.dialect;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.blob;
import static dev.turnstone.schema.Definitions.bool;
import static dev.turnstone.schema.Definitions.character;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.date;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.doublePrecision;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.real;
import static dev.turnstone.schema.Definitions.smallint;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.time;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.timestampWithTimeZone;
import static dev.turnstone.schema.Definitions.tinyint;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.uuid;
import static dev.turnstone.schema.Definitions.varbinary;
import static dev.turnstone.schema.Definitions.varchar;
import static dev.turnstone.schema.Definitions.verbatim;

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
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** At least one case for each thing that a dialect can be told. */
final class OperationCases {

    /** A database schema beside the default one. */
    static final String APP = "app";

    static final TableName POST = TableName.of("post");

    private static final TableName AUTHOR = TableName.of("author");
    private static final TableName NOTE = new TableName(APP, "note");
    private static final Column ID = column("id", bigint()).notNull();
    private static final Column TITLE =
            column("title", varchar(20)).withDefault("x").withComment("c");
    private static final Column STARS = column("stars", integer());
    private static final Column WRITER = column("writer", bigint());
    private static final Column STATE = column("state", varchar(10));
    private static final ForeignKey WRITTEN_BY = foreignKey("fk_post_writer", "writer", AUTHOR, "id");
    private static final Table WRITERS = table(AUTHOR, ID, primaryKey("pk_author", "id"));
    private static final Table NOTES =
            table(NOTE, column("id", bigint()), check("ck_note", "id > 0"), index("ix_note", "id"));

    static final String[] ROWS = {
        "INSERT INTO post (id, title, stars) VALUES (7, '12', NULL)",
        "INSERT INTO post (id, title, stars) VALUES (8, '13', 5)"
    };
    private static final String[] FULL_ROWS = {
        "INSERT INTO post (id, title, stars) VALUES (7, '12', 4)",
        "INSERT INTO post (id, title, stars) VALUES (8, '13', 5)"
    };

    private final List<OperationCase> cases = new ArrayList<>();

    private OperationCases() {}

    static List<OperationCase> all() {
        OperationCases all = new OperationCases();
        all.newTables();
        all.tables();
        all.columns();
        all.alterations();
        all.keys();
        all.foreignKeys();
        all.checksAndIndexes();
        all.several();
        all.cases.addAll(RowCases.all());
        all.cases.addAll(SequenceCases.all());
        return all.cases;
    }

    static Table table(TableName name, TableElement... elements) {
        return Table.of(name, List.of(elements));
    }

    /** The table of most cases, with further parts. */
    static Table post(TableElement... more) {
        List<TableElement> elements = new ArrayList<>(List.of(
                ID, TITLE, STARS, primaryKey("pk_post", "id"), unique("uq_title", "title"), index("ix_post", "stars")));
        elements.addAll(List.of(more));
        return Table.of(POST, elements);
    }

    private void add(OperationCase each) {
        cases.add(each);
    }

    /** On tables that are in use, and on tables that nobody uses yet. */
    private void addBoth(OperationCase each) {
        cases.add(each);
        cases.add(each.plain());
    }

    private void newTables() {
        add(OperationCase.of(
                "create_table",
                Schema.EMPTY,
                new CreateTable(table(
                        POST,
                        column("id", bigint()).asIdentity(),
                        column("title", varchar(80))
                                .notNull()
                                .withDefault("it's new")
                                .withComment("what people see"),
                        column("state", varchar(10)).notNull(),
                        column("parent", bigint()),
                        column("made", timestamp(6)).withDefaultSql("CURRENT_TIMESTAMP"),
                        primaryKey("pk_post", "id"),
                        unique("uq_post", "title", "state"),
                        foreignKey("fk_post_parent", "parent", POST, "id")
                                .onDelete(ReferentialAction.SET_NULL)
                                .onUpdate(ReferentialAction.RESTRICT),
                        oneOf("ck_state", "state", "NEW", "it's"),
                        check("ck_title", "LENGTH(title) > 0"),
                        index("ix_post_made", "made", "state"),
                        comment("what people wrote")))));
        add(OperationCase.of(
                "create_table_types",
                Schema.EMPTY,
                new CreateTable(table(
                        POST,
                        column("c01", bool()).withDefault("true"),
                        column("c02", tinyint()).withDefault("-1"),
                        column("c03", smallint()).withDefault("+1"),
                        column("c04", integer()).withDefault("42"),
                        column("c05", bigint()).withDefault("42"),
                        column("c06", real()).withDefault("1.5"),
                        column("c07", doublePrecision()).withDefault("1e3"),
                        column("c08", decimal(19, 2)).withDefault("0.00"),
                        column("c09", character(3)).withDefault("abc"),
                        column("c10", varchar(3)).withDefault(""),
                        column("c11", text()).withDefault("a\nb"),
                        column("c12", varbinary(4)).withDefault("00fF"),
                        column("c13", blob()).withDefault("00"),
                        column("c14", date()).withDefault("2020-01-31"),
                        column("c15", time(3)).withDefault("10:00:00.125"),
                        column("c16", timestamp(0)).withDefault("2020-01-31 10:00:00"),
                        column("c17", timestampWithTimeZone(6)).withDefault("2020-01-31T10:00:00Z"),
                        column("c18", uuid()).withDefault("00000000-0000-0000-0000-000000000001"),
                        column("c19", verbatim("DECIMAL(20)")).withDefault("2")))));
        add(OperationCase.of(
                "create_table_hostile",
                Schema.EMPTY,
                new CreateTable(table(
                        TableName.of("a `\"b'; DROP TABLE x; --"),
                        column("order", integer()),
                        column("user", varchar(40)).withDefault("0); DROP TABLE x; --"),
                        column("é\n?", varchar(40))
                                .withDefault("\\' \\u0027 */ {d ? \n-- 😀 $$")
                                .withComment("'--\n*/ {\\"),
                        column("blob", varchar(9)).withDefault("'"),
                        primaryKey("value", "order"),
                        oneOf("it's", "é\n?", "'); --", "\\'", "\\' \\u0027 */ {d ? \n-- 😀 $$"),
                        index("select", "user"),
                        comment("'; DROP TABLE x; --\\")))));
        add(OperationCase.of(
                "create_table_in_schema",
                NOTES,
                new CreateTable(table(
                        NOTE.sibling("tag"),
                        column("id", bigint()).notNull().withComment("c"),
                        column("note", bigint()),
                        comment("c"),
                        index("ix_tag", "note"),
                        primaryKey("pk_tag", "id")))));
        OperationCase two = OperationCase.of(
                "create_tables",
                Schema.EMPTY,
                new CreateTable(WRITERS),
                new CreateTable(post(WRITER, WRITTEN_BY)),
                new AddColumn(POST, column("made", date()).notNull(), sql("CURRENT_DATE")),
                new AlterColumn(POST, STARS, STARS.withType(bigint()).notNull()),
                new AddConstraint(AUTHOR, check("ck_author", "id > 0")),
                new AddIndex(POST, index("ix_made", "made")));
        addBoth(two);
    }

    private void tables() {
        add(OperationCase.of("drop_table", post(), new DropTable(post())).withRows(ROWS));
        add(OperationCase.of("drop_table_in_schema", NOTES, new DropTable(NOTES)));
        add(OperationCase.of("rename_table", post(), new RenameTable(POST, TableName.of("order"))));
        add(OperationCase.of("rename_table_in_schema", NOTES, new RenameTable(NOTE, NOTE.sibling("tag"))));
        add(OperationCase.of("rename_table_case", post(), new RenameTable(POST, TableName.of("Post"))));
        add(OperationCase.of(
                "rename_table_quoted_case",
                table(TableName.of("user"), STARS),
                new RenameTable(TableName.of("user"), TableName.of("User"))));
        add(OperationCase.of(
                "rename_table_to_schema", Schema.of(post(), NOTES), new RenameTable(POST, NOTE.sibling("post"))));
        add(OperationCase.of(
                "rename_table_referenced",
                Schema.of(WRITERS, post(WRITER, WRITTEN_BY)),
                new RenameTable(AUTHOR, TableName.of("writer"))));
        add(OperationCase.of("alter_table_comment", post(), new AlterTableComment(POST, "", "it's")));
        add(OperationCase.of(
                "alter_table_comment_away", post(comment("it's")), new AlterTableComment(POST, "it's", "")));
    }

    private void columns() {
        add(onPost("add_column", new AddColumn(POST, column("x", varchar(9)), null)));
        add(onPost(
                "add_column_default",
                new AddColumn(POST, column("x", varchar(9)).notNull().withDefault("d"), null)));
        add(onPost(
                "add_column_default_sql",
                new AddColumn(POST, column("x", timestamp(6)).notNull().withDefaultSql("CURRENT_TIMESTAMP"), null)));
        add(onPost(
                "add_column_same_fill",
                new AddColumn(POST, column("x", varchar(9)).withDefault("d"), literal("d"))));
        add(onPost(
                "add_column_fill", new AddColumn(POST, column("x", varchar(9)).notNull(), literal("f"))));
        Column commented = column("x", varchar(20)).notNull().withDefault("d").withComment("c");
        add(onPost("add_column_fill_default", new AddColumn(POST, commented, literal("f"))));
        addBoth(onPost("add_column_fill_sql", new AddColumn(POST, commented, sql("UPPER(title)"))));
        add(onPost("add_column_fill_nullable", new AddColumn(POST, commented.orNull(), sql("UPPER(title)"))));
        Table keyless = table(POST, TITLE);
        addBoth(OperationCase.of("add_column_not_null", keyless, new AddColumn(POST, STARS.notNull(), null)));
        add(OperationCase.of(
                        "add_column_identity",
                        keyless,
                        new AddColumn(POST, ID.asIdentity(), null),
                        new AddConstraint(POST, primaryKey("pk_post", "id")))
                .withRows("INSERT INTO post (title) VALUES ('a')", "INSERT INTO post (title) VALUES ('b')"));
        add(onPost("add_column_longest", new AddColumn(POST, column("x", text()), null)));
        add(OperationCase.of("add_column_in_schema", NOTES, new AddColumn(NOTE, column("x", bigint()), null)));
        add(onPost("drop_column", new DropIndex(POST, index("ix_post", "stars")), new DropColumn(POST, STARS, null)));
        add(OperationCase.of("drop_column_in_schema", table(NOTE, ID, STARS), new DropColumn(NOTE, STARS, null)));
        add(onPost("rename_column", new RenameColumn(POST, "stars", "value")));
        add(onPost("rename_column_of_key", new RenameColumn(POST, "title", "name")));
        add(OperationCase.of(
                "rename_column_quoted_case",
                table(POST, column("order", integer())),
                new RenameColumn(POST, "order", "Order")));
        add(onPost("rename_column_case", new RenameColumn(POST, "stars", "Stars")));
        add(OperationCase.of(
                "rename_column_in_schema", table(NOTE, ID, STARS), new RenameColumn(NOTE, "stars", "points")));
    }

    private void alterations() {
        alter("alter_type_longer", TITLE, TITLE.withType(varchar(99)));
        alter("alter_type_much_longer", TITLE, TITLE.withType(varchar(300)));
        alter("alter_type_shorter", TITLE, TITLE.withType(varchar(3)).notNull());
        alter("alter_type_wider", STARS, STARS.withType(bigint()));
        alter("alter_type_narrower", STARS, STARS.withType(smallint()));
        alter("alter_type_and_default", TITLE, TITLE.withType(integer()).withDefault("0"));
        alter("alter_type_drop_default", TITLE, column("title", integer()).withComment("c"));
        add(OperationCase.of(
                        "alter_type_from_text",
                        table(POST, ID, column("title", text()), primaryKey("pk_post", "id")),
                        new AlterColumn(POST, column("title", text()), column("title", integer())))
                .withRows("INSERT INTO post (id, title) VALUES (1, '12')"));
        alter("alter_default", TITLE, TITLE.withDefault("y"));
        alter("alter_default_sql", TITLE, TITLE.withDefaultSql("UPPER('y')"));
        alter("alter_default_away", TITLE, column("title", varchar(20)).withComment("c"));
        addBoth(OperationCase.of("alter_not_null", post(), new AlterColumn(POST, TITLE, TITLE.notNull()))
                .withRows(ROWS));
        alter("alter_not_null_without_default", STARS, STARS.notNull(), FULL_ROWS);
        alter("alter_not_null_fill", STARS, STARS.notNull().withDefault("1"));
        alter("alter_null", TITLE.notNull(), TITLE);
        alter("alter_to_identity", ID, ID.asIdentity());
        add(OperationCase.of(
                        "alter_from_identity",
                        table(POST, ID.asIdentity(), TITLE, primaryKey("pk_post", "id")),
                        new AlterColumn(POST, ID.asIdentity(), ID.withDefault("5")))
                .withRows("INSERT INTO post (title) VALUES ('a')"));
        alter("alter_comment", TITLE, TITLE.withComment("it's"));
        alter("alter_comment_away", TITLE, TITLE.withComment(""));
        add(OperationCase.of(
                        "alter_all",
                        table(POST, ID, STARS, primaryKey("pk_post", "id")),
                        new AlterColumn(
                                POST,
                                STARS,
                                column("stars", text())
                                        .notNull()
                                        .withDefault("0")
                                        .withComment("c")))
                .withRows("INSERT INTO post (id) VALUES (1)", "INSERT INTO post (id, stars) VALUES (2, 2)"));
        alter("alter_nothing", TITLE, TITLE);
        add(OperationCase.of(
                "alter_in_schema",
                NOTES,
                new AlterColumn(
                        NOTE, column("id", bigint()), ID.withComment("c").withDefault("1"))));
    }

    private void keys() {
        Table keyless = table(POST, ID, TITLE, STARS);
        addBoth(OperationCase.of("add_primary_key", keyless, new AddConstraint(POST, primaryKey("pk_post", "id")))
                .withRows(ROWS));
        add(onPost("drop_primary_key", new DropConstraint(POST, primaryKey("pk_post", "id"))));
        add(onPost(
                "replace_primary_key",
                new DropConstraint(POST, primaryKey("pk_post", "id")),
                new AddColumn(POST, STATE.notNull(), literal("NEW")),
                new AddConstraint(POST, primaryKey("pk_post", "id", "state"))));
        add(OperationCase.of(
                        "replace_identity",
                        table(POST, ID.asIdentity(), TITLE, primaryKey("pk_post", "id")),
                        new AlterColumn(POST, TITLE, TITLE.notNull()),
                        new DropConstraint(POST, primaryKey("pk_post", "id")),
                        new DropColumn(POST, ID.asIdentity(), null),
                        new AddConstraint(POST, primaryKey("pk_post_title", "title")))
                .withRows("INSERT INTO post (title) VALUES ('a')", "INSERT INTO post (title) VALUES ('b')"));
        add(onPost("rename_primary_key", new RenameConstraint(POST, "pk_post", "pk")));
        addBoth(onPost("add_unique", new AddConstraint(POST, unique("uq", "id", "title"))));
        add(onPost("drop_unique", new DropConstraint(POST, unique("uq_title", "title"))));
        add(onPost("rename_unique", new RenameConstraint(POST, "uq_title", "uq")));
        add(OperationCase.of("add_unique_in_schema", NOTES, new AddConstraint(NOTE, unique("uq_note", "id"))));
        add(OperationCase.of(
                "drop_unique_in_schema",
                table(NOTE, ID, unique("uq_note", "id")),
                new DropConstraint(NOTE, unique("uq_note", "id"))));
    }

    private void foreignKeys() {
        Schema keyless = Schema.of(WRITERS, post(WRITER));
        Schema keyed = Schema.of(WRITERS, post(WRITER, WRITTEN_BY));
        Schema indexed = Schema.of(WRITERS, post(WRITER, WRITTEN_BY, index("ix_writer", "writer")));
        String[] rows = {
            "INSERT INTO author (id) VALUES (1)",
            "INSERT INTO post (id, writer) VALUES (1, 1)",
            "INSERT INTO post (id, title, writer) VALUES (2, 'y', NULL)"
        };
        addBoth(OperationCase.of("add_foreign_key", keyless, new AddConstraint(POST, WRITTEN_BY))
                .withRows(rows));
        add(OperationCase.of(
                        "add_foreign_key_actions",
                        keyless,
                        new AddConstraint(
                                POST,
                                WRITTEN_BY.onDelete(ReferentialAction.CASCADE).onUpdate(ReferentialAction.CASCADE)))
                .withRows(rows));
        add(OperationCase.of(
                "add_foreign_key_set_default",
                keyless,
                new AddConstraint(POST, WRITTEN_BY.onDelete(ReferentialAction.SET_DEFAULT))));
        add(OperationCase.of(
                        "add_foreign_key_to_itself",
                        post(WRITER),
                        new AddConstraint(POST, foreignKey("fk_post_writer", "writer", POST, "id")))
                .withRows("INSERT INTO post (id, writer) VALUES (1, 1)"));
        add(OperationCase.of(
                        "add_foreign_key_and_column",
                        Schema.of(WRITERS, post()),
                        new AddColumn(POST, WRITER, null),
                        new AddConstraint(POST, WRITTEN_BY),
                        new AddIndex(POST, index("ix_writer", "writer")))
                .withRows(ROWS));
        add(OperationCase.of("drop_foreign_key", keyed, new DropConstraint(POST, WRITTEN_BY))
                .withRows(rows));
        add(OperationCase.of(
                        "drop_foreign_key_and_column",
                        keyed,
                        new DropConstraint(POST, WRITTEN_BY),
                        new DropColumn(POST, WRITER, null))
                .withRows(rows));
        add(OperationCase.of("drop_foreign_key_with_index", indexed, new DropConstraint(POST, WRITTEN_BY))
                .withRows(rows));
        add(OperationCase.of("rename_foreign_key", keyed, new RenameConstraint(POST, "fk_post_writer", "fk_written_by"))
                .withRows(rows));
        add(OperationCase.of(
                        "add_index_of_foreign_key", keyed, new AddIndex(POST, index("ix_writer", "writer", "stars")))
                .withRows(rows));
        add(OperationCase.of("rename_column_of_foreign_key", keyed, new RenameColumn(POST, "writer", "author"))
                .withRows(rows));
        add(OperationCase.of(
                "drop_referencing_tables",
                keyed,
                new DropConstraint(POST, WRITTEN_BY),
                new DropTable(WRITERS),
                new DropTable(post(WRITER))));
    }

    private void checksAndIndexes() {
        Constraint states = oneOf("ck_state", "state", "NEW", "it's");
        String[] rows = {"INSERT INTO post (id, state) VALUES (1, 'NEW')"};
        addBoth(OperationCase.of("add_check", post(STATE), new AddConstraint(POST, states))
                .withRows(rows));
        add(OperationCase.of("drop_check", post(STATE, states), new DropConstraint(POST, states))
                .withRows(rows));
        add(OperationCase.of(
                        "replace_check",
                        post(STATE, states),
                        new DropConstraint(POST, states),
                        new AddConstraint(POST, oneOf("ck_state", "state", "NEW", "OLD")))
                .withRows(rows));
        add(OperationCase.of("rename_check", post(STATE, states), new RenameConstraint(POST, "ck_state", "ck"))
                .withRows(rows));
        add(OperationCase.of("rename_column_of_check", post(STATE, states), new RenameColumn(POST, "state", "phase"))
                .withRows(rows));
        add(OperationCase.of("add_check_in_schema", NOTES, new AddConstraint(NOTE, check("ck2", "id < 9"))));
        add(OperationCase.of("rename_check_in_schema", NOTES, new RenameConstraint(NOTE, "ck_note", "order")));
        addBoth(onPost("add_index", new AddIndex(POST, index("ix", "title", "stars"))));
        add(onPost("drop_index", new DropIndex(POST, index("ix_post", "stars"))));
        add(onPost("rename_index", new RenameIndex(POST, "ix_post", "ix")));
        add(onPost("rename_index_case", new RenameIndex(POST, "ix_post", "IX_post")));
        add(OperationCase.of("add_index_in_schema", NOTES, new AddIndex(NOTE, index("ix", "id"))));
        add(OperationCase.of("drop_index_in_schema", NOTES, new DropIndex(NOTE, index("ix_note", "id"))));
        add(OperationCase.of("rename_index_in_schema", NOTES, new RenameIndex(NOTE, "ix_note", "ix")));
    }

    private void several() {
        OperationCase several = onPost(
                "several_changes",
                new RenameTable(POST, TableName.of("entry")),
                new RenameColumn(TableName.of("entry"), "stars", "points"),
                new DropIndex(TableName.of("entry"), index("ix_post", "points")),
                new DropConstraint(TableName.of("entry"), unique("uq_title", "title")),
                new AddColumn(TableName.of("entry"), STATE.notNull().withDefault("NEW"), null),
                new AddColumn(TableName.of("entry"), column("made", date()), null),
                new AlterColumn(
                        TableName.of("entry"),
                        TITLE,
                        TITLE.withType(varchar(30)).notNull()),
                new AddConstraint(TableName.of("entry"), unique("uq_entry", "title", "made")),
                new AddIndex(TableName.of("entry"), index("ix_entry", "state")),
                new AlterTableComment(TableName.of("entry"), "", "now entries"));
        addBoth(several);
        add(onPost(
                "swap_columns",
                new RenameColumn(POST, "title", "old"),
                new RenameColumn(POST, "stars", "title"),
                new RenameColumn(POST, "old", "stars")));
    }

    private void alter(String name, Column from, Column to, String... rows) {
        Table before =
                from.equals(TITLE.notNull()) ? table(POST, ID, from, STARS, primaryKey("pk_post", "id")) : post();
        add(OperationCase.of(name, before, new AlterColumn(POST, from, to)).withRows(rows.length == 0 ? ROWS : rows));
    }

    private static OperationCase onPost(String name, Operation... operations) {
        return OperationCase.of(name, post(), operations).withRows(ROWS);
    }
}
