package dev.turnstone.processor.declared;

import static dev.turnstone.processor.declared.Declare.check;
import static dev.turnstone.processor.declared.Declare.column;
import static dev.turnstone.processor.declared.Declare.embedded;
import static dev.turnstone.processor.declared.Declare.entity;
import static dev.turnstone.processor.declared.Declare.id;
import static dev.turnstone.processor.declared.Declare.index;
import static dev.turnstone.processor.declared.Declare.on;
import static dev.turnstone.processor.declared.Declare.ref;
import static dev.turnstone.processor.declared.Declare.refOnDelete;
import static dev.turnstone.processor.declared.Declare.renamedFrom;
import static dev.turnstone.processor.declared.Declare.text;
import static dev.turnstone.processor.declared.Declare.unique;
import static dev.turnstone.processor.declared.Declare.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.declared.SchemaAssembler.Assembly;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SchemaAssemblerTest {

    private static final DeclaredEntity AUTHOR = entity("app.Author", id("id"), text("name"));
    private static final DeclaredEntity ORDER_ITEM =
            entity("app.Shop$OrderItem", id(2, text("sku")), id(1, ref("order", "app.Order")), text("noteText"));
    private static final DeclaredEntity ORDER = entity("app.Order", id("id"));

    @Test
    void derivesNamesInSnakeCase() {
        Table item = table(assemble(ORDER_ITEM, ORDER), "order_item");

        assertThat(item.columns()).extracting(Column::name).containsExactly("note_text", "order_id", "sku");
        assertThat(item.primaryKey().orElseThrow().name()).isEqualTo("pk_order_item");
        assertThat(item.primaryKey().orElseThrow().columns()).containsExactly("order_id", "sku");
        assertThat(item.constraint("fk_order_item_order_id")).isPresent();
    }

    @Test
    void keepsJavaNamesForJpa() {
        Assembly assembly = SchemaAssembler.assemble(List.of(ORDER_ITEM, ORDER), List.of(), List.of(), Naming.JPA);
        Table item = table(assembly, "OrderItem");

        assertThat(item.columns()).extracting(Column::name).containsExactly("noteText", "order_id", "sku");
        assertThat(item.constraint("pk_OrderItem")).isPresent();
    }

    @Test
    void refersToCompositeKeysInTheirOrder() {
        DeclaredEntity note = entity("app.Note", id("id"), ref("item", "app.Shop$OrderItem"));
        Table table = table(assemble(note, ORDER_ITEM, ORDER), "note");

        assertThat(table.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("fk_note_item_order_id_item_sku");
            assertThat(key.columns()).containsExactly("item_order_id", "item_sku");
            assertThat(key.references()).containsExactly("order_id", "sku");
            assertThat(key.table()).isEqualTo(TableName.of("order_item"));
        });
    }

    @Test
    void prefersGivenNames() {
        DeclaredEntity note = on(
                "crm",
                "Notes",
                entity("app.Note", column("no", id("id")), ref("item", "app.Shop$OrderItem", "o", "s")));
        Assembly assembly = assemble(note, ORDER_ITEM, ORDER);
        TableName name = new TableName("crm", "Notes");
        Table table = assembly.schema().schema().table(name).orElseThrow();

        assertThat(table.columns()).extracting(Column::name).containsExactly("no", "o", "s");
        assertThat(table.foreignKeys()).extracting(ForeignKey::columns).containsExactly(List.of("o", "s"));
        assertThat(assembly.schema().place(name, "O").path()).isEqualTo("field item");
        assertThat(assembly.schema().place(name).path()).isEqualTo("app.Note");
        assertThat(assembly.schema().place(name, "PK_Notes").path()).isEqualTo("app.Note");
        assertThat(assembly.schema().dropHints()).singleElement().satisfies(hint -> {
            assertThat(hint.table()).isEqualTo(name);
            assertThat(hint.name()).isEqualTo("gone");
        });
    }

    @Test
    void leavesTheTablesOfOtherSetsOut() {
        Assembly assembly = SchemaAssembler.assemble(
                List.of(entity("app.Post", id("id"), ref("author", "app.Author"))),
                List.of(AUTHOR),
                List.of(),
                Naming.SNAKE_CASE);

        assertThat(assembly.findings()).isEmpty();
        assertThat(assembly.schema().schema().tables()).extracting(Table::name).containsExactly(TableName.of("post"));
        assertThat(table(assembly, "post").foreignKeys())
                .extracting(ForeignKey::table)
                .containsExactly(TableName.of("author"));
    }

    @Test
    void followsARenamedFieldToItsColumns() {
        DeclaredEntity note = entity(
                "app.Note",
                id("id"),
                renamedFrom("line", ref("item", "app.Shop$OrderItem")),
                renamedFrom("writer", ref("author", "app.Author")),
                renamedFrom("house", embedded("home", null, text("street"), renamedFrom("postCode", text("zip")))),
                embedded("w", "", renamedFrom("boss", ref("chief", "app.Author"))),
                embedded("v", "", renamedFrom("aide_id", ref("helper", "app.Author"))),
                renamedFrom("old", embedded("pinned", "p_", text("x"))));
        Assembly assembly = assemble(note, ORDER_ITEM, ORDER, AUTHOR);

        assertThat(assembly.findings()).isEmpty();
        assertThat(assembly.schema().mapping().entity("app.Note").orElseThrow().columns())
                .containsExactly(
                        new ColumnMapping("author_id", "author", "writer"),
                        new ColumnMapping("chief_id", "w.chief", "boss_id"),
                        new ColumnMapping("helper_id", "v.helper", "aide_id"),
                        new ColumnMapping("home_street", "home.street", "house_street"),
                        new ColumnMapping("home_zip", "home.zip", "house_post_code"),
                        new ColumnMapping("id", "id", ""),
                        new ColumnMapping("item_order_id", "item", "line_order_id"),
                        new ColumnMapping("item_sku", "item", "line_sku"),
                        new ColumnMapping("p_x", "pinned.x", "old.x"));
    }

    @Test
    void takesEqualRulesOnce() {
        Table table = table(
                assemble(with(
                        entity(
                                "app.A",
                                id("id"),
                                text("x", unique(""), index(""), check("", "x > 0")),
                                text("y", check("", "y >  0"))),
                        unique("", "X"),
                        unique("own", "x"),
                        index("", "x"),
                        check("", "x>0"))),
                "a");

        assertThat(table.constraints())
                .extracting(each -> each.name().replaceAll("_[0-9a-f]{8}$", "_#"))
                .containsExactly("ck_a_#", "ck_a_x_#", "ck_a_y_#", "own", "pk_a");
        assertThat(table.indexes()).hasSize(1);
    }

    @Test
    void refusesActionsThatCannotWork() {
        DeclaredField author = refOnDelete("author", "app.Author", ReferentialAction.SET_NULL);
        DeclaredField required = new DeclaredField(
                author.name(),
                author.place(),
                author.type(),
                false,
                author.id(),
                author.column(),
                author.rules(),
                author.nullConflict());

        assertThat(assemble(AUTHOR, entity("app.Post", id("id"), author)).findings())
                .isEmpty();
        assertThat(assemble(AUTHOR, entity("app.Post", id("id"), required)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text()).contains("SET_NULL", "author_id", "NOT NULL");
                    assertThat(finding.place().path()).isEqualTo("onDelete");
                });
    }

    @Property(tries = 60)
    void theOrderOfEverythingCarriesNoMeaning(@ForAll long seed) {
        Random random = new Random(seed);
        List<DeclaredEntity> entities = new ArrayList<>(List.of(
                AUTHOR,
                ORDER,
                ORDER_ITEM,
                with(
                        entity(
                                "app.a.B",
                                id("c"),
                                text("d", unique("")),
                                ref("item", "app.Shop$OrderItem"),
                                embedded("home", null, text("street"), text("zip"))),
                        index("", "home", "item")),
                entity("app.a.C", id("c"), text("b", unique("")))));
        DeclaredSchema expected =
                assemble(entities.toArray(DeclaredEntity[]::new)).schema();
        Collections.shuffle(entities, random);
        entities.replaceAll(each -> shuffled(each, random));

        assertThat(assemble(entities.toArray(DeclaredEntity[]::new)).schema()).isEqualTo(expected);
    }

    private static DeclaredEntity shuffled(DeclaredEntity entity, Random random) {
        return new DeclaredEntity(
                entity.className(),
                entity.simpleName(),
                entity.place(),
                entity.table(),
                shuffled(entity.fields(), random),
                entity.rules(),
                entity.drops(),
                entity.notNullPaths());
    }

    private static List<DeclaredField> shuffled(List<DeclaredField> fields, Random random) {
        List<DeclaredField> shuffled = new ArrayList<>(fields);
        Collections.shuffle(shuffled, random);
        shuffled.replaceAll(each -> each.type() instanceof FieldType.Embedded embedded
                ? Declare.field(
                        each.name(),
                        new FieldType.Embedded(
                                embedded.prefix(), shuffled(embedded.fields(), random), embedded.drops()))
                : each);
        return shuffled;
    }

    static Assembly assemble(DeclaredEntity... entities) {
        return SchemaAssembler.assemble(List.of(entities), List.of(), List.of(), Naming.SNAKE_CASE);
    }

    static Table table(Assembly assembly, String name) {
        assertThat(assembly.findings()).isEmpty();
        return assembly.schema().schema().table(TableName.of(name)).orElseThrow();
    }
}
