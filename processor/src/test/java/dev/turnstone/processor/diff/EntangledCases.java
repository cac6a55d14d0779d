package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.fk;
import static dev.turnstone.processor.diff.Blog.ref;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;

import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Parts that stay, and yet must go for a while: the database ties them to what changes. Found by the round trip. */
final class EntangledCases {

    private EntangledCases() {}

    private static final Column A = column("a", integer());
    private static final Column B = column("b", integer());

    static Stream<DiffCase> entangled() {
        return Stream.of(
                new DiffCase(
                        "the index that a foreign key uses is dropped",
                        post(index("ix_post_author", "author")),
                        post(),
                        c -> {
                            c.table("post").drop(fk("post", "author", "author"));
                            c.table("post").drop(index("ix_post_author", "author"));
                            c.table("post").add(fk("post", "author", "author"));
                        }),
                new DiffCase(
                        "two columns are swapped under checks of the same text",
                        new Entities()
                                .table("t", with("t", A, B, check("c1", "a > 0"), check("c2", "b > 0")))
                                .field("t", "a", "first")
                                .field("t", "b", "second"),
                        new Entities()
                                .table("t", with("t", A, B, check("c1", "b > 0"), check("c2", "a > 0")))
                                .field("t", "b", "first")
                                .field("t", "a", "second")
                                .renamed("t", "a", "b")
                                .renamed("t", "b", "a"),
                        c -> {
                            c.table("t").drop(check("c1", "a > 0"));
                            c.table("t").drop(check("c2", "b > 0"));
                            c.table("t").renameColumn("a", "turnstone_1");
                            c.table("t").renameColumn("b", "a");
                            c.table("t").renameColumn("turnstone_1", "b");
                            c.table("t").add(check("c1", "b > 0"));
                            c.table("t").add(check("c2", "a > 0"));
                        }),
                new DiffCase(
                        "a column takes over the name of another that is dropped with its check",
                        new Entities()
                                .table("t", with("t", A, B, check("c1", "A > 0"), check("c2", "ab > 0 or b_a > 0"))),
                        new Entities()
                                .table("t", with("t", A, check("c1", "A > 0"), check("c2", "ab > 0 or b_a > 0")))
                                .renamed("t", "a", "b")
                                .droppedColumn("t", "a"),
                        c -> {
                            c.table("t").drop(check("c1", "A > 0"));
                            c.table("t").dropColumn(A);
                            c.table("t").renameColumn("b", "a");
                            c.table("t").add(check("c1", "A > 0"));
                        }));
    }

    private static Entities post(Index... indexes) {
        List<TableElement> parts = new ArrayList<>(List.of(ref("author"), fk("post", "author", "author")));
        parts.addAll(List.of(indexes));
        return new Entities()
                .table("author", with("author"))
                .table("post", with("post", parts.toArray(TableElement[]::new)));
    }
}
