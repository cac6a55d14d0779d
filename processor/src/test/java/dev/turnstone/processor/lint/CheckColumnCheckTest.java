package dev.turnstone.processor.lint;

import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Changes;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table book renames price to cost, drops fax, and renames old to value while a new column is called old. */
class CheckColumnCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            price > 0                     | renames to cost | @Check("cost > 0")
            0 < PRICE AND price < 9       | renames to cost | @Check("0 < cost AND cost < 9")
            book.price > 0                | renames to cost | @Check("book.cost > 0")
            "price" <> ''                 | renames to cost | @Check("\\"cost\\" <> ''")
            kind <> 'price' OR price > 1  | renames to cost | @Check("kind <> 'price' OR cost > 1")
            length(fax) > 3               | drops           | Leave the check away
            """)
    void aNameThatIsGoneIsFound(String text, String what, String fix) {
        assertThat(remarks(text)).singleElement().satisfies(remark -> {
            assertThat(remark.subject()).isEqualTo("book.ck");
            assertThat(remark.text())
                    .startsWith("The check \"" + text + "\" names the column ")
                    .contains(what);
            assertThat(remark.fix()).startsWith((what.equals("drops") ? "" : "Write: ") + fix);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            cost > 0
            kind <> 'price'
            price (cost) > 0
            prices > 0 AND my_price > 0
            old > 0
            """)
    void aWordThatIsSomethingElseIsNot(String text) {
        assertThat(remarks(text)).isEmpty();
    }

    private static List<Remark> remarks(String text) {
        Changes changes = new Changes();
        changes.table("book").renameColumn("price", "cost");
        changes.table("book").renameColumn("old", "value");
        changes.table("book").dropColumn(column("fax", integer()));
        changes.table("book").addColumn(column("old", integer()));
        changes.table("book").add(check("ck", text));
        changes.table("other").renameColumn("kind", "sort");
        Schema target = Schema.of(Table.of(
                table("book"),
                List.of(column("cost", integer()), column("value", integer()), column("old", integer()))));
        DeclaredSchema declared = new DeclaredSchema(target, Mapping.EMPTY, Set.of(), List.of(), List.of(), Map.of());
        return new CheckColumnCheck()
                .check(new LintContext(Schema.EMPTY, changes.operations(), target, declared, List.of()));
    }
}
