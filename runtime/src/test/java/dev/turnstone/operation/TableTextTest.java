package dev.turnstone.operation;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static dev.turnstone.schema.Definitions.verbatim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextTest {

    @Test
    void linesMakeTheSameTablesAsCalls() {
        Changes text = new Changes();
        text.tables("""
                table author
                  bigint id asIdentity
                table blog post

                  bigint id asIdentity
                  varchar(40) title notNull withDefault 'it''s '
                  bigint author_id
                  primaryKey pk_post id
                  foreignKey fk_post_author author_id references author id onDelete CASCADE
                """);
        Changes calls = new Changes();
        calls.table("author").createTable().bigint("id").asIdentity();
        calls.table("blog", "post")
                .createTable()
                .with(
                        column("id", bigint()).asIdentity(),
                        column("title", varchar(40)).notNull().withDefault("it's "),
                        column("author_id", bigint()),
                        primaryKey("pk_post", "id"),
                        foreignKey("fk_post_author", "author_id", table("author"), "id")
                                .onDelete(ReferentialAction.CASCADE));
        assertThat(text.operations()).isEqualTo(calls.operations());
    }

    @Test
    void everyPartOfATableHasAWord() {
        Table table = new Table(
                table("post"),
                "All posts",
                List.of(
                        column("id", bigint()).withComment("no 'more' now"),
                        column("at", verbatim("geo point")).notNull().withDefaultSql("here( )")),
                List.of(
                        check("ck_id", "id > 0"),
                        oneOf("ck_kind", "id", "", "a b"),
                        unique("uk_post", "id", "at"),
                        foreignKey("fk_post", List.of("id"), table("author"), List.of("id"))
                                .onDelete(ReferentialAction.SET_NULL)
                                .onUpdate(ReferentialAction.CASCADE)),
                List.of(index("ix_post", "at", "id")));
        Changes text = new Changes();
        text.tables("""
                table post\r
                \tcomment 'All posts'
                  bigint id withComment 'no ''more'' now'
                  'verbatim geo point' at notNull withDefaultSql 'here( )'
                  check ck_id 'id > 0'
                  oneOf ck_kind id '' 'a b'
                  unique uk_post id at
                  foreignKey fk_post id references author id onDelete SET_NULL onUpdate CASCADE
                  index ix_post at id
                """);
        assertThat(text.operations()).containsExactly(new CreateTable(table));
    }

    @Test
    void severalTablesGoAtOnce() {
        Changes changes = new Changes();
        changes.dropTables("a", "b");
        assertThat(changes.operations())
                .containsExactly(
                        new DropTable(Table.of(table("a"), List.of())), new DropTable(Table.of(table("b"), List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigint id",
                "bigint",
                "wide id",
                "varchar id",
                "bigint id maybe",
                "bigint id withDefault",
                "bigint '' notNull",
                "table a b c",
                "table",
                "primaryKey pk",
                "oneOf ck column",
                "check ck one two",
                "foreignKey fk a b references t c",
                "foreignKey fk a b",
                "foreignKey fk a references t b onDelete NOW",
                "foreignKey fk a references s t x c",
                "foreignKey fk a references t c onUpdate CASCADE onDelete CASCADE",
                "bigint id withDefault 'abc",
                "bigint id withDefault 'a'b"
            })
    void aLineThatIsNoPartOfATableIsNamed(String line) {
        String before = line.equals("bigint id") ? "" : "table t\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Changes().tables(before + "  " + line + "\n"))
                .withMessageContaining("'" + line + "' is no part of a table");
    }
}
