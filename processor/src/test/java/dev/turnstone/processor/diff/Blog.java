package dev.turnstone.processor.diff;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Parts that many cases share. */
final class Blog {

    static final Column ID = column("id", bigint()).asIdentity();
    static final Column NAME = column("name", varchar(40));
    static final Column TITLE = column("title", varchar(40));

    private Blog() {}

    static PrimaryKey pk(String table) {
        return primaryKey("pk_" + table, "id");
    }

    /** The parts of a table with an id of its own, and more. */
    static TableElement[] with(String table, TableElement... more) {
        List<TableElement> parts = new ArrayList<>(List.of(ID, pk(table)));
        parts.addAll(List.of(more));
        return parts.toArray(TableElement[]::new);
    }

    /** Entities with one table of authors, with an id of its own, and more. */
    static Entities author(TableElement... more) {
        return new Entities().table("author", with("author", more));
    }

    /** Entities with one table of posts, with an id, a name and a title, and more. */
    static Entities post(TableElement... more) {
        return new Entities()
                .table(
                        "post",
                        with(
                                "post",
                                Stream.concat(Stream.of(NAME, TITLE), Stream.of(more))
                                        .toArray(TableElement[]::new)));
    }

    /** A column that references the id of another table. */
    static Column ref(String name) {
        return column(name, bigint());
    }

    /** The foreign key over a column, as Turnstone names it. */
    static ForeignKey fk(String table, String column, String references) {
        return foreignKey("fk_" + table + "_" + column, column, table(references), "id");
    }
}
