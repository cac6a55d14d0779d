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
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * One case for each thing that H2 is told: the operation, and what the database holds before.
 *
 * @param name the golden file's name
 * @param before statements that make the database ready
 * @param operation what is rendered
 */
record H2Cases(String name, List<String> before, Operation operation) {

    private static final TableName POST = TableName.of("post");
    private static final TableName NOTE = new TableName("app", "note");
    private static final String TABLE =
            "CREATE TABLE post (id BIGINT NOT NULL, title VARCHAR(20) DEFAULT 'x' COMMENT 'c', stars INTEGER,"
                    + " CONSTRAINT pk_post PRIMARY KEY (id), CONSTRAINT uq_title UNIQUE (title))";
    private static final String ROWS = "INSERT INTO post VALUES (7, '12', NULL), (8, '13', 5)";
    private static final String INDEX = "CREATE INDEX ix_post ON post (stars)";
    private static final List<String> APP = List.of(
            "CREATE SCHEMA app",
            "CREATE TABLE app.note (id BIGINT, CONSTRAINT ck CHECK (id > 0))",
            "CREATE INDEX app.ix_note ON app.note (id)");
    private static final Column TITLE =
            column("title", varchar(20)).withDefault("x").withComment("c");
    private static final Column STARS = column("stars", integer());
    private static final Column ID = column("id", bigint()).notNull();

    @Override
    public String toString() {
        return name;
    }

    static List<H2Cases> all() {
        List<H2Cases> cases = new ArrayList<>();
        tables(cases);
        columns(cases);
        alterations(cases);
        parts(cases);
        return cases;
    }

    private static void tables(List<H2Cases> cases) {
        cases.add(empty(
                "create_table",
                new CreateTable(Table.of(
                        POST,
                        List.<TableElement>of(
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
                                        .onUpdate(ReferentialAction.CASCADE),
                                oneOf("ck_state", "state", "NEW", "it's"),
                                check("ck_title", "LENGTH(title) > 0"),
                                index("ix_post_made", "made", "state"),
                                comment("what people wrote"))))));
        cases.add(empty(
                "create_table_types",
                new CreateTable(Table.of(
                        POST,
                        List.<TableElement>of(
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
                                column("c17", timestampWithTimeZone(9)).withDefault("2020-01-31T10:00:00Z"),
                                column("c18", uuid()).withDefault("00000000-0000-0000-0000-000000000001"),
                                column("c19", verbatim("DECFLOAT(20)")).withDefault("1.5"))))));
        cases.add(empty(
                "create_table_hostile",
                new CreateTable(Table.of(
                        TableName.of("a \"b'; DROP TABLE x; --"),
                        List.<TableElement>of(
                                column("order", integer()).withDefault("0); DROP TABLE x; --"),
                                column("user", bool()).withDefault("1=1"),
                                column("é\n😀", varchar(40))
                                        .withDefault("\\' \\u0027 */ {d ? \n-- 😀 $$")
                                        .withComment("'--\n*/ {"),
                                column("blob", varbinary(9)).withDefault("'"),
                                primaryKey("value", "order"),
                                oneOf("it's", "é\n😀", "'); --", "\\'"),
                                index("select", "user"),
                                comment("'; DROP TABLE x; --"))))));
        cases.add(with(
                APP,
                "create_table_in_schema",
                new CreateTable(Table.of(
                        new TableName("app", "tag"),
                        List.<TableElement>of(
                                column("id", bigint()), index("ix_tag", "id"), primaryKey("pk_tag", "id"))))));
        cases.add(post("drop_table", new DropTable(Table.of(POST, List.of(ID)))));
        cases.add(with(APP, "drop_table_in_schema", new DropTable(Table.of(NOTE, List.of(ID)))));
        cases.add(post("rename_table", new RenameTable(POST, TableName.of("order"))));
        cases.add(with(APP, "rename_table_in_schema", new RenameTable(NOTE, NOTE.sibling("tag"))));
        cases.add(post("rename_table_case", new RenameTable(POST, TableName.of("Post"))));
        cases.add(with(
                List.of("CREATE TABLE \"user\" (id INTEGER)"),
                "rename_table_quoted_case",
                new RenameTable(TableName.of("user"), TableName.of("User"))));
        cases.add(post("rename_table_to_schema", new RenameTable(POST, NOTE)));
        cases.add(post("alter_table_comment", new AlterTableComment(POST, "", "it's")));
        cases.add(post("alter_table_comment_away", new AlterTableComment(POST, "it's", "")));
    }

    private static void columns(List<H2Cases> cases) {
        cases.add(post("add_column", new AddColumn(POST, column("x", varchar(9)), null)));
        cases.add(post(
                "add_column_default",
                new AddColumn(POST, column("x", varchar(9)).notNull().withDefault("d"), null)));
        cases.add(post(
                "add_column_same_fill",
                new AddColumn(POST, column("x", varchar(9)).withDefault("d"), literal("d"))));
        cases.add(post(
                "add_column_fill", new AddColumn(POST, column("x", varchar(9)).notNull(), literal("f"))));
        cases.add(post(
                "add_column_fill_default",
                new AddColumn(
                        POST, column("x", varchar(9)).notNull().withDefault("d").withComment("c"), literal("f"))));
        cases.add(post(
                "add_column_fill_sql",
                new AddColumn(
                        POST,
                        column("x", varchar(9)).notNull().withDefault("d").withComment("c"),
                        sql("UPPER(title) || id"))));
        cases.add(post(
                "add_column_identity", new AddColumn(POST, column("x", bigint()).asIdentity(), null)));
        cases.add(post("drop_column", new DropColumn(POST, STARS, null)));
        cases.add(with(APP, "add_column_in_schema", new AddColumn(NOTE, column("x", bigint()), null)));
        cases.add(post("rename_column", new RenameColumn(POST, "stars", "value")));
        cases.add(with(
                List.of("CREATE TABLE post (\"order\" INTEGER)"),
                "rename_column_quoted_case",
                new RenameColumn(POST, "order", "Order")));
        cases.add(post("rename_column_case", new RenameColumn(POST, "stars", "Stars")));
    }

    private static void alterations(List<H2Cases> cases) {
        cases.add(alter("alter_type", TITLE, TITLE.withType(varchar(99))));
        cases.add(
                alter("alter_type_and_default", TITLE, TITLE.withType(integer()).withDefault("0")));
        cases.add(alter(
                "alter_type_drop_default", TITLE, column("title", integer()).withComment("c")));
        cases.add(alter(
                "alter_type_from_text",
                column("title", text()),
                column("title", integer()),
                "ALTER TABLE post DROP CONSTRAINT uq_title",
                "ALTER TABLE post ALTER COLUMN title DROP DEFAULT",
                "ALTER TABLE post ALTER COLUMN title SET DATA TYPE CHARACTER LARGE OBJECT"));
        cases.add(alter("alter_default", TITLE, TITLE.withDefaultSql("CURRENT_USER")));
        cases.add(
                alter("alter_default_away", TITLE, column("title", varchar(20)).withComment("c")));
        cases.add(alter("alter_not_null", TITLE, TITLE.notNull()));
        cases.add(alter("alter_not_null_fill", STARS, STARS.notNull().withDefault("1")));
        cases.add(alter("alter_null", ID, column("id", bigint()), "ALTER TABLE post DROP CONSTRAINT pk_post"));
        cases.add(alter("alter_to_identity", ID, ID.asIdentity()));
        cases.add(alter("alter_null_to_identity", STARS, STARS.asIdentity(), "UPDATE post SET stars = 4"));
        cases.add(alter(
                "alter_from_identity",
                ID.asIdentity(),
                ID.withDefault("5"),
                "ALTER TABLE post ALTER COLUMN id SET GENERATED BY DEFAULT"));
        cases.add(alter("alter_comment", TITLE, TITLE.withComment("it's")));
        cases.add(alter("alter_comment_away", TITLE, TITLE.withComment("")));
        cases.add(alter(
                "alter_all",
                STARS,
                column("stars", text()).notNull().withDefault("0").withComment("c"),
                "DROP INDEX ix_post"));
        cases.add(alter("alter_nothing", TITLE, TITLE));
    }

    private static void parts(List<H2Cases> cases) {
        cases.add(post(
                "add_primary_key",
                new AddConstraint(POST, primaryKey("pk", "id")),
                "ALTER TABLE post DROP CONSTRAINT pk_post"));
        cases.add(post("add_unique", new AddConstraint(POST, unique("uq", "id", "title"))));
        cases.add(post(
                "add_foreign_key",
                new AddConstraint(
                        POST,
                        foreignKey("fk", "id", POST, "id")
                                .onDelete(ReferentialAction.RESTRICT)
                                .onUpdate(ReferentialAction.SET_DEFAULT))));
        cases.add(with(APP, "add_check_in_schema", new AddConstraint(NOTE, check("ck2", "id < 9"))));
        cases.add(post("drop_constraint", new DropConstraint(POST, unique("uq_title", "title"))));
        cases.add(post("rename_constraint", new RenameConstraint(POST, "uq_title", "uq")));
        cases.add(with(APP, "rename_constraint_in_schema", new RenameConstraint(NOTE, "ck", "order")));
        cases.add(post("add_index", new AddIndex(POST, index("ix", "title", "stars"))));
        cases.add(post("drop_index", new DropIndex(POST, index("ix_post", "stars"))));
        cases.add(post("rename_index", new RenameIndex(POST, "ix_post", "ix")));
        cases.add(with(APP, "add_index_in_schema", new AddIndex(NOTE, index("ix", "id"))));
        cases.add(with(APP, "drop_index_in_schema", new DropIndex(NOTE, index("ix_note", "id"))));
        cases.add(with(APP, "rename_index_in_schema", new RenameIndex(NOTE, "ix_note", "ix")));
    }

    private static H2Cases empty(String name, Operation operation) {
        return new H2Cases(name, List.of(), operation);
    }

    private static H2Cases alter(String name, Column from, Column to, String... more) {
        return post(name, new AlterColumn(POST, from, to), more);
    }

    private static H2Cases post(String name, Operation operation, String... more) {
        List<String> before = new ArrayList<>(List.of(TABLE, ROWS, INDEX));
        before.addAll(List.of(more));
        return new H2Cases(name, before, operation);
    }

    private static H2Cases with(List<String> before, String name, Operation operation) {
        return new H2Cases(name, before, operation);
    }
}
