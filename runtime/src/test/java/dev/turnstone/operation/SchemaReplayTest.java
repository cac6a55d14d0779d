package dev.turnstone.operation;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaReplayTest {

    private static final TableElement[] AUTHOR_PARTS = {
        column("id", bigint()).asIdentity(),
        column("name", varchar(40)).notNull(),
        column("state", varchar(10)),
        comment("who writes"),
        primaryKey("pk_author", "id"),
        unique("uk_author_name", "name"),
        oneOf("ck_author_state", "state", "NEW", "OLD"),
        index("ix_author_state", "state", "name")
    };
    private static final Table AUTHOR = Table.of(table("author"), List.of(AUTHOR_PARTS));
    private static final TableElement[] POST_PARTS = {
        column("id", bigint()).asIdentity(),
        column("author", bigint()).notNull(),
        column("reply_to", bigint()),
        primaryKey("pk_post", "id"),
        foreignKey("fk_post_author", "author", table("author"), "id"),
        foreignKey("fk_post_reply_to", "reply_to", table("post"), "id")
    };
    private static final Table POST = Table.of(table("post"), List.of(POST_PARTS));
    private static final Schema BLOG = Schema.of(AUTHOR, POST);

    static Stream<Arguments> fitting() {
        return Stream.of(
                fits("create table", changes -> changes.table("tag").createTable(column("id", integer()))),
                fits("drop table, referencing first", changes -> {
                    changes.table("post").dropTable(POST_PARTS);
                    changes.table("author").dropTable(AUTHOR_PARTS);
                }),
                fits("rename table", changes -> changes.table("author").rename("writer")),
                fits(
                        "rename table to another letter case",
                        changes -> changes.table("author").rename("AUTHOR")),
                fits(
                        "move table to another schema",
                        changes -> changes.table("author").rename(table("b", "author"))),
                fits("comment", changes -> changes.table("author").comment("who writes", "")),
                fits("add column", changes -> changes.table("author").addColumn(column("email", text()))),
                fits("drop column", changes -> {
                    changes.table("author").drop(oneOf("ck_author_state", "state", "NEW", "OLD"));
                    changes.table("author").drop(index("ix_author_state", "state", "name"));
                    changes.table("author").dropColumn(column("state", varchar(10)));
                }),
                fits("rename column", changes -> changes.table("author").renameColumn("id", "key")),
                fits("rename column in unique, index and check", changes -> {
                    changes.table("author").renameColumn("name", "title");
                    changes.table("author").renameColumn("state", "status");
                }),
                fits("swap two columns", changes -> {
                    changes.table("author").renameColumn("name", "temporary");
                    changes.table("author").renameColumn("state", "name");
                    changes.table("author").renameColumn("temporary", "state");
                }),
                fits(
                        "alter column",
                        changes -> changes.table("author")
                                .alterColumn(
                                        column("state", varchar(10)),
                                        column("state", text()).notNull())),
                fits("constraints", changes -> {
                    changes.table("post").drop(foreignKey("fk_post_author", "author", table("author"), "id"));
                    changes.table("author").drop(primaryKey("pk_author", "id"));
                    changes.table("author").add(primaryKey("pk_author", "id", "name"));
                    changes.table("post").add(unique("uk", "author"));
                }),
                fits("rename constraint and index", changes -> {
                    changes.table("author").renameConstraint("pk_author", "pk");
                    changes.table("author").renameIndex("ix_author_state", "ix");
                }),
                fits(
                        "foreign key to a table of another set",
                        changes -> changes.table("post").add(foreignKey("fk", "author", table("elsewhere"), "id"))),
                fits(
                        "same name in two database schemas",
                        changes -> changes.table("b", "tag")
                                .createTable(column("id", bigint()), primaryKey("PK_Author", "id"))));
    }

    private static Arguments fits(String name, Consumer<Changes> written) {
        return arguments(name, operations(written));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fitting")
    void inversesLeadBack(String name, List<Operation> operations) {
        Schema after = SchemaReplay.replay(BLOG, operations);

        assertThat(after).isNotEqualTo(BLOG);
        assertThat(SchemaReplay.replay(after, Operations.inverse(operations))).isEqualTo(BLOG);
    }

    @Test
    void renamedTableIsFollowedByForeignKeys() {
        Schema after = SchemaReplay.replay(
                BLOG, operations(changes -> changes.table("AUTHOR").rename("writer")));

        assertThat(after.table(table("writer"))).contains(AUTHOR.withName(table("writer")));
        assertThat(after.table(table("post")).orElseThrow().constraint("fk_post_author"))
                .contains(foreignKey("fk_post_author", "author", table("writer"), "id"));
    }

    @Test
    void renamedColumnIsFollowedByEveryPart() {
        Schema after = SchemaReplay.replay(BLOG, operations(changes -> {
            changes.table("author").renameColumn("ID", "nr");
            changes.table("author").renameColumn("state", "status");
            changes.table("post").renameColumn("id", "key");
        }));

        assertThat(after)
                .isEqualTo(Schema.of(
                        Table.of(
                                table("author"),
                                List.of(
                                        column("nr", bigint()).asIdentity(),
                                        column("name", varchar(40)).notNull(),
                                        column("status", varchar(10)),
                                        comment("who writes"),
                                        primaryKey("pk_author", "nr"),
                                        unique("uk_author_name", "name"),
                                        oneOf("ck_author_state", "status", "NEW", "OLD"),
                                        index("ix_author_state", "status", "name"))),
                        Table.of(
                                table("post"),
                                List.of(
                                        column("key", bigint()).asIdentity(),
                                        column("author", bigint()).notNull(),
                                        column("reply_to", bigint()),
                                        primaryKey("pk_post", "key"),
                                        foreignKey("fk_post_author", "author", table("author"), "nr"),
                                        foreignKey("fk_post_reply_to", "reply_to", table("post"), "key")))));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refuses(
                        "There is a table Author already",
                        c -> c.table("Author").createTable(column("id", bigint()))),
                refuses("There is no table tag", c -> c.table("tag").dropTable(column("id", bigint()))),
                refuses(
                        "author is not as it was recorded",
                        c -> c.table("author").dropTable(POST_PARTS[0])),
                refuses(
                        "author cannot be dropped: the foreign key fk_post_author of table post",
                        c -> c.table("author").dropTable(AUTHOR_PARTS)),
                refuses("There is a table Post already", c -> c.table("author").rename("Post")),
                refuses("There is no table tag", c -> c.table("tag").rename("label")),
                refuses(
                        "comment of table author is 'who writes', not ''",
                        c -> c.table("author").comment("", "x")),
                refuses(
                        "column NAME of table author exists already",
                        c -> c.table("author").addColumn(column("NAME", text()))),
                refuses("author has no column email", c -> c.table("author").dropColumn(column("email", text()))),
                refuses(
                        "column state of table author is",
                        c -> c.table("author").dropColumn(column("state", text()))),
                refuses(
                        "column name of table author cannot be dropped: uk_author_name",
                        c -> c.table("author")
                                .dropColumn(column("name", varchar(40)).notNull())),
                refuses(
                        "column state of table author cannot be dropped: ck_author_state",
                        c -> c.table("author").dropColumn(column("state", varchar(10)))),
                refuses(
                        "column id of table author cannot be dropped: the foreign key fk_post_author of table post",
                        c -> c.table("author").dropColumn(column("id", bigint()).asIdentity())),
                refuses(
                        "column State of table author exists already",
                        c -> c.table("author").renameColumn("name", "State")),
                refuses("author has no column email", c -> c.table("author").renameColumn("email", "mail")),
                refuses(
                        "column state of table author is",
                        c -> c.table("author").alterColumn(column("state", varchar(9)), column("state", text()))),
                refuses(
                        "post has no column title, which uk_title needs",
                        c -> c.table("post").add(unique("uk_title", "title"))),
                refuses(
                        "post has no column title, which ck_title needs",
                        c -> c.table("post").add(oneOf("ck_title", "title", "A"))),
                refuses(
                        "author cannot have the primary key pk_2: it has the primary key pk_author",
                        c -> c.table("author").add(primaryKey("pk_2", "name"))),
                refuses(
                        "post cannot have a constraint or index PK_AUTHOR: the table author",
                        c -> c.table("post").add(unique("PK_AUTHOR", "id"))),
                refuses(
                        "post cannot have a constraint or index pk_author: the table author",
                        c -> c.table("post").add(index("pk_author", "id"))),
                refuses(
                        "post cannot have a constraint or index pk_author",
                        c -> c.table("post").renameConstraint("pk_post", "pk_author")),
                refuses(
                        "tag cannot have a constraint or index pk_author",
                        c -> c.table("tag").createTable(column("id", bigint()), primaryKey("pk_author", "id"))),
                refuses(
                        "author has no column key, which the foreign key fk needs",
                        c -> c.table("post").add(foreignKey("fk", "author", table("author"), "key"))),
                refuses(
                        "foreign key fk of table post needs a primary key or a unique",
                        c -> c.table("post").add(foreignKey("fk", "author", table("author"), "state"))),
                refuses(
                        "foreign key fk_post_author of table post needs a primary key",
                        c -> c.table("author").drop(primaryKey("pk_author", "id"))),
                refuses("author has no constraint uk", c -> c.table("author").drop(unique("uk", "name"))),
                refuses(
                        "constraint pk_author of table author is",
                        c -> c.table("author").drop(primaryKey("pk_author", "name"))),
                refuses("author has no constraint x", c -> c.table("author").renameConstraint("x", "y")),
                refuses(
                        "author has no column email, which ix needs",
                        c -> c.table("author").add(index("ix", "email"))),
                refuses(
                        "index ix_author_state of table author exists already",
                        c -> c.table("author").add(index("ix_author_state", "name"))),
                refuses(
                        "index ix_author_state of table author is",
                        c -> c.table("author").drop(index("ix_author_state", "name"))),
                refuses("author has no index x", c -> c.table("author").renameIndex("x", "y")),
                refuses(
                        "cannot have a constraint or index pk_post",
                        c -> c.table("author").renameIndex("ix_author_state", "pk_post")));
    }

    private static Arguments refuses(String message, Consumer<Changes> written) {
        return arguments(message, operations(written));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatDoesNotFitIsRefused(String message, List<Operation> operations) {
        assertThatThrownBy(() -> SchemaReplay.replay(BLOG, operations))
                .isInstanceOf(InvalidOperationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesAreFreeAgainAfterTheirOwnerIsGone() {
        List<Operation> operations = operations(changes -> {
            changes.table("post").dropTable(POST_PARTS);
            changes.table("author").drop(unique("uk_author_name", "name"));
            changes.table("author").renameIndex("ix_author_state", "ix");
            changes.table("author").add(index("uk_author_name", "name"));
            changes.table("author").add(unique("ix_author_state", "name"));
            changes.table("author").add(index("pk_post", "name"));
        });

        assertThat(SchemaReplay.replay(BLOG, operations).tables()).hasSize(1);
    }

    /** What once referenced the other table must not come back with its name. */
    @Test
    void aTableThatTookTheNameOfADroppedOneCanBeDropped() {
        List<Operation> operations = operations(changes -> {
            changes.table("post").drop(foreignKey("fk_post_author", "author", table("author"), "id"));
            changes.table("post")
                    .dropTable(Stream.of(POST_PARTS)
                            .filter(part -> !part.equals(foreignKey("fk_post_author", "author", table("author"), "id")))
                            .toArray(TableElement[]::new));
            changes.table("author").rename("post");
            changes.table("post").dropTable(AUTHOR_PARTS);
        });

        assertThat(SchemaReplay.replay(BLOG, operations).tables()).isEmpty();
    }

    @Test
    void fiveThousandOperationsOnAThousandTablesTakeNoQuadraticTime() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Changes changes = new Changes();
            String name = "t" + i;
            changes.table(name)
                    .createTable(
                            column("id", bigint()).notNull(),
                            column("next", bigint()),
                            primaryKey("pk_" + name, "id"),
                            foreignKey("fk_" + name, "next", table(i == 0 ? name : "t0"), "id"));
            changes.table(name).addColumn(column("a", text()));
            changes.table(name).renameColumn("a", "b");
            changes.table(name).add(index("ix_" + name, "b"));
            changes.table(name).renameIndex("ix_" + name, "jx_" + name);
            operations.addAll(changes.operations());
        }

        long start = cpuTime();
        Schema after = SchemaReplay.replay(Schema.EMPTY, operations);
        Schema before = SchemaReplay.replay(after, Operations.inverse(operations));
        long millis = (cpuTime() - start) / 1_000_000;

        assertThat(after.tables()).hasSize(1000);
        assertThat(before).isEqualTo(Schema.EMPTY);
        assertThat(millis).isLessThan(2000);
    }

    private static List<Operation> operations(Consumer<Changes> written) {
        Changes changes = new Changes();
        written.accept(changes);
        return changes.operations();
    }

    /** Not the time on the wall: the machine may be busy. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
