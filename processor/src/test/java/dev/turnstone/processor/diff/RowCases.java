package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.author;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.unique;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import java.util.stream.Stream;

/** What happens to the rows that exist: they are filled or converted. */
final class RowCases {

    private static final Column STARS = column("stars", integer()).notNull();
    private static final Column PRICE = column("price", decimal(9, 2));
    private static final Column CENTS = PRICE.withType(bigint());
    private static final Check OLD_OR_NEW = oneOf("ck_author_name", "name", "NEW", "OLD");
    private static final Check NEW_ONLY = oneOf("ck_author_name", "name", "NEW");

    private RowCases() {}

    static Stream<DiffCase> rows() {
        Column cents = CENTS.withName("cents");
        return Stream.of(
                new DiffCase(
                        "a fill of a new column is no default",
                        author(),
                        author(STARS).filled("author", "stars", literal("0")),
                        c -> c.table("author").addColumn(STARS, literal("0"))),
                new DiffCase(
                        "rows that exist and new rows may get different values",
                        author(),
                        author(STARS.withDefault("1")).filled("author", "stars", literal("0")),
                        c -> c.table("author").addColumn(STARS.withDefault("1"), literal("0"))),
                new DiffCase(
                        "test_alter_field_to_not_null_oneoff_default",
                        author(NAME),
                        author(NAME.notNull()).filled("author", "name", sql("lower(id)")),
                        c -> c.table("author").alterColumn(NAME, NAME.notNull()).fill(sql("lower(id)"))),
                new DiffCase(
                        "an expression fills a unique column",
                        author(),
                        author(STARS, unique("uk_author_stars", "stars")).filled("author", "stars", sql("id")),
                        c -> {
                            c.table("author").addColumn(STARS, sql("id"));
                            c.table("author").add(unique("uk_author_stars", "stars"));
                        }),
                new DiffCase(
                        "a constant fills a column that is unique with another one",
                        author(NAME),
                        author(NAME, STARS, unique("uk_author", "name", "stars"))
                                .filled("author", "stars", literal("0")),
                        c -> {
                            c.table("author").addColumn(STARS, literal("0"));
                            c.table("author").add(unique("uk_author", "name", "stars"));
                        }),
                new DiffCase(
                        "a conversion there and back",
                        author(PRICE),
                        author(CENTS).converted("author", "price", "price * 100", "price / 100.0"),
                        c -> c.table("author")
                                .alterColumn(PRICE, CENTS)
                                .using("price * 100")
                                .usingBack("price / 100.0")),
                new DiffCase(
                        "a conversion of a renamed column comes after the rename",
                        author(PRICE),
                        author(cents)
                                .renamed("author", "cents", "price")
                                .converted("author", "cents", "cents * 100", ""),
                        c -> {
                            c.table("author").renameColumn("price", "cents");
                            c.table("author")
                                    .alterColumn(PRICE.withName("cents"), cents)
                                    .using("cents * 100");
                        }),
                new DiffCase(
                        "filled and converted at once",
                        author(PRICE),
                        author(CENTS.notNull())
                                .filled("author", "price", literal("0"))
                                .converted("author", "price", "price * 100", ""),
                        c -> c.table("author")
                                .alterColumn(PRICE, CENTS.notNull())
                                .fill(literal("0"))
                                .using("price * 100")),
                new DiffCase(
                        "an enum loses a constant: its rows get another one while no check is there",
                        author(NAME, OLD_OR_NEW),
                        author(NAME, NEW_ONLY).converted("author", "name", "'NEW'", "name"),
                        c -> {
                            c.table("author").drop(OLD_OR_NEW);
                            c.table("author")
                                    .alterColumn(NAME, NAME)
                                    .using("'NEW'")
                                    .usingBack("name");
                            c.table("author").add(NEW_ONLY);
                        }),
                new DiffCase(
                        "a text becomes an enum",
                        author(NAME),
                        author(NAME, NEW_ONLY).converted("author", "name", "upper(name)", ""),
                        c -> {
                            c.table("author").alterColumn(NAME, NAME).using("upper(name)");
                            c.table("author").add(NEW_ONLY);
                        }));
    }
}
