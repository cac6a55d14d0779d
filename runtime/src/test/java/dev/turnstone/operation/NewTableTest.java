package dev.turnstone.operation;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.blob;
import static dev.turnstone.schema.Definitions.bool;
import static dev.turnstone.schema.Definitions.character;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.date;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.doublePrecision;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.real;
import static dev.turnstone.schema.Definitions.smallint;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.time;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.timestampWithTimeZone;
import static dev.turnstone.schema.Definitions.tinyint;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.uuid;
import static dev.turnstone.schema.Definitions.varbinary;
import static dev.turnstone.schema.Definitions.varchar;
import static dev.turnstone.schema.Definitions.verbatim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewTableTest {

    private final Changes changes = new Changes();

    @Test
    void aColumnOfEachTypeIsThatOfDefinitions() {
        changes.table("t")
                .createTable()
                .bool("c01")
                .tinyint("c02")
                .smallint("c03")
                .integer("c04")
                .bigint("c05")
                .real("c06")
                .doublePrecision("c07")
                .decimal("c08", 9, 2)
                .character("c09", 3)
                .varchar("c10", 4)
                .text("c11")
                .varbinary("c12", 5)
                .blob("c13")
                .date("c14")
                .time("c15", 6)
                .timestamp("c16", 3)
                .timestampWithTimeZone("c17", 6)
                .uuid("c18")
                .verbatim("c19", "POINT");
        assertCreated(
                column("c01", bool()),
                column("c02", tinyint()),
                column("c03", smallint()),
                column("c04", integer()),
                column("c05", bigint()),
                column("c06", real()),
                column("c07", doublePrecision()),
                column("c08", decimal(9, 2)),
                column("c09", character(3)),
                column("c10", varchar(4)),
                column("c11", text()),
                column("c12", varbinary(5)),
                column("c13", blob()),
                column("c14", date()),
                column("c15", time(6)),
                column("c16", timestamp(3)),
                column("c17", timestampWithTimeZone(6)),
                column("c18", uuid()),
                column("c19", verbatim("POINT")));
    }

    @Test
    void aPropertyBelongsToTheColumnBeforeIt() {
        changes.table("t")
                .createTable()
                .bigint("id")
                .asIdentity()
                .varchar("state", 8)
                .notNull()
                .withDefault("NEW")
                .timestamp("since", 6)
                .withDefaultSql("current_timestamp")
                .withComment("The first day.")
                .primaryKey("pk", "id")
                .unique("uq", "state", "since")
                .oneOf("ck", "state", "NEW", "OLD")
                .index("ix", "since")
                .with(check("ck_2", "id > 0"), comment("Things."));
        assertCreated(
                column("id", bigint()).asIdentity(),
                column("state", varchar(8)).notNull().withDefault("NEW"),
                column("since", timestamp(6))
                        .withDefaultSql("current_timestamp")
                        .withComment("The first day."),
                primaryKey("pk", "id"),
                unique("uq", "state", "since"),
                oneOf("ck", "state", "NEW", "OLD"),
                index("ix", "since"),
                check("ck_2", "id > 0"),
                comment("Things."));
    }

    @Test
    void aPropertyOfNoColumnIsRefused() {
        NewTable table = changes.table("t").createTable();
        assertThatIllegalStateException().isThrownBy(table::notNull).withMessageContaining("table t");
        table.bigint("id").primaryKey("pk", "id");
        assertThatIllegalStateException().isThrownBy(table::notNull);
    }

    @Test
    void aTableIsCreatedBeforeTheChangesThatFollow() {
        changes.table("a").createTable().bigint("id");
        changes.table("b").createTable().bigint("id");
        changes.table("a").renameColumn("id", "key");

        assertThat(changes.operations())
                .containsExactly(
                        create("a", column("id", bigint())),
                        create("b", column("id", bigint())),
                        new RenameColumn(table("a"), "id", "key"));
        assertThat(changes.operations()).hasSize(3);
    }

    private void assertCreated(TableElement... elements) {
        assertThat(changes.operations()).containsExactly(create("t", elements));
    }

    private static CreateTable create(String name, TableElement... elements) {
        return new CreateTable(Table.of(table(name), List.of(elements)));
    }
}
