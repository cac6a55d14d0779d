package dev.turnstone.processor.fold;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.operation.Changes;
import dev.turnstone.operation.TableChanges;
import dev.turnstone.schema.Column;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns, and what their rows get: never another value than before. */
class FoldingColumnsTest {

    private static final Column ID = column("id", bigint()).notNull();
    private static final Column NAME = column("name", varchar(20));
    private static final Column AGE = column("age", integer());
    private static final Column AGE_TEXT = column("age", varchar(9));
    private static final Column BODY = column("body", varchar(9));

    private static void before(Changes changes) {
        changes.table("author").createTable(ID, NAME, AGE);
    }

    static Stream<FoldCase> added() {
        return Stream.of(
                fold(
                        "add, drop",
                        t -> {
                            t.addColumn(BODY);
                            t.dropColumn(BODY);
                        },
                        t -> {}),
                fold(
                        "add, rename",
                        t -> {
                            t.addColumn(BODY, sql("upper(name)"));
                            t.renameColumn("body", "text");
                        },
                        t -> t.addColumn(BODY.withName("text"), sql("upper(name)"))),
                fold(
                        "add, longer",
                        t -> {
                            t.addColumn(BODY, literal("x"));
                            t.alterColumn(BODY, BODY.withType(varchar(99)));
                        },
                        t -> t.addColumn(BODY.withType(varchar(99)), literal("x"))),
                fold(
                        "add, NOT NULL with a fill",
                        t -> {
                            t.addColumn(BODY);
                            t.alterColumn(BODY, BODY.notNull()).fill(literal("x"));
                        },
                        t -> t.addColumn(BODY.notNull(), literal("x"))),
                fold(
                        "add with a fill, NOT NULL with another",
                        t -> {
                            t.addColumn(BODY, literal("x"));
                            t.alterColumn(BODY, BODY.notNull()).fill(literal("y"));
                        },
                        t -> t.addColumn(BODY.notNull(), literal("x"))),
                same("add with a fill that may be NULL, NOT NULL with another", t -> {
                    t.addColumn(BODY, sql("name"));
                    t.alterColumn(BODY, BODY.notNull()).fill(literal("y"));
                }),
                fold(
                        "add, default: rows stay NULL",
                        t -> {
                            t.addColumn(BODY);
                            t.alterColumn(BODY, BODY.withDefault("d"));
                        },
                        t -> t.addColumn(BODY.withDefault("d"), sql("NULL"))),
                fold(
                        "add with a default, another default: rows keep the first",
                        t -> {
                            t.addColumn(BODY.withDefault("d"));
                            t.alterColumn(BODY.withDefault("d"), BODY.withDefault("e"));
                        },
                        t -> t.addColumn(BODY.withDefault("e"), literal("d"))),
                fold(
                        "add with a default, only its comment",
                        t -> {
                            t.addColumn(BODY.withDefault("d"));
                            t.alterColumn(
                                    BODY.withDefault("d"), BODY.withDefault("d").withComment("c"));
                        },
                        t -> t.addColumn(BODY.withDefault("d").withComment("c"))),
                fold(
                        "add, another type by other columns",
                        t -> {
                            t.addColumn(BODY);
                            t.alterColumn(BODY, BODY.withType(integer())).using("age + 1");
                        },
                        t -> t.addColumn(BODY.withType(integer()), sql("age + 1"))),
                same("add, another type by itself", t -> {
                    t.addColumn(BODY, literal("1"));
                    t.alterColumn(BODY, BODY.withType(integer())).using("body * 2");
                }),
                same("add with a value, another type", t -> {
                    t.addColumn(BODY, literal("1"));
                    t.alterColumn(BODY, BODY.withType(integer()));
                }),
                same("add filled from a column that is dropped then", t -> {
                    t.addColumn(BODY, sql("name"));
                    t.dropColumn(NAME);
                }),
                same("add filled from a column, that column renamed, the new one altered by it", t -> {
                    t.addColumn(BODY, sql("name"));
                    t.renameColumn("name", "title");
                    t.alterColumn(BODY, BODY.notNull()).fill(sql("title"));
                }),
                same("add, numbered", t -> {
                    t.addColumn(column("nr", bigint()));
                    t.alterColumn(column("nr", bigint()), column("nr", bigint()).asIdentity());
                }));
    }

    static Stream<FoldCase> altered() {
        return Stream.of(
                fold(
                        "alter, alter",
                        t -> {
                            t.alterColumn(NAME, NAME.withType(varchar(50)));
                            t.alterColumn(
                                    NAME.withType(varchar(50)),
                                    NAME.withType(varchar(50)).withComment("c"));
                        },
                        t -> t.alterColumn(NAME, NAME.withType(varchar(50)).withComment("c"))),
                fold(
                        "alter there and back",
                        t -> {
                            t.alterColumn(NAME, NAME.withType(varchar(50)));
                            t.alterColumn(NAME.withType(varchar(50)), NAME);
                        },
                        t -> {}),
                fold(
                        "the fill of the first, the default of the second",
                        t -> {
                            t.alterColumn(NAME, NAME.notNull()).fill(literal("x"));
                            t.alterColumn(NAME.notNull(), NAME.notNull().withDefault("d"));
                        },
                        t -> t.alterColumn(NAME, NAME.notNull().withDefault("d"))
                                .fill(literal("x"))),
                fold(
                        "the expression of the first, a longer type",
                        t -> {
                            t.alterColumn(AGE, AGE_TEXT)
                                    .using("age || ' years'")
                                    .usingBack("0");
                            t.alterColumn(AGE_TEXT, AGE_TEXT.withType(varchar(99)));
                        },
                        t -> t.alterColumn(AGE, AGE_TEXT.withType(varchar(99)))
                                .using("age || ' years'")
                                .usingBack("0")),
                fold(
                        "an expression over other columns",
                        t -> {
                            t.alterColumn(NAME, NAME.withComment("c"));
                            t.alterColumn(NAME.withComment("c"), NAME.withComment("d"))
                                    .using("upper(id)");
                        },
                        t -> t.alterColumn(NAME, NAME.withComment("d")).using("upper(id)")),
                same("filled, then nullable again: rows stay filled", t -> {
                    t.alterColumn(NAME, NAME.notNull()).fill(literal("x"));
                    t.alterColumn(NAME.notNull(), NAME);
                }),
                same("two expressions", t -> {
                    t.alterColumn(AGE, AGE_TEXT).using("age || 'a'");
                    t.alterColumn(AGE_TEXT, AGE_TEXT.withComment("c")).using("age || 'b'");
                }),
                same("two conversions: 007 would stay 007", t -> {
                    t.alterColumn(NAME, NAME.withType(integer()));
                    t.alterColumn(NAME.withType(integer()), NAME);
                }),
                fold(
                        "alter, drop",
                        t -> {
                            t.alterColumn(NAME, NAME.withType(varchar(50)));
                            t.addColumn(BODY);
                            t.dropColumn(NAME.withType(varchar(50)));
                        },
                        t -> {
                            t.addColumn(BODY);
                            t.dropColumn(NAME);
                        }),
                fold(
                        "rename, drop",
                        t -> {
                            t.renameColumn("name", "title");
                            t.dropColumn(NAME.withName("title"));
                        },
                        t -> t.dropColumn(NAME)),
                fold(
                        "alter, rename, alter",
                        t -> {
                            t.alterColumn(NAME, NAME.withComment("c"));
                            t.renameColumn("name", "title");
                            t.alterColumn(
                                    NAME.withName("title").withComment("c"),
                                    NAME.withName("title").notNull());
                        },
                        t -> {
                            t.alterColumn(NAME, NAME.notNull());
                            t.renameColumn("name", "title");
                        }),
                fold(
                        "rename, rename",
                        t -> {
                            t.renameColumn("name", "title");
                            t.alterColumn(AGE, AGE.notNull());
                            t.renameColumn("title", "label");
                        },
                        t -> {
                            t.renameColumn("name", "label");
                            t.alterColumn(AGE, AGE.notNull());
                        }),
                same("swap through a third", t -> {
                    t.renameColumn("name", "tmp");
                    t.renameColumn("age", "name");
                    t.renameColumn("tmp", "age");
                }),
                same("rename of what a check in SQL names", t -> {
                    t.renameColumn("name", "title");
                    t.add(check("ck", "title <> ''"));
                    t.renameColumn("title", "label");
                }),
                same("drop, add anew: the values are lost", t -> {
                    t.dropColumn(NAME);
                    t.addColumn(NAME);
                }));
    }

    private static FoldCase fold(String name, Consumer<TableChanges> operations, Consumer<TableChanges> expected) {
        return new FoldCase(
                name,
                FoldingColumnsTest::before,
                c -> operations.accept(c.table("author")),
                c -> expected.accept(c.table("author")));
    }

    private static FoldCase same(String name, Consumer<TableChanges> operations) {
        return fold(name, operations, operations);
    }

    @ParameterizedTest
    @MethodSource({"added", "altered"})
    void folds(FoldCase each) {
        each.check();
    }
}
