package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.ID;
import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.TITLE;
import static dev.turnstone.processor.diff.Blog.author;
import static dev.turnstone.processor.diff.Blog.pk;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses and hints: each message once, at its place, with a fix to paste. */
class FindingsTest {

    private static final Entities NONE = new Entities();

    static Stream<Arguments> losses() {
        return Stream.of(
                finds(
                        "a column, at the class",
                        author(NAME),
                        author(column("a", integer())),
                        "TS-DROP-COLUMN app.author: The table author has a column name that no field stands for any more."
                                + " To drop it would lose its values. | If it has another name now, write on the field:"
                                + " @RenamedFrom(\"name\")\nIf its values may go, write on the class: @Dropped(value ="
                                + " \"name\", reason = \"why it may go\")"),
                finds(
                        "a column, at a new one of its type",
                        author(NAME),
                        author(column("a", integer()), NAME.withName("zz")),
                        "TS-RENAME-AMBIGUOUS app.author.zz: The table author has a column name that no field stands for"
                                + " any more. The new column zz could be what it is called now, or it may be gone: a"
                                + " wrong guess would lose what is stored. | If it is called zz now, write on this field:"
                                + " @RenamedFrom(\"name\")\nIf it is gone and its values may go, write on the class"
                                + " author: @Dropped(value = \"name\", reason = \"why it may go\")"),
                finds(
                        "a table",
                        author(NAME),
                        NONE,
                        "TS-DROP-TABLE : No entity stands for the table author any more; it was app.author. To drop it"
                                + " would lose its rows, with 2 column(s). | If it has another name now, write on the"
                                + " class: @RenamedFrom(\"author\")\nIf its rows may go, write on an entity:"
                                + " @Dropped(tables = \"author\", reason = \"why it may go\")"),
                finds(
                        "a table, at a new one of its shape",
                        author(NAME),
                        new Entities().table("aaa", TITLE).table("writer", ID, pk("writer"), NAME),
                        "TS-RENAME-AMBIGUOUS app.writer: No entity stands for the table author any more; it was"
                                + " app.author. The new table writer could be what it is called now, or it may be gone: a"
                                + " wrong guess would lose what is stored. | If it is called writer now, write on this"
                                + " class: @RenamedFrom(\"author\")\nIf it is gone and its rows may go, write on an"
                                + " entity: @Dropped(tables = \"author\", reason = \"why it may go\")"));
    }

    static Stream<Arguments> hints() {
        return Stream.of(
                finds(
                        "rename of a column that never was",
                        author(NAME),
                        author(NAME, TITLE).renamed("author", "title", "nam"),
                        "TS-HINT-UNMATCHED app.author.title: @RenamedFrom(\"nam\") has no effect: the snapshot has"
                                + " nothing of this name that the column title of table author could have been. Did you"
                                + " mean 'name'? | @RenamedFrom(\"name\")"),
                finds(
                        "rename of a table that never was",
                        author(),
                        author().table("tag", with("tag")).renamed("tag", "x"),
                        "TS-HINT-UNMATCHED app.tag: @RenamedFrom(\"x\") has no effect: the snapshot has nothing of this"
                                + " name that the table tag could have been. | Name what it was called in the newest"
                                + " saved migration, or take the hint away."),
                finds(
                        "rename in a new table",
                        NONE,
                        author(NAME).renamed("author", "name", "x"),
                        "TS-HINT-UNMATCHED app.author.name: @RenamedFrom(\"x\") has no effect: the snapshot has nothing"
                                + " of this name that the column name of table author could have been. | Name what it was"
                                + " called in the newest saved migration, or take the hint away."),
                finds(
                        "two were the same column",
                        author(NAME),
                        author(NAME.withName("a"), NAME.withName("b"))
                                .renamed("author", "a", "name")
                                .renamed("author", "b", "name"),
                        "TS-HINT-CONFLICT app.author.b: @RenamedFrom(\"name\") says that the column b of table author was"
                                + " the column name of table author, but that is what the column a of table author was."
                                + " One thing cannot become two. | Keep the hint in one place only."),
                finds(
                        "a hint names what the thing is called",
                        author(NAME),
                        author(NAME).renamed("author", "name", "name"),
                        "TS-HINT-DONE app.author.name: @RenamedFrom(\"name\") has had its effect: the column name of table"
                                + " author has its new name since a saved migration. | It can go from the source."),
                finds(
                        "dropped and declared",
                        author(NAME),
                        author(NAME).droppedColumn("author", "name"),
                        "TS-HINT-CONFLICT @Dropped author.name: @Dropped(\"name\") contradicts the source: the column"
                                + " name of table author is still declared. | Take the hint away, or what it names."),
                finds(
                        "dropped and renamed",
                        author(NAME),
                        author(TITLE).renamed("author", "title", "name").droppedColumn("author", "name"),
                        "TS-HINT-CONFLICT @Dropped author.name: @Dropped(\"name\") contradicts the source: the column"
                                + " title, which it is called now, is still declared. | Take the hint away, or what it"
                                + " names."),
                finds(
                        "dropped what never was",
                        author(NAME),
                        author(NAME).droppedColumn("author", "nam"),
                        "TS-HINT-UNMATCHED @Dropped author.nam: @Dropped(\"nam\") has no effect: there was never anything"
                                + " of this name in the history. Did you mean 'name'? |"
                                + " @Dropped(value = \"name\", reason = \"why it may go\")"),
                finds(
                        "dropped and declared table",
                        author(),
                        author().droppedTable("author"),
                        "TS-HINT-CONFLICT @Dropped author: @Dropped(tables = \"author\") contradicts the source: the table"
                                + " author is still declared. | Take the hint away, or what it names."),
                finds(
                        "dropped and renamed table",
                        author(),
                        new Entities()
                                .table("writer", with("writer"))
                                .renamed("writer", "author")
                                .droppedTable("author"),
                        "TS-HINT-CONFLICT @Dropped author: @Dropped(tables = \"author\") contradicts the source: the table"
                                + " writer, which it is called now, is still declared. | Take the hint away, or what it"
                                + " names."),
                finds(
                        "dropped table that never was",
                        author(),
                        author().droppedTable("autor"),
                        "TS-HINT-UNMATCHED @Dropped autor: @Dropped(tables = \"autor\") has no effect: there was never"
                                + " anything of this name in the history. Did you mean 'author'? |"
                                + " @Dropped(tables = \"author\", reason = \"why it may go\")"));
    }

    private static Arguments finds(String name, Entities before, Entities after, String expected) {
        return arguments(name, before, after, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"losses", "hints"})
    void oneFinding(String name, Entities before, Entities after, String expected) {
        assertThat(DiffCase.findings(before, after))
                .extracting(FindingsTest::written)
                .containsExactly(expected);
    }

    private static String written(Finding finding) {
        return finding.tag() + " " + finding.place() + ": " + finding.text() + " | " + finding.fix();
    }

    @Test
    void aLossThatIsNotAllowedIsNoOperation() {
        Diff diff = SchemaDiffer.diff(
                DiffCase.saved(Baseline.EMPTY, author(NAME).table("tag", with("tag"))),
                author(column("a", integer()), NAME.withName("nick").notNull()).declared());

        // Nor is the new column that may be the old one: it would be said to lack a value for the rows that exist.
        assertThat(diff.operations())
                .containsExactly(new AddColumn(TableName.of("author"), column("a", integer()), null));
        assertThat(diff.findings()).hasSize(2);
    }

    @Test
    void hintsThatWereSavedCanGo() {
        Entities before = author(NAME, TITLE).table("tag", with("tag")).table("old", with("old"));
        Entities after = author(NAME.withName("nick"))
                .renamed("author", "nick", "name")
                .droppedColumn("author", "title")
                .table("label", with("label"))
                .renamed("label", "tag")
                .droppedTable("old");
        Baseline saved = DiffCase.saved(DiffCase.saved(Baseline.EMPTY, before), after);

        Diff again = SchemaDiffer.diff(saved, after.declared());

        assertThat(again.operations()).isEmpty();
        assertThat(again.findings())
                .extracting(finding -> finding.tag() + " " + finding.severity() + " " + finding.place())
                .containsExactlyInAnyOrder(
                        "TS-HINT-DONE NOTE app.author.nick",
                        "TS-HINT-DONE NOTE app.label",
                        "TS-HINT-DONE NOTE @Dropped author.title",
                        "TS-HINT-DONE NOTE @Dropped old");
    }

    @Test
    void aSavedHintDoesNotFetchANewThingOfTheOldName() {
        Entities first = author(NAME);
        Entities second = author(NAME.withName("nick")).renamed("author", "nick", "name");
        Entities third = author(NAME.withName("nick"), NAME).renamed("author", "nick", "name");
        Entities fourth = author(NAME.withName("called"), NAME)
                .field("author", "called", "nick")
                .renamed("author", "called", "name");
        Baseline baseline = Baseline.EMPTY;
        for (Entities entities : List.of(first, second, third)) {
            baseline = DiffCase.saved(baseline, entities);
        }

        Diff diff = SchemaDiffer.diff(baseline, fourth.declared());

        assertThat(MigrationName.of(diff.operations(), false)).isEqualTo("rename_author_nick_to_called");
    }

    @Test
    void namesThatAreSwappedAgainAndAgainAreSwappedEachTime() {
        Entities here = author(NAME, TITLE).field("author", "name", "a").field("author", "title", "b");
        Entities there = author(NAME, TITLE)
                .field("author", "name", "b")
                .field("author", "title", "a")
                .renamed("author", "name", "title")
                .renamed("author", "title", "name");
        Entities back = author(NAME, TITLE)
                .field("author", "name", "a")
                .field("author", "title", "b")
                .renamed("author", "name", "title")
                .renamed("author", "title", "name");
        Baseline baseline = DiffCase.saved(Baseline.EMPTY, here);
        for (Entities entities : List.of(there, back, there)) {
            assertThat(SchemaDiffer.diff(baseline, entities.declared()).operations())
                    .hasSize(3);
            baseline = DiffCase.saved(baseline, entities);
            assertThat(SchemaDiffer.diff(baseline, entities.declared()).operations())
                    .isEmpty();
        }
    }

    @Test
    void aDroppedNameThatAnotherColumnTookOverIsDone() {
        Entities before = author(NAME, TITLE);
        Entities after = author(NAME).renamed("author", "name", "title").droppedColumn("author", "name");
        Baseline saved = DiffCase.saved(DiffCase.saved(Baseline.EMPTY, before), after);

        assertThat(SchemaDiffer.diff(saved, after.declared()).findings())
                .extracting(finding -> finding.tag().toString())
                .containsExactlyInAnyOrder("TS-HINT-DONE", "TS-HINT-DONE");
    }
}
