package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.author;
import static dev.turnstone.processor.diff.Blog.fk;
import static dev.turnstone.processor.diff.Blog.ref;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.date;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.time;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import java.util.List;
import java.util.stream.Stream;

/** Sections 3 and 4 of the catalogue: columns that are added, dropped, changed and renamed. */
final class ColumnCases {

    private ColumnCases() {}

    private static final Column NR = column("nr", integer());

    private static Column now(String name, ColumnType type) {
        return column(name, type).notNull().withDefaultSql("current_timestamp");
    }

    static Stream<DiffCase> added() {
        Column state = column("state", varchar(9)).notNull().withDefault("NEW");
        return Stream.of(
                new DiffCase(
                        "test_add_field",
                        author(),
                        author(NAME),
                        c -> c.table("author").addColumn(NAME)),
                new DiffCase(
                        "test_add_not_null_field_with_db_default, test_add_field_with_default",
                        author(),
                        author(state),
                        c -> c.table("author").addColumn(state)),
                new DiffCase(
                        "test_add_auto_field_does_not_request_default",
                        new Entities().table("log", NAME),
                        new Entities()
                                .table("log", NAME, column("nr", integer()).asIdentity()),
                        c -> c.table("log").addColumn(column("nr", integer()).asIdentity())),
                new DiffCase(
                        "test_add_date_fields_with_auto_now_not_asking_for_default,"
                                + " test_add_date_fields_with_auto_now_add_not_asking_for_null_addition",
                        author(),
                        author(now("day", date()), now("hour", time(0)), now("moment", timestamp(6))),
                        c -> {
                            c.table("author").addColumn(now("day", date()));
                            c.table("author").addColumn(now("hour", time(0)));
                            c.table("author").addColumn(now("moment", timestamp(6)));
                        }),
                new DiffCase(
                        "test_add_alter_order_with_respect_to, test_set_alter_order_with_respect_to: the column that a"
                                + " list is ordered by is a field",
                        author().table("post", with("post")),
                        author().table("post", with("post", ref("author"), fk("post", "author", "author"), NR)),
                        c -> {
                            c.table("post").addColumn(ref("author"));
                            c.table("post").addColumn(NR);
                            c.table("post").add(fk("post", "author", "author"));
                        }),
                new DiffCase(
                        "test_remove_alter_order_with_respect_to",
                        author().table("post", with("post", ref("author"), fk("post", "author", "author"), NR)),
                        author().table("post", with("post"))
                                .droppedColumn("post", "author")
                                .droppedColumn("post", "nr"),
                        c -> {
                            c.table("post").drop(fk("post", "author", "author"));
                            c.table("post").dropColumn(ref("author"));
                            c.table("post").dropColumn(NR);
                        }),
                new DiffCase(
                        "test_set_alter_order_with_respect_to_index_constraint_unique_together",
                        author(),
                        author(NR, check("ck_nr", "nr > 0"), unique("uk_nr", "id", "nr"), index("ix_nr", "nr")),
                        c -> {
                            c.table("author").addColumn(NR);
                            c.table("author").add(unique("uk_nr", "id", "nr"));
                            c.table("author").add(index("ix_nr", "nr"));
                            c.table("author").add(check("ck_nr", "nr > 0"));
                        }),
                new DiffCase(
                        "test_remove_field",
                        author(NAME),
                        author().droppedColumn("author", "name"),
                        c -> c.table("author").dropColumn(NAME)),
                new DiffCase(
                        "dropped NOT NULL columns get a value when they come back",
                        author(
                                column("a", integer()).notNull(),
                                column("b", varchar(9)).notNull(),
                                column("c", text()).notNull().withDefault("x"),
                                oneOf("ck_author_b", "b", "NEW", "OLD")),
                        author().droppedColumn("author", "a")
                                .droppedColumn("author", "b")
                                .droppedColumn("author", "C"),
                        c -> {
                            c.table("author").drop(oneOf("ck_author_b", "b", "NEW", "OLD"));
                            c.table("author").dropColumn(column("a", integer()).notNull(), literal("0"));
                            c.table("author").dropColumn(column("b", varchar(9)).notNull(), literal("NEW"));
                            c.table("author")
                                    .dropColumn(column("c", text()).notNull().withDefault("x"));
                        }),
                new DiffCase(
                        "dropped columns of a key come back without their default, which would be there twice",
                        author(
                                column("a", integer()).withDefault("1"),
                                column("b", integer()).withDefault("1"),
                                unique("uk_author_a", "a")),
                        author().droppedColumn("author", "a").droppedColumn("author", "b"),
                        c -> {
                            c.table("author").drop(unique("uk_author_a", "a"));
                            c.table("author").dropColumn(column("a", integer()).withDefault("1"), sql("NULL"));
                            c.table("author").dropColumn(column("b", integer()).withDefault("1"));
                        }),
                new DiffCase(
                        "test_alter_field",
                        author(NAME),
                        author(NAME.withType(varchar(80))),
                        c -> c.table("author").alterColumn(NAME, NAME.withType(varchar(80)))),
                new DiffCase(
                        "test_alter_field_to_not_null_with_default, test_alter_field_to_not_null_with_db_default",
                        author(NAME),
                        author(NAME.notNull().withDefault("x")),
                        c -> c.table("author").alterColumn(NAME, NAME.notNull().withDefault("x"))),
                new DiffCase(
                        "test_alter_field_to_not_null_without_default",
                        author(NAME),
                        author(NAME.notNull()),
                        c -> c.table("author").alterColumn(NAME, NAME.notNull())),
                new DiffCase(
                        "comment of a column",
                        author(NAME),
                        author(NAME.withComment("x")),
                        c -> c.table("author").alterColumn(NAME, NAME.withComment("x"))),
                new DiffCase(
                        "identity moves to another column, never on both",
                        new Entities()
                                .table(
                                        "log",
                                        column("a", bigint()).asIdentity(),
                                        column("b", bigint()).notNull()),
                        new Entities()
                                .table(
                                        "log",
                                        column("a", bigint()).notNull(),
                                        column("b", bigint()).asIdentity()),
                        c -> {
                            c.table("log")
                                    .alterColumn(
                                            column("a", bigint()).asIdentity(),
                                            column("a", bigint()).notNull());
                            c.table("log")
                                    .alterColumn(
                                            column("b", bigint()).notNull(),
                                            column("b", bigint()).asIdentity());
                        }),
                new DiffCase(
                        "identity of a dropped column goes before the new one comes",
                        new Entities().table("log", column("a", bigint()).asIdentity()),
                        new Entities()
                                .table("log", column("b", bigint()).asIdentity())
                                .droppedColumn("log", "a"),
                        c -> {
                            c.table("log")
                                    .alterColumn(
                                            column("a", bigint()).asIdentity(),
                                            column("a", bigint()).notNull());
                            c.table("log").addColumn(column("b", bigint()).asIdentity());
                            c.table("log").dropColumn(column("a", bigint()).notNull(), literal("0"));
                        }),
                new DiffCase(
                        "type of a referenced column: the foreign key is away meanwhile",
                        author().table("post", with("post", ref("author"), fk("post", "author", "author"))),
                        new Entities()
                                .table("author", column("id", integer()).asIdentity(), primaryKey("pk_author", "id"))
                                .table(
                                        "post",
                                        with("post", column("author", integer()), fk("post", "author", "author"))),
                        c -> {
                            c.table("post").drop(fk("post", "author", "author"));
                            c.table("author")
                                    .alterColumn(
                                            column("id", bigint()).asIdentity(),
                                            column("id", integer()).asIdentity());
                            c.table("post").alterColumn(ref("author"), column("author", integer()));
                            c.table("post").add(fk("post", "author", "author"));
                        }));
    }

    static Stream<DiffCase> renamed() {
        Column body = NAME.withName("body");
        Entities composite = new Entities()
                .table(
                        "author",
                        column("a", bigint()).notNull(),
                        column("b", bigint()).notNull(),
                        primaryKey("pk_author", "a", "b"))
                .table(
                        "post",
                        column("x", bigint()),
                        column("y", bigint()),
                        foreignKey("fk_post_x_y", List.of("x", "y"), table("author"), List.of("a", "b")));
        return Stream.of(
                new DiffCase(
                        "test_rename_field",
                        author(NAME),
                        author(body).renamed("author", "body", "name"),
                        c -> c.table("author").renameColumn("name", "body")),
                new DiffCase(
                        "test_rename_field: the hint names the old field",
                        author(NAME).field("author", "name", "address.street"),
                        author(body).field("author", "body", "home.street").renamed("author", "body", "address.street"),
                        c -> c.table("author").renameColumn("name", "body")),
                new DiffCase(
                        "test_rename_field_foreign_key_to_field",
                        author(ref("nr"), unique("uk_author_nr", "nr"))
                                .table(
                                        "post",
                                        ref("author"),
                                        foreignKey("fk_post_author", "author", table("author"), "nr")),
                        author(ref("number"), unique("uk_author_number", "number"))
                                .renamed("author", "number", "nr")
                                .table(
                                        "post",
                                        ref("author"),
                                        foreignKey("fk_post_author", "author", table("author"), "number")),
                        c -> c.table("author").renameColumn("nr", "number")),
                new DiffCase(
                        "test_rename_foreign_object_fields, target side",
                        composite,
                        new Entities()
                                .table(
                                        "author",
                                        column("c", bigint()).notNull(),
                                        column("d", bigint()).notNull(),
                                        primaryKey("pk_author", "c", "d"))
                                .table(
                                        "post",
                                        column("x", bigint()),
                                        column("y", bigint()),
                                        foreignKey(
                                                "fk_post_x_y", List.of("x", "y"), table("author"), List.of("c", "d")))
                                .renamed("author", "c", "a")
                                .renamed("author", "d", "b"),
                        c -> {
                            c.table("author").renameColumn("a", "c");
                            c.table("author").renameColumn("b", "d");
                        }),
                new DiffCase(
                        "test_rename_foreign_object_fields, source side",
                        composite,
                        new Entities()
                                .table(
                                        "author",
                                        column("a", bigint()).notNull(),
                                        column("b", bigint()).notNull(),
                                        primaryKey("pk_author", "a", "b"))
                                .table(
                                        "post",
                                        column("v", bigint()),
                                        column("w", bigint()),
                                        foreignKey(
                                                "fk_post_v_w", List.of("v", "w"), table("author"), List.of("a", "b")))
                                .renamed("post", "v", "x")
                                .renamed("post", "w", "y"),
                        c -> {
                            c.table("post").renameColumn("x", "v");
                            c.table("post").renameColumn("y", "w");
                        }),
                new DiffCase(
                        "test_rename_referenced_primary_key",
                        author().table("post", with("post", ref("author"), fk("post", "author", "author"))),
                        new Entities()
                                .table("author", column("nr", bigint()).asIdentity(), primaryKey("pk_author", "nr"))
                                .renamed("author", "nr", "id")
                                .table(
                                        "post",
                                        with(
                                                "post",
                                                ref("author"),
                                                foreignKey("fk_post_author", "author", table("author"), "nr"))),
                        c -> c.table("author").renameColumn("id", "nr")),
                DiffCase.nothing(
                        "test_rename_field_preserved_db_column, test_rename_related_field_preserved_db_column",
                        author(NAME),
                        author(NAME).field("author", "name", "nickname")),
                new DiffCase(
                        "a pinned field with a renamed column needs no hint",
                        author(NAME).field("author", "name", "nickname"),
                        author(body).field("author", "body", "nickname"),
                        c -> c.table("author").renameColumn("name", "body")),
                new DiffCase(
                        "test_rename_field_with_renamed_model",
                        author(NAME),
                        new Entities()
                                .table("writer", with("writer", body))
                                .renamed("writer", "author")
                                .renamed("writer", "body", "name"),
                        c -> {
                            c.table("author").rename("writer");
                            c.table("writer").renameColumn("name", "body");
                        }),
                new DiffCase(
                        "a column of composite keys, indexes and references is renamed: all of them follow",
                        parts("a"),
                        parts("z").renamed("line", "z", "a").renamed("line", "nr", "number"),
                        c -> {
                            c.table("line").renameColumn("a", "z");
                            c.table("line").renameColumn("number", "nr");
                        }),
                new DiffCase(
                        "the column of a hand-written check is renamed: its text changes, so it is another check",
                        author(NAME, check("ck_a", "name <> ''"), check("ck_b", "id > 0")),
                        author(body, check("ck_a", "body <> ''"), check("ck_b", "id > 0"))
                                .renamed("author", "body", "name"),
                        c -> {
                            c.table("author").drop(check("ck_a", "name <> ''"));
                            c.table("author").renameColumn("name", "body");
                            c.table("author").add(check("ck_a", "body <> ''"));
                        }),
                DiffCase.nothing("letter case of a column", author(NAME), author(NAME.withName("NAME"))),
                new DiffCase(
                        "Django lacks 1: rename and alter in one step",
                        author(NAME, index("ix_author_name", "name")),
                        author(body.withType(text()).notNull(), index("ix_author_body", "body"))
                                .renamed("author", "body", "name"),
                        c -> {
                            c.table("author").renameColumn("name", "body");
                            c.table("author")
                                    .alterColumn(body, body.withType(text()).notNull());
                        }),
                new DiffCase(
                        "Django lacks 2: two dropped, one added",
                        author(NAME, column("nick", varchar(40))),
                        author(body).renamed("author", "body", "nick").droppedColumn("author", "name"),
                        c -> {
                            c.table("author").renameColumn("nick", "body");
                            c.table("author").dropColumn(NAME);
                        }),
                new DiffCase(
                        "Django lacks 2: swapped names",
                        author(NAME, column("title", text()), check("ck_author_x", "1 = 1"))
                                .field("author", "name", "a")
                                .field("author", "title", "b"),
                        author(column("title", varchar(40)), column("name", text()), check("ck_author_x", "1 = 1"))
                                .field("author", "title", "a")
                                .field("author", "name", "b")
                                .renamed("author", "title", "name")
                                .renamed("author", "name", "title"),
                        c -> {
                            c.table("author").renameColumn("name", "turnstone_1");
                            c.table("author").renameColumn("title", "name");
                            c.table("author").renameColumn("turnstone_1", "title");
                        }),
                new DiffCase(
                        "a chain of renames, from its end",
                        author(column("a", text()), column("b", varchar(9))),
                        author(column("b", text()), column("c", varchar(9)))
                                .renamed("author", "b", "a")
                                .renamed("author", "c", "b"),
                        c -> {
                            c.table("author").renameColumn("b", "c");
                            c.table("author").renameColumn("a", "b");
                        }),
                new DiffCase(
                        "a column goes, and another gets its name",
                        author(NAME, column("nick", text()), index("ix_author_name", "name")),
                        author(column("name", text()), index("ix_author_name", "name"))
                                .renamed("author", "name", "nick")
                                .droppedColumn("author", "name"),
                        c -> {
                            c.table("author").drop(index("ix_author_name", "name"));
                            c.table("author").dropColumn(NAME);
                            c.table("author").renameColumn("nick", "name");
                            c.table("author").add(index("ix_author_name", "name"));
                        }));
    }

    /** Two tables with every kind of part over a column {@code a} or {@code z}, and others beside it. */
    private static Entities parts(String name) {
        boolean old = name.equals("a");
        String nr = old ? "number" : "nr";
        Column column = column(name, bigint()).notNull();
        return new Entities()
                .table("author", with("author", NAME))
                .table(
                        "line",
                        column,
                        column("b", bigint()).notNull(),
                        column(nr, varchar(9)),
                        primaryKey("pk_line", name, "b"),
                        unique("uk_line", "b", name),
                        unique("uk_line_nr", nr, name),
                        index("ix_line", name, nr),
                        oneOf("ck_line", nr, "X", "Y"),
                        foreignKey("fk_line_author", name, table("author"), "id"))
                .table(
                        "part",
                        column("x", bigint()),
                        column("y", bigint()),
                        foreignKey("fk_part", List.of("x", "y"), table("line"), List.of(name, "b")));
    }
}
