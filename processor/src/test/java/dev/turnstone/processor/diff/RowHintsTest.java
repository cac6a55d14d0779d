package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.author;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about fills, conversions and drops; what they do is in {@link RowCases}. */
class RowHintsTest {

    private static final Column STARS = column("stars", integer()).notNull();
    private static final Column PRICE = column("price", decimal(9, 2));
    private static final Column CENTS = PRICE.withType(bigint());
    private static final Check OLD_OR_NEW = oneOf("ck_author_name", "name", "NEW", "OLD");
    private static final Check NEW_ONLY = oneOf("ck_author_name", "name", "NEW");

    static Stream<Arguments> findings() {
        String unique =
                "@Fill gives the same value to all rows, but the column %s of table author is unique: the change"
                        + " fails on a table with two rows. | ";
        return Stream.of(
                finds(
                        "a fill of a column that may be empty",
                        author(),
                        author(NAME).filled("author", "name", literal("x")),
                        "TS-HINT-UNMATCHED @Fill author.name: @Fill has no effect: the column name of table author may"
                                + " be empty, so rows that exist are left as they are. | If each row must have a value:"
                                + " @Column(nullable = false)\nElse take @Fill away; a data migration can write values"
                                + " into a column that may be empty."),
                finds(
                        "a fill in a new table",
                        new Entities(),
                        author(STARS).filled("author", "stars", literal("0")),
                        "TS-HINT-DONE @Fill author.stars: @Fill has no effect: the table author is new. | It can go from"
                                + " the source."),
                finds(
                        "a fill of a column that is NOT NULL",
                        author(STARS),
                        author(STARS).filled("author", "stars", literal("0")),
                        "TS-HINT-DONE @Fill author.stars: @Fill has had its effect: the column stars of table author is"
                                + " NOT NULL already. | It can go from the source."),
                finds(
                        "one number for a unique column",
                        author(),
                        author(STARS, unique("uk_author", "stars")).filled("author", "stars", literal("0")),
                        "TS-FILL-UNIQUE @Fill author.stars: " + unique.formatted("stars") + "@Fill(sql = \"id\")"),
                finds(
                        "one text for a unique column",
                        author(NAME),
                        author(NAME.notNull(), unique("uk_author", "name")).filled("author", "name", literal("x")),
                        "TS-FILL-UNIQUE @Fill author.name: " + unique.formatted("name")
                                + "@Fill(sql = \"concat('name-', id)\")"),
                finds(
                        "one value for a key",
                        new Entities().table("author", NAME),
                        new Entities()
                                .table("author", NAME, column("id", uuid()).notNull(), primaryKey("pk_author", "id"))
                                .filled("author", "id", literal("00000000-0000-0000-0000-000000000000")),
                        "TS-FILL-UNIQUE @Fill author.id: " + unique.formatted("id")
                                + "@Fill(sql = \"<an expression that differs from row to row>\")"),
                finds(
                        "a conversion of a column that keeps its type",
                        author(PRICE),
                        author(PRICE.notNull().withDefault("0")).converted("author", "price", "price * 100", ""),
                        "TS-HINT-DONE @Convert author.price: @Convert has no effect (any more): the column price of table"
                                + " author keeps its type. | It can go from the source."),
                finds(
                        "a conversion of a new column",
                        author(),
                        author(PRICE).converted("author", "price", "price * 100", ""),
                        "TS-HINT-DONE @Convert author.price: @Convert has no effect (any more): the column price of table"
                                + " author is new. | It can go from the source."),
                finds(
                        "a conversion for an enum that gains a constant",
                        author(NAME, NEW_ONLY),
                        author(NAME, OLD_OR_NEW).converted("author", "name", "'OLD'", ""),
                        "TS-HINT-DONE @Convert author.name: @Convert has no effect (any more): the column name of table"
                                + " author keeps its type. | It can go from the source."),
                finds(
                        "a drop without a reason",
                        author(NAME),
                        author().droppedColumn("author", "name", " "),
                        "TS-NO-REASON @Dropped author.name: This @Dropped does not say why name may go. The reason is kept"
                                + " with the migration, for those who review it and those who miss the data later. |"
                                + " @Dropped(value = \"name\", reason = \"why it may go\")"),
                finds(
                        "a dropped table without a reason",
                        author(NAME),
                        new Entities().droppedTable("author", ""),
                        "TS-NO-REASON @Dropped author: This @Dropped does not say why author may go. The reason is kept"
                                + " with the migration, for those who review it and those who miss the data later. |"
                                + " @Dropped(tables = \"author\", reason = \"why it may go\")"));
    }

    private static Arguments finds(String name, Entities before, Entities after, String expected) {
        return arguments(name, before, after, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("findings")
    void oneFinding(String name, Entities before, Entities after, String expected) {
        assertThat(DiffCase.findings(before, after))
                .extracting(finding ->
                        finding.tag() + " " + finding.place() + ": " + finding.text() + " | " + finding.fix())
                .containsExactly(expected);
    }

    @Test
    void whatHadItsEffectIsANoteAndNoMoreOperations() {
        Entities after = author(STARS, CENTS, NAME, NEW_ONLY)
                .filled("author", "stars", literal("0"))
                .converted("author", "price", "price * 100", "")
                .converted("author", "name", "'NEW'", "");
        Baseline saved = DiffCase.saved(DiffCase.saved(Baseline.EMPTY, author(PRICE, NAME, OLD_OR_NEW)), after);

        Diff again = SchemaDiffer.diff(saved, after.declared());

        assertThat(again.operations()).isEmpty();
        assertThat(again.findings())
                .extracting(finding -> finding.tag() + " " + finding.place())
                .containsExactly(
                        "TS-HINT-DONE @Fill author.stars",
                        "TS-HINT-DONE @Convert author.price",
                        "TS-HINT-DONE @Convert author.name");
        assertThat(again.findings()).noneMatch(Finding::isError);
    }

    @Test
    void eachLossIsConsentedToWithItsReason() {
        Entities before = author(NAME, PRICE).table("tag", Blog.with("tag"));
        Entities after = author().droppedColumn("author", "NAME", "unused")
                .droppedColumn("author", "price", "moved")
                .droppedColumn("author", "gone", "long ago")
                .droppedTable("tag", "no tags");

        assertThat(SchemaDiffer.diff(DiffCase.saved(Baseline.EMPTY, before), after.declared())
                        .consents())
                .isEqualTo(List.of(
                        new Consent("TS-DROP-TABLE", "tag", "no tags"),
                        new Consent("TS-DROP-COLUMN", "author.name", "unused"),
                        new Consent("TS-DROP-COLUMN", "author.price", "moved")));
    }
}
