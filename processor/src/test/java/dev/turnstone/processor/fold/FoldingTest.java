package dev.turnstone.processor.fold;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.operation.Changes;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ForeignKey;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section (iv) of the catalogue: what operations fold into. */
class FoldingTest {

    private static final Column ID = column("id", bigint()).notNull();
    private static final Column NAME = column("name", varchar(20));
    private static final Column BODY = column("body", varchar(9));
    private static final ForeignKey POST_AUTHOR = foreignKey("fk_post_author", "author_id", table("author"), "id");

    private static void nothing(Changes changes) {}

    private static void author(Changes changes) {
        changes.table("author").createTable(ID, NAME, primaryKey("pk_author", "id"));
    }

    private static void both(Changes changes) {
        author(changes);
        changes.table("post").createTable(ID, column("author_id", bigint()), POST_AUTHOR);
    }

    private static Consumer<Changes> all(Consumer<Changes> first, Consumer<Changes> second) {
        return first.andThen(second);
    }

    static Stream<FoldCase> tables() {
        return Stream.of(
                FoldCase.same("a single operation", FoldingTest::nothing, FoldingTest::author),
                new FoldCase(
                        "create, drop",
                        FoldingTest::nothing,
                        all(
                                FoldingTest::author,
                                c -> c.table("author").dropTable(ID, NAME, primaryKey("pk_author", "id"))),
                        FoldingTest::nothing),
                new FoldCase(
                        "create, all kinds of changes, drop",
                        FoldingTest::nothing,
                        all(FoldingTest::author, c -> {
                            c.table("author").rename("writer");
                            c.table("writer").comment("", "who");
                            c.table("writer").add(unique("uk", "name"));
                            c.table("writer").add(index("ix", "name"));
                            c.table("writer")
                                    .dropTable(
                                            ID,
                                            NAME,
                                            primaryKey("pk_author", "id"),
                                            unique("uk", "name"),
                                            index("ix", "name"),
                                            comment("who"));
                        }),
                        FoldingTest::nothing),
                new FoldCase(
                        "create, rename",
                        FoldingTest::nothing,
                        all(FoldingTest::author, c -> c.table("author").rename("writer")),
                        c -> c.table("writer").createTable(ID, NAME, primaryKey("pk_author", "id"))),
                new FoldCase(
                        "create, then its comment, columns, constraints, indexes",
                        FoldingTest::nothing,
                        all(FoldingTest::author, c -> {
                            c.table("author").comment("", "who");
                            c.table("author").addColumn(BODY, literal("x"));
                            c.table("author").alterColumn(NAME, NAME.notNull());
                            c.table("author").renameColumn("name", "full_name");
                            c.table("author").add(unique("uk", "full_name"));
                            c.table("author").add(index("ix", "body"));
                            c.table("author").renameIndex("ix", "ix_body");
                            c.table("author").add(check("ck", "body <> ''"));
                            c.table("author").renameConstraint("ck", "ck_body");
                            c.table("author").drop(unique("uk", "full_name"));
                        }),
                        c -> c.table("author")
                                .createTable(
                                        ID,
                                        NAME.withName("full_name").notNull(),
                                        BODY,
                                        comment("who"),
                                        primaryKey("pk_author", "id"),
                                        index("ix_body", "body"),
                                        check("ck_body", "body <> ''"))),
                new FoldCase(
                        "create, drop a column of a unique constraint and an index",
                        FoldingTest::nothing,
                        c -> {
                            c.table("author").createTable(ID, NAME, unique("uk", "name"), index("ix", "name"));
                            c.table("author").drop(unique("uk", "name"));
                            c.table("author").drop(index("ix", "name"));
                            c.table("author").dropColumn(NAME);
                        },
                        c -> c.table("author").createTable(ID)),
                new FoldCase(
                        "create A, create B, drop A",
                        FoldingTest::nothing,
                        all(FoldingTest::author, c -> {
                            c.table("tag").createTable(ID);
                            c.table("author").dropTable(ID, NAME, primaryKey("pk_author", "id"));
                        }),
                        c -> c.table("tag").createTable(ID)),
                FoldCase.same("create A, create B that references it", FoldingTest::nothing, FoldingTest::both),
                new FoldCase(
                        "create A, create B, add to A a foreign key to B",
                        FoldingTest::nothing,
                        c -> {
                            c.table("post").createTable(ID, column("author_id", bigint()));
                            c.table("author").createTable(ID, NAME, primaryKey("pk_author", "id"));
                            c.table("post").add(POST_AUTHOR);
                        },
                        FoldingTest::both),
                FoldCase.same(
                        "create A, create B that references it, add to A a foreign key to B",
                        FoldingTest::nothing,
                        c -> {
                            c.table("a").createTable(ID, column("b", bigint()), primaryKey("pk_a", "id"));
                            c.table("b")
                                    .createTable(
                                            ID,
                                            column("a", bigint()),
                                            primaryKey("pk_b", "id"),
                                            foreignKey("fk_b_a", "a", table("a"), "id"));
                            c.table("a").add(foreignKey("fk_a_b", "b", table("b"), "id"));
                        }),
                new FoldCase(
                        "rename, rename",
                        FoldingTest::author,
                        c -> {
                            c.table("author").rename("person");
                            c.table("person").rename("writer");
                        },
                        c -> c.table("author").rename("writer")),
                new FoldCase(
                        "rename there and back",
                        FoldingTest::both,
                        c -> {
                            c.table("author").rename("person");
                            c.table("post").add(index("ix", "author_id"));
                            c.table("person").rename("author");
                        },
                        c -> c.table("post").add(index("ix", "author_id"))),
                new FoldCase(
                        "what is between follows the name",
                        FoldingTest::author,
                        c -> {
                            c.table("author").rename("person");
                            c.table("person").addColumn(BODY);
                            c.table("person").rename("writer");
                        },
                        c -> {
                            c.table("author").rename("writer");
                            c.table("writer").addColumn(BODY);
                        }),
                new FoldCase(
                        "comment, comment",
                        FoldingTest::author,
                        c -> {
                            c.table("author").comment("", "a");
                            c.table("author").comment("a", "b");
                        },
                        c -> c.table("author").comment("", "b")),
                FoldCase.same(
                        "swap of two names through a third",
                        c -> {
                            c.table("a").createTable(ID);
                            c.table("b").createTable(ID, NAME);
                        },
                        c -> {
                            c.table("a").rename("tmp");
                            c.table("b").rename("a");
                            c.table("tmp").rename("b");
                        }),
                new FoldCase(
                        "changes of a table, drop",
                        FoldingTest::author,
                        c -> {
                            c.table("author").addColumn(BODY);
                            c.table("author").rename("writer");
                            c.table("writer").renameColumn("name", "full_name");
                            c.table("writer")
                                    .dropTable(ID, NAME.withName("full_name"), BODY, primaryKey("pk_author", "id"));
                        },
                        c -> c.table("author").dropTable(ID, NAME, primaryKey("pk_author", "id"))),
                FoldCase.same("drop, create anew: the rows are others", FoldingTest::author, c -> {
                    c.table("author").dropTable(ID, NAME, primaryKey("pk_author", "id"));
                    c.table("author").createTable(ID);
                }),
                new FoldCase(
                        "a long interleaving over two tables",
                        FoldingTest::nothing,
                        all(FoldingTest::author, c -> {
                            c.table("author").addColumn(column("age", integer()));
                            c.table("tag").createTable(ID, NAME);
                            c.table("author").dropColumn(NAME);
                            c.table("tag").renameColumn("name", "label");
                            c.table("author").alterColumn(column("age", integer()), column("age", bigint()));
                            c.table("tag").rename("label");
                            c.table("author").dropTable(ID, column("age", bigint()), primaryKey("pk_author", "id"));
                            c.table("label").dropColumn(ID);
                        }),
                        c -> c.table("label").createTable(NAME.withName("label"))));
    }

    static Stream<FoldCase> barriers() {
        return Stream.of(
                FoldCase.same("a data step", FoldingTest::nothing, all(FoldingTest::author, c -> {
                    c.data("com.acme.Fill", false);
                    c.table("author").addColumn(BODY);
                })),
                FoldCase.same("a step of SQL", FoldingTest::nothing, all(FoldingTest::author, c -> {
                    c.sql("view").up("", "create view v as select name from author");
                    c.table("author").rename("writer");
                })),
                new FoldCase(
                        "both sides of one",
                        FoldingTest::author,
                        c -> {
                            c.table("author").addColumn(BODY);
                            c.table("author").renameColumn("body", "text");
                            c.data("com.acme.Fill", false);
                            c.table("author").add(index("ix", "text"));
                            c.table("author").drop(index("ix", "text"));
                        },
                        c -> {
                            c.table("author").addColumn(BODY.withName("text"));
                            c.data("com.acme.Fill", false);
                        }));
    }

    static Stream<FoldCase> parts() {
        return Stream.of(
                part(
                        "index: add, rename",
                        c -> {
                            c.table("author").add(index("a", "name"));
                            c.table("author").renameIndex("a", "b");
                        },
                        c -> c.table("author").add(index("b", "name"))),
                part(
                        "index: add, column renamed, drop",
                        c -> {
                            c.table("author").add(index("a", "name"));
                            c.table("author").renameColumn("name", "title");
                            c.table("author").drop(index("a", "title"));
                        },
                        c -> c.table("author").renameColumn("name", "title")),
                part(
                        "index: rename, rename",
                        c -> {
                            c.table("author").add(index("z", "id"));
                            c.data("com.acme.Fill", false);
                            c.table("author").renameIndex("z", "b");
                            c.table("author").renameIndex("b", "c");
                        },
                        c -> {
                            c.table("author").add(index("z", "id"));
                            c.data("com.acme.Fill", false);
                            c.table("author").renameIndex("z", "c");
                        }),
                FoldCase.same("index: other names", FoldingTest::author, c -> {
                    c.table("author").add(index("a", "name"));
                    c.table("author").add(index("b", "name"));
                }),
                part(
                        "check: add, drop",
                        c -> {
                            c.table("author").add(check("ck", "id > 0"));
                            c.table("author").drop(check("ck", "id > 0"));
                        },
                        FoldingTest::nothing),
                part(
                        "unique: add, rename, drop",
                        c -> {
                            c.table("author").add(unique("uk", "name"));
                            c.table("author").renameConstraint("uk", "uk_name");
                            c.table("author").drop(unique("uk_name", "name"));
                        },
                        FoldingTest::nothing),
                part(
                        "check: add one, then another",
                        c -> {
                            c.table("author").add(oneOf("ck", "name", "A"));
                            c.table("author").drop(oneOf("ck", "name", "A"));
                            c.table("author").add(oneOf("ck", "name", "A", "B"));
                        },
                        c -> c.table("author").add(oneOf("ck", "name", "A", "B"))),
                new FoldCase(
                        "foreign key: drop, add the same",
                        FoldingTest::both,
                        c -> {
                            c.table("post").drop(POST_AUTHOR);
                            c.table("author").renameColumn("name", "title");
                            c.table("post").add(POST_AUTHOR);
                        },
                        c -> c.table("author").renameColumn("name", "title")),
                FoldCase.same("foreign key: drop, alter what it needs, add", FoldingTest::both, c -> {
                    c.table("post").drop(POST_AUTHOR);
                    c.table("author").alterColumn(ID, ID.withType(integer()));
                    c.table("post").alterColumn(column("author_id", bigint()), column("author_id", integer()));
                    c.table("post").add(POST_AUTHOR);
                }));
    }

    private static FoldCase part(String name, Consumer<Changes> operations, Consumer<Changes> expected) {
        return new FoldCase(name, FoldingTest::author, operations, expected);
    }

    @ParameterizedTest
    @MethodSource({"tables", "barriers", "parts"})
    void folds(FoldCase each) {
        each.check();
    }
}
