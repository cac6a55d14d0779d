package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.ID;
import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.TITLE;
import static dev.turnstone.processor.diff.Blog.fk;
import static dev.turnstone.processor.diff.Blog.post;
import static dev.turnstone.processor.diff.Blog.ref;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.unique;

import dev.turnstone.processor.testing.Entities;
import java.util.stream.Stream;

/** Section 8 of the catalogue: indexes. */
final class IndexCases {

    private IndexCases() {}

    static Stream<DiffCase> indexes() {
        return Stream.of(
                new DiffCase(
                        "test_add_indexes",
                        post(),
                        post(index("ix_a", "name")),
                        c -> c.table("post").add(index("ix_a", "name"))),
                new DiffCase(
                        "test_remove_indexes",
                        post(index("ix_a", "name")),
                        post(),
                        c -> c.table("post").drop(index("ix_a", "name"))),
                new DiffCase(
                        "test_rename_indexes; section 15: an unnamed index gets a name",
                        post(index("ix_a", "name")),
                        post(index("by_name", "name")),
                        c -> c.table("post").renameIndex("ix_a", "by_name")),
                DiffCase.nothing(
                        "an index that loses its given name keeps it",
                        post(index("by_name", "name")),
                        post(index("ix_post_name", "name"))),
                new DiffCase(
                        "test_order_fields_indexes",
                        post(index("ix_a", "name", "title")),
                        post(index("ix_a", "title", "name")),
                        c -> {
                            c.table("post").drop(index("ix_a", "name", "title"));
                            c.table("post").add(index("ix_a", "title", "name"));
                        }),
                new DiffCase(
                        "Django lacks 3: two indexes with the same columns",
                        post(index("first", "name"), index("second", "name")),
                        post(index("second", "name"), index("third", "name")),
                        c -> c.table("post").renameIndex("first", "third")),
                new DiffCase(
                        "two indexes swap their names",
                        post(index("a", "name"), index("b", "title")),
                        post(index("b", "name"), index("a", "title")),
                        c -> {
                            c.table("post").renameIndex("a", "turnstone_1");
                            c.table("post").renameIndex("b", "a");
                            c.table("post").renameIndex("turnstone_1", "b");
                        }),
                new DiffCase(
                        "a given name displaces one that Turnstone made",
                        post(index("ix_a", "name")).table("tag", with("tag", NAME)),
                        new Entities()
                                .table(
                                        "article",
                                        ID,
                                        NAME,
                                        TITLE,
                                        primaryKey("pk_article", "id"),
                                        index("ix_b", "name"))
                                .renamed("article", "post")
                                .table("tag", with("tag", NAME, index("IX_A", "name")))
                                .given("IX_A"),
                        c -> {
                            c.table("post").rename("article");
                            c.table("article").renameIndex("ix_a", "ix_b");
                            c.table("tag").add(index("IX_A", "name"));
                        }),
                new DiffCase(
                        "test_add_index_with_new_model, test_add_constraints_with_new_model",
                        post(),
                        post(
                                        ref("tag"),
                                        fk("post", "tag", "tag"),
                                        index("ix_tag", "tag"),
                                        unique("uk_tag", "tag", "name"))
                                .table("tag", with("tag")),
                        c -> {
                            c.table("tag").createTable(with("tag"));
                            c.table("post").addColumn(ref("tag"));
                            c.table("post").add(unique("uk_tag", "tag", "name"));
                            c.table("post").add(index("ix_tag", "tag"));
                            c.table("post").add(fk("post", "tag", "tag"));
                        }));
    }

    static Stream<DiffCase> indexesUnderForeignKeys() {
        Entities tag = post(ref("tag"), fk("post", "tag", "tag")).table("tag", with("tag"));
        return Stream.of(
                new DiffCase(
                        "a foreign key may use the index that goes",
                        post(ref("tag"), fk("post", "tag", "tag"), index("ix_a", "tag", "name"))
                                .table("tag", with("tag")),
                        tag,
                        c -> {
                            c.table("post").drop(fk("post", "tag", "tag"));
                            c.table("post").drop(index("ix_a", "tag", "name"));
                            c.table("post").add(fk("post", "tag", "tag"));
                        }),
                new DiffCase(
                        "a foreign key cannot use an index with its column behind",
                        post(ref("tag"), fk("post", "tag", "tag"), index("ix_a", "name", "tag"))
                                .table("tag", with("tag")),
                        tag,
                        c -> c.table("post").drop(index("ix_a", "name", "tag"))));
    }
}
