package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.ID;
import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.TITLE;
import static dev.turnstone.processor.diff.Blog.author;
import static dev.turnstone.processor.diff.Blog.fk;
import static dev.turnstone.processor.diff.Blog.pk;
import static dev.turnstone.processor.diff.Blog.ref;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.unique;

import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.TableElement;
import java.util.stream.Stream;

/** Sections 2, 5, 6, 10 and 11 of the catalogue: tables that come, go and get other names, and their order. */
final class TableCases {

    private TableCases() {}

    private static Entities none() {
        return new Entities();
    }

    /** A table whose key is that of another one. */
    private static TableElement[] shared(String name, String parent) {
        return new TableElement[] {column("id", bigint()).notNull(), pk(name), fk(name, "id", parent)};
    }

    static Stream<DiffCase> named() {
        TableElement[] post =
                with("post", TITLE, ref("author"), fk("post", "author", "author"), index("ix_post_t", "title"));
        Entities blog =
                author(ref("favourite"), fk("author", "favourite", "post")).table("post", post);
        return Stream.of(
                new DiffCase(
                        "test_new_model",
                        none(),
                        author(NAME),
                        c -> c.table("author").createTable(with("author", NAME))),
                new DiffCase(
                        "test_old_model",
                        author(NAME),
                        none().droppedTable("author"),
                        c -> c.table("author").dropTable(with("author", NAME))),
                new DiffCase(
                        "test_rename_model, test_rename_m2m_through_model, test_rename_model_reverse_relation_dependencies",
                        blog,
                        author(ref("favourite"), fk("author", "favourite", "article"))
                                .table(
                                        "article",
                                        ID,
                                        primaryKey("pk_article", "id"),
                                        TITLE,
                                        ref("author"),
                                        fk("article", "author", "author"),
                                        index("ix_article_t", "title"))
                                .renamed("article", "post"),
                        c -> c.table("post").rename("article")),
                DiffCase.nothing(
                        "test_rename_model_case, test_renamed_referenced_m2m_model_case",
                        blog,
                        none().table(
                                        "Author",
                                        ID,
                                        primaryKey("pk_Author", "ID"),
                                        ref("favourite"),
                                        fk("Author", "favourite", "POST"))
                                .table("Post", post)),
                new DiffCase(
                        "test_rename_model_with_renamed_rel_field",
                        author().table("post", with("post", ref("author"), fk("post", "author", "author"))),
                        none().table("writer", with("writer"))
                                .renamed("writer", "author")
                                .table("post", with("post", ref("writer"), fk("post", "writer", "writer")))
                                .renamed("post", "writer", "author"),
                        c -> {
                            c.table("author").rename("writer");
                            c.table("post").renameColumn("author", "writer");
                        }),
                new DiffCase(
                        "test_rename_model_with_fks_in_different_position",
                        author().table("post", with("post", TITLE, ref("author"), fk("post", "author", "author"))),
                        none().table(
                                        "article",
                                        ref("author"),
                                        fk("article", "author", "author"),
                                        TITLE,
                                        primaryKey("pk_article", "id"),
                                        ID)
                                .renamed("article", "post")
                                .table("author", with("author")),
                        c -> c.table("post").rename("article")),
                new DiffCase(
                        "test_alter_db_table_add, test_alter_db_table_change, test_alter_db_table_remove: the class tells",
                        author().entity("author", "app.Author"),
                        none().table("writer", with("writer")).entity("writer", "app.Author"),
                        c -> c.table("author").rename("writer")),
                DiffCase.nothing("test_alter_db_table_no_changes, test_alter_db_table_comment_no_changes", blog, blog),
                DiffCase.nothing(
                        "test_keep_db_table_with_model_change",
                        author().entity("author", "app.Author"),
                        author().entity("author", "app.Writer")),
                new DiffCase(
                        "test_alter_db_table_with_model_change: the hint names the class",
                        author().entity("author", "app.Author"),
                        none().table("writers", with("writers"))
                                .entity("writers", "app.Writer")
                                .renamed("writers", "Author"),
                        c -> c.table("author").rename("writers")),
                new DiffCase(
                        "test_alter_db_table_comment_add",
                        author(),
                        author(comment("x")),
                        c -> c.table("author").comment("", "x")),
                new DiffCase(
                        "test_alter_db_table_comment_change",
                        author(comment("x")),
                        author(comment("y")),
                        c -> c.table("author").comment("x", "y")),
                new DiffCase(
                        "test_alter_db_table_comment_remove",
                        author(comment("x")),
                        author(),
                        c -> c.table("author").comment("x", "")),
                new DiffCase(
                        "Django lacks 2: swapped table names",
                        author(NAME)
                                .entity("author", "app.A")
                                .table("post", with("post", TITLE))
                                .entity("post", "app.B"),
                        none().table("post", with("post", NAME))
                                .entity("post", "app.A")
                                .table("author", with("author", TITLE))
                                .entity("author", "app.B")
                                .renamed("post", "author")
                                .renamed("author", "post"),
                        c -> {
                            c.table("author").rename("turnstone_1");
                            c.table("post").rename("author");
                            c.table("turnstone_1").rename("post");
                        }),
                new DiffCase(
                        "Django lacks 4: table rename with another new table of identical shape",
                        author(NAME),
                        author(NAME).table("writer", with("writer", NAME)).renamed("writer", "author"),
                        c -> {
                            c.table("author").rename("writer");
                            // The kept name pk_author is taken, so the new table's key gets one beside it.
                            c.table("author").createTable(ID, NAME, primaryKey("pk_author_f350ae9a", "id"));
                        }),
                new DiffCase(
                        "a table moves to another schema",
                        author(NAME),
                        none().table(table("crm", "author"), with("author", NAME))
                                .entity("crm.author", "app.author"),
                        c -> c.table("author").rename(table("crm", "author"))));
    }

    static Stream<DiffCase> ordered() {
        return Stream.of(
                new DiffCase(
                        "test_fk_dependency, test_same_app_no_fk_dependency, test_bases_first",
                        none(),
                        none().table("a", with("a", ref("b"), fk("a", "b", "b")))
                                .table("b", with("b", ref("c"), fk("b", "c", "c")))
                                .table("c", with("c")),
                        c -> {
                            c.table("c").createTable(with("c"));
                            c.table("b").createTable(with("b", ref("c"), fk("b", "c", "c")));
                            c.table("a").createTable(with("a", ref("b"), fk("a", "b", "b")));
                        }),
                new DiffCase(
                        "test_circular_fk_dependency, test_same_app_circular_fk_dependency",
                        none(),
                        none().table("a", with("a", ref("b"), fk("a", "b", "b")))
                                .table("b", with("b", ref("c"), fk("b", "c", "c")))
                                .table("c", with("c", ref("b"), fk("c", "b", "b"))),
                        c -> {
                            c.table("b").createTable(with("b", ref("c")));
                            c.table("a").createTable(with("a", ref("b"), fk("a", "b", "b")));
                            c.table("c").createTable(with("c", ref("b"), fk("c", "b", "b")));
                            c.table("b").add(fk("b", "c", "c"));
                        }),
                new DiffCase(
                        "test_bases_first_mixed_case_app_label: letter case does not decide on the order",
                        none(),
                        none().table("Alpha", with("Alpha", ref("beta"), fk("Alpha", "beta", "BETA")))
                                .table("beta", with("beta", ref("c"), fk("beta", "c", "gamma")))
                                .table("Gamma", with("Gamma")),
                        c -> {
                            c.table("Gamma").createTable(with("Gamma"));
                            c.table("beta").createTable(with("beta", ref("c"), fk("beta", "c", "Gamma")));
                            c.table("Alpha").createTable(with("Alpha", ref("beta"), fk("Alpha", "beta", "beta")));
                        }),
                new DiffCase(
                        "test_swappable_circular_multi_mti: a cycle through tables that share a key",
                        none(),
                        none().table("a", with("a", ref("first"), fk("a", "first", "c")))
                                .table("b", shared("b", "a"))
                                .table("c", shared("c", "b")),
                        c -> {
                            c.table("a").createTable(with("a", ref("first")));
                            c.table("b").createTable(shared("b", "a"));
                            c.table("c").createTable(shared("c", "b"));
                            c.table("a").add(fk("a", "first", "c"));
                        }),
                new DiffCase(
                        "test_proxy_to_mti_with_fk_to_proxy, test_proxy_to_mti_with_fk_to_proxy_proxy: a part gets a table"
                                + " of its own, and references move to it",
                        author().table("post", with("post", ref("by"), fk("post", "by", "author"))),
                        author().table("poet", shared("poet", "author"))
                                .table("post", with("post", ref("by"), fk("post", "by", "poet"))),
                        c -> {
                            c.table("post").drop(fk("post", "by", "author"));
                            c.table("poet").createTable(shared("poet", "author"));
                            c.table("post").add(fk("post", "by", "poet"));
                        }),
                new DiffCase(
                        "test_same_app_circular_fk_dependency_with_unique_together_and_indexes",
                        author(),
                        author().table(
                                        "post",
                                        with(
                                                "post",
                                                ref("author"),
                                                ref("parent"),
                                                fk("post", "author", "author"),
                                                fk("post", "parent", "post"),
                                                unique("uk_post", "author", "parent"),
                                                index("ix_post", "parent"))),
                        c -> c.table("post")
                                .createTable(with(
                                        "post",
                                        ref("author"),
                                        ref("parent"),
                                        fk("post", "author", "author"),
                                        fk("post", "parent", "post"),
                                        unique("uk_post", "author", "parent"),
                                        index("ix_post", "parent")))),
                new DiffCase(
                        "test_alter_fk_before_model_deletion",
                        author().table("post", with("post", ref("by"), fk("post", "by", "author"))),
                        none().droppedTable("author")
                                .table("editor", with("editor"))
                                .table("post", with("post", ref("by"), fk("post", "by", "editor"))),
                        c -> {
                            c.table("post").drop(fk("post", "by", "author"));
                            c.table("editor").createTable(with("editor"));
                            c.table("post").add(fk("post", "by", "editor"));
                            c.table("author").dropTable(with("author"));
                        }),
                new DiffCase(
                        "test_fk_dependency_other_app, test_alter_field_to_fk_dependency_other_app",
                        author().table("post", with("post", ref("author"))),
                        author().table("post", with("post", ref("author"), fk("post", "author", "author"))),
                        c -> c.table("post").add(fk("post", "author", "author"))),
                new DiffCase(
                        "test_circular_dependency_mixed_addcreate",
                        none().table("a", with("a")),
                        none().table("a", with("a", ref("b"), fk("a", "b", "b")))
                                .table("b", with("b", ref("a"), fk("b", "a", "a"))),
                        c -> {
                            c.table("b").createTable(with("b", ref("a"), fk("b", "a", "a")));
                            c.table("a").addColumn(ref("b"));
                            c.table("a").add(fk("a", "b", "b"));
                        }),
                new DiffCase(
                        "test_non_circular_foreignkey_dependency_removal",
                        none().table("a", with("a", ref("b"), fk("a", "b", "b")))
                                .table("b", with("b", ref("a"), fk("b", "a", "a"))),
                        none().droppedTable("a").droppedTable("b"),
                        c -> {
                            c.table("a").drop(fk("a", "b", "b"));
                            c.table("b").dropTable(with("b", ref("a"), fk("b", "a", "a")));
                            c.table("a").dropTable(with("a", ref("b")));
                        }),
                new DiffCase(
                        "test_replace_string_with_foreignkey",
                        none().table("post", with("post", NAME)),
                        author().table("post", with("post", ref("author"), fk("post", "author", "author")))
                                .droppedColumn("post", "name"),
                        c -> {
                            c.table("author").createTable(with("author"));
                            c.table("post").addColumn(ref("author"));
                            c.table("post").add(fk("post", "author", "author"));
                            c.table("post").dropColumn(NAME);
                        }),
                new DiffCase(
                        "test_foreign_key_removed_before_target_model",
                        author().table("post", with("post", ref("author"), fk("post", "author", "author"))),
                        none().table("post", with("post"))
                                .droppedColumn("post", "author")
                                .droppedTable("author"),
                        c -> {
                            c.table("post").drop(fk("post", "author", "author"));
                            c.table("post").dropColumn(ref("author"));
                            c.table("author").dropTable(with("author"));
                        }),
                new DiffCase(
                        "test_pk_fk_included",
                        author(),
                        author().table(
                                        "profile",
                                        column("id", bigint()).notNull(),
                                        pk("profile"),
                                        fk("profile", "id", "author")),
                        c -> c.table("profile")
                                .createTable(
                                        column("id", bigint()).notNull(),
                                        pk("profile"),
                                        fk("profile", "id", "author"))),
                new DiffCase(
                        "test_mti_inheritance_model_removal",
                        author().table(
                                        "poet",
                                        column("id", bigint()).notNull(),
                                        pk("poet"),
                                        fk("poet", "id", "author")),
                        author().droppedTable("poet"),
                        c -> c.table("poet")
                                .dropTable(column("id", bigint()).notNull(), pk("poet"), fk("poet", "id", "author"))),
                new DiffCase(
                        "test_add_model_with_field_removed_from_base_model",
                        author(NAME),
                        author().droppedColumn("author", "name").table("poet", with("poet", NAME)),
                        c -> {
                            c.table("poet").createTable(with("poet", NAME));
                            c.table("author").dropColumn(NAME);
                        }),
                new DiffCase(
                        "a table goes, and another gets its name",
                        author(NAME).table("post", with("post", ref("author"), fk("post", "author", "author"))),
                        none().table("author", with("author", ref("author"), fk("author", "author", "author")))
                                .renamed("author", "post")
                                .droppedTable("author"),
                        c -> {
                            c.table("post").drop(fk("post", "author", "author"));
                            c.table("author").dropTable(with("author", NAME));
                            c.table("post").rename("author");
                            c.table("author").add(fk("author", "author", "author"));
                        }));
    }
}
