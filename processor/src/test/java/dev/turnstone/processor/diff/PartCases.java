package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.ID;
import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.TITLE;
import static dev.turnstone.processor.diff.Blog.fk;
import static dev.turnstone.processor.diff.Blog.pk;
import static dev.turnstone.processor.diff.Blog.post;
import static dev.turnstone.processor.diff.Blog.ref;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.unique;

import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.TableElement;
import java.util.List;
import java.util.stream.Stream;

/** Sections 8, 9 and 13 of the catalogue: constraints, join tables, primary keys. */
final class PartCases {

    private PartCases() {}

    static Stream<DiffCase> constraints() {
        Column state = column("state", NAME.type());
        return Stream.of(
                new DiffCase(
                        "test_create_model_with_check_constraint, test_create_model_with_indexes, test_add_model_order_with_respect_to,"
                                + " test_add_model_order_with_respect_to_unique_together,"
                                + " test_add_model_order_with_respect_to_constraint, test_add_model_order_with_respect_to_index",
                        new Entities(),
                        post(check("ck_a", "name <> ''"), index("ix_a", "name"), unique("uk_a", "title")),
                        c -> c.table("post")
                                .createTable(with(
                                        "post",
                                        NAME,
                                        TITLE,
                                        check("ck_a", "name <> ''"),
                                        index("ix_a", "name"),
                                        unique("uk_a", "title")))),
                new DiffCase(
                        "test_add_constraints",
                        post(),
                        post(check("ck_a", "name <> ''")),
                        c -> c.table("post").add(check("ck_a", "name <> ''"))),
                new DiffCase(
                        "test_remove_constraints",
                        post(check("ck_a", "name <> ''")),
                        post(),
                        c -> c.table("post").drop(check("ck_a", "name <> ''"))),
                new DiffCase(
                        "test_constraint_dropped_and_recreated, test_different_regex_does_alter",
                        post(check("ck_a", "name <> ''")),
                        post(check("ck_a", "name <> 'x'")),
                        c -> {
                            c.table("post").drop(check("ck_a", "name <> ''"));
                            c.table("post").add(check("ck_a", "name <> 'x'"));
                        }),
                DiffCase.nothing(
                        "test_add_constraints_with_dict_keys: the order of values has no meaning",
                        post(state, oneOf("ck_s", "state", "A", "B")),
                        post(state, oneOf("ck_s", "state", "B", "A"))),
                new DiffCase(
                        "test_add_unique_together",
                        post(),
                        post(unique("uk_a", "name")),
                        c -> c.table("post").add(unique("uk_a", "name"))),
                new DiffCase(
                        "test_remove_unique_together",
                        post(unique("uk_a", "name")),
                        post(),
                        c -> c.table("post").drop(unique("uk_a", "name"))),
                DiffCase.nothing(
                        "test_unique_together_no_changes, test_empty_unique_together, test_identical_regex_doesnt_alter",
                        post(unique("uk_a", "name"), check("ck_a", "name like 'x%'")),
                        post(unique("uk_a", "name"), check("ck_a", "name like 'x%'"))),
                new DiffCase(
                        "test_unique_together_ordering",
                        post(unique("uk_a", "name", "title")),
                        post(unique("uk_a", "title", "name")),
                        c -> {
                            c.table("post").drop(unique("uk_a", "name", "title"));
                            c.table("post").add(unique("uk_a", "title", "name"));
                        }),
                new DiffCase(
                        "test_unique_together_remove_fk, test_remove_field_and_unique_together",
                        post(ref("tag"), fk("post", "tag", "tag"), unique("uk_a", "name", "tag"))
                                .table("tag", with("tag")),
                        post(unique("uk_a", "name"))
                                .droppedColumn("post", "tag")
                                .table("tag", with("tag")),
                        c -> {
                            c.table("post").drop(fk("post", "tag", "tag"));
                            c.table("post").drop(unique("uk_a", "name", "tag"));
                            c.table("post").add(unique("uk_a", "name"));
                            c.table("post").dropColumn(ref("tag"));
                        }),
                new DiffCase(
                        "test_add_field_and_unique_together",
                        post(unique("uk_a", "name")),
                        post(state, unique("uk_a", "name", "state")),
                        c -> {
                            c.table("post").drop(unique("uk_a", "name"));
                            c.table("post").addColumn(state);
                            c.table("post").add(unique("uk_a", "name", "state"));
                        }),
                new DiffCase(
                        "test_create_model_and_unique_together",
                        new Entities().table("tag", with("tag")),
                        post(ref("tag"), fk("post", "tag", "tag"), unique("uk_a", "tag", "name"))
                                .table("tag", with("tag")),
                        c -> c.table("post")
                                .createTable(with(
                                        "post",
                                        NAME,
                                        TITLE,
                                        ref("tag"),
                                        fk("post", "tag", "tag"),
                                        unique("uk_a", "tag", "name")))),
                new DiffCase(
                        "test_alter_field_and_unique_together: never both at once",
                        post(unique("uk_a", "name"), unique("uk_b", "title")),
                        post(unique("uk_b", "name", "title"), unique("uk_a", "title", "name")),
                        c -> {
                            c.table("post").drop(unique("uk_a", "name"));
                            c.table("post").drop(unique("uk_b", "title"));
                            c.table("post").add(unique("uk_a", "title", "name"));
                            c.table("post").add(unique("uk_b", "name", "title"));
                        }),
                new DiffCase(
                        "test_partly_alter_unique_together_increase",
                        post(unique("uk_a", "name")),
                        post(unique("uk_a", "name"), unique("uk_b", "title")),
                        c -> c.table("post").add(unique("uk_b", "title"))),
                new DiffCase(
                        "test_partly_alter_unique_together_decrease",
                        post(unique("uk_a", "name"), unique("uk_b", "title")),
                        post(unique("uk_a", "name")),
                        c -> c.table("post").drop(unique("uk_b", "title"))),
                new DiffCase(
                        "test_rename_field_and_unique_together",
                        post(unique("uk_a", "name")),
                        new Entities()
                                .table(
                                        "post",
                                        with("post", NAME.withName("nick"), TITLE, unique("uk_a", "nick", "title")))
                                .renamed("post", "nick", "name"),
                        c -> {
                            c.table("post").drop(unique("uk_a", "name"));
                            c.table("post").renameColumn("name", "nick");
                            c.table("post").add(unique("uk_a", "nick", "title"));
                        }),
                new DiffCase(
                        "another rule for deleted rows",
                        post(ref("tag"), fk("post", "tag", "tag")).table("tag", with("tag")),
                        post(ref("tag"), fk("post", "tag", "tag").onDelete(ReferentialAction.CASCADE))
                                .table("tag", with("tag")),
                        c -> {
                            c.table("post").drop(fk("post", "tag", "tag"));
                            c.table("post").add(fk("post", "tag", "tag").onDelete(ReferentialAction.CASCADE));
                        }),
                new DiffCase(
                        "a unique constraint gets a name",
                        post(unique("uk_a", "name")),
                        post(unique("one_name", "name")),
                        c -> c.table("post").renameConstraint("uk_a", "one_name")));
    }

    static Stream<DiffCase> relations() {
        TableElement[] join = {
            column("post", bigint()).notNull(),
            column("tag", bigint()).notNull(),
            primaryKey("pk_post_tag", "post", "tag"),
            fk("post_tag", "post", "post"),
            fk("post_tag", "tag", "tag")
        };
        return Stream.of(
                new DiffCase(
                        "test_create_with_through_model, test_create_with_through_model_separate_apps, test_add_many_to_many",
                        new Entities(),
                        post().table("tag", with("tag")).table("post_tag", join),
                        c -> {
                            c.table("post").createTable(with("post", NAME, TITLE));
                            c.table("tag").createTable(with("tag"));
                            c.table("post_tag").createTable(join);
                        }),
                new DiffCase(
                        "test_many_to_many_removed_before_through_model",
                        post().table("tag", with("tag")).table("post_tag", join),
                        post().table("tag", with("tag")).droppedTable("post_tag"),
                        c -> c.table("post_tag").dropTable(join)),
                new DiffCase(
                        "test_many_to_many_removed_before_through_model_2, test_m2m_w_through_multistep_remove",
                        post().table("tag", with("tag")).table("post_tag", join),
                        post().droppedTable("tag").droppedTable("post_tag"),
                        c -> {
                            c.table("post_tag").dropTable(join);
                            c.table("tag").dropTable(with("tag"));
                        }),
                new DiffCase(
                        "test_alter_unique_together_fk_to_m2m, test_concrete_field_changed_to_many_to_many",
                        post(ref("tag"), fk("post", "tag", "tag"), unique("uk_a", "tag"))
                                .table("tag", with("tag")),
                        post().droppedColumn("post", "tag")
                                .table("tag", with("tag"))
                                .table("post_tag", join),
                        c -> {
                            c.table("post").drop(fk("post", "tag", "tag"));
                            c.table("post").drop(unique("uk_a", "tag"));
                            c.table("post_tag").createTable(join);
                            c.table("post").dropColumn(ref("tag"));
                        }),
                new DiffCase(
                        "test_many_to_many_changed_to_concrete_field",
                        post().table("tag", with("tag")).table("post_tag", join),
                        post(column("tags", NAME.type())).droppedTable("tag").droppedTable("post_tag"),
                        c -> {
                            c.table("post").addColumn(column("tags", NAME.type()));
                            c.table("post_tag").dropTable(join);
                            c.table("tag").dropTable(with("tag"));
                        }));
    }

    static Stream<DiffCase> keys() {
        Column a = column("a", bigint()).notNull();
        Column b = column("b", bigint()).notNull();
        return Stream.of(
                new DiffCase(
                        "test_add_composite_pk",
                        new Entities().table("post", with("post")),
                        new Entities().table("post", ID.withType(bigint()), a, primaryKey("pk_post", "a", "id")),
                        c -> {
                            c.table("post").drop(pk("post"));
                            c.table("post").addColumn(a);
                            c.table("post").add(primaryKey("pk_post", "a", "id"));
                        }),
                new DiffCase(
                        "test_remove_composite_pk",
                        new Entities().table("post", a, b, primaryKey("pk_post", "a", "b")),
                        new Entities().table("post", a, b.orNull(), primaryKey("pk_post", "a")),
                        c -> {
                            c.table("post").drop(primaryKey("pk_post", "a", "b"));
                            c.table("post").alterColumn(b, b.orNull());
                            c.table("post").add(primaryKey("pk_post", "a"));
                        }),
                DiffCase.nothing(
                        "test_foreign_object_from_to_fields_list: the order of fields in a key has no meaning, nor that of the keys that"
                                + " reference it",
                        new Entities()
                                .table("post", a, b, primaryKey("pk_post", "b", "a"))
                                .table(
                                        "line",
                                        a,
                                        b,
                                        foreignKey("fk_line", List.of("b", "a"), table("post"), List.of("b", "a"))),
                        new Entities()
                                .table("post", a, b, primaryKey("pk_post", "a", "b"))
                                .table(
                                        "line",
                                        a,
                                        b,
                                        foreignKey("fk_line", List.of("a", "b"), table("post"), List.of("a", "b")))),
                new DiffCase(
                        "type of a referencing column: the foreign key is away meanwhile",
                        new Entities()
                                .table("post", with("post"))
                                .table("line", column("post", integer()), fk("line", "post", "post")),
                        new Entities()
                                .table("post", with("post"))
                                .table("line", ref("post"), fk("line", "post", "post")),
                        c -> {
                            c.table("line").drop(fk("line", "post", "post"));
                            c.table("line").alterColumn(column("post", integer()), ref("post"));
                            c.table("line").add(fk("line", "post", "post"));
                        }),
                new DiffCase(
                        "a new table references a key that is new itself",
                        new Entities().table("post", a),
                        new Entities()
                                .table("post", a, unique("uk_a", "a"))
                                .table("line", ref("post"), foreignKey("fk_line", "post", table("post"), "a")),
                        c -> {
                            c.table("line").createTable(ref("post"));
                            c.table("post").add(unique("uk_a", "a"));
                            c.table("line").add(foreignKey("fk_line", "post", table("post"), "a"));
                        }),
                new DiffCase(
                        "a changed key: those that reference it step aside",
                        new Entities()
                                .table("post", a, b, unique("uk_a", "a"), primaryKey("pk_post", "b"))
                                .table("line", ref("post"), foreignKey("fk_line", "post", table("post"), "a")),
                        new Entities()
                                .table("post", a, b, primaryKey("pk_post", "a"))
                                .table("line", ref("post"), foreignKey("fk_line", "post", table("post"), "a")),
                        c -> {
                            c.table("line").drop(foreignKey("fk_line", "post", table("post"), "a"));
                            c.table("post").drop(unique("uk_a", "a"));
                            c.table("post").drop(primaryKey("pk_post", "b"));
                            c.table("post").add(primaryKey("pk_post", "a"));
                            c.table("line").add(foreignKey("fk_line", "post", table("post"), "a"));
                        }));
    }
}
