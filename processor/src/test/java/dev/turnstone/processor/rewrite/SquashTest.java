package dev.turnstone.processor.rewrite;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SquashTest {

    private static final TableName AUTHOR = table("author");
    private static final Operation CREATE = create("author");
    private static final Operation VIEW = sql("names", "CREATE VIEW names AS SELECT name FROM author");
    private static final Operation DATA = new RunData("com.acme.SplitNames", false, true);
    private static final Operation RENAME = new RenameColumn(AUTHOR, "name", "full_name");

    private static Operation create(String name) {
        return new CreateTable(Table.of(
                table(name),
                List.of(
                        column("id", bigint()).notNull(),
                        column("name", varchar(80)),
                        primaryKey("pk_" + name, "id"))));
    }

    private static Operation sql(String name, String text) {
        return new RunSql(name, List.of(new RunSql.Text("", List.of(text), List.of("DROP VIEW " + name))));
    }

    private static ForeignKey key(String from, String to) {
        return new ForeignKey(
                "fk_" + from + "_" + to,
                List.of("id"),
                table(to),
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
    }

    @Test
    void changesOfATableAreFoldedIntoItsCreation() {
        List<Operation> history = List.of(
                CREATE,
                new AddColumn(AUTHOR, column("email", varchar(9)), null),
                RENAME,
                new DropColumn(AUTHOR, column("email", varchar(9)), null));

        assertThat(Squash.of(history, Set.of()).operations())
                .containsExactly(new CreateTable(
                        SchemaReplay.replay(Schema.EMPTY, history).table(AUTHOR).orElseThrow()));
    }

    @Test
    void tablesFollowThoseThatTheyReference() {
        List<Operation> history =
                List.of(create("a"), create("b"), create("c"), new AddConstraint(table("a"), key("a", "b")));

        List<Operation> squashed = Squash.of(history, Set.of()).operations();

        assertThat(squashed)
                .extracting(each -> ((CreateTable) each).table().name().name())
                .containsExactly("b", "a", "c");
    }

    @Test
    void sequencesComeFirst() {
        Sequence small = new Sequence(TableName.of("author_seq"), 1, 10);
        Sequence large = new Sequence(TableName.of("writer_seq"), 1, 50);
        Sequence gone = new Sequence(TableName.of("old_seq"), 1, 1);

        Squash squash = Squash.of(
                List.of(
                        new ChangeSequence(null, gone),
                        new ChangeSequence(null, small),
                        CREATE,
                        VIEW,
                        new ChangeSequence(small, large),
                        new ChangeSequence(gone, null)),
                Set.of());

        assertThat(squash.barriers()).isEmpty();
        assertThat(squash.operations()).containsExactly(new ChangeSequence(null, large), CREATE, VIEW);
    }

    @Test
    void aCircleIsClosedAtTheEnd() {
        List<Operation> history = List.of(
                create("a"),
                create("b"),
                new AddConstraint(table("a"), key("a", "b")),
                new AddConstraint(table("b"), key("b", "a")),
                new AddConstraint(table("b"), key("b", "b")));

        List<Operation> squashed = Squash.of(history, Set.of()).operations();

        assertThat(squashed).hasSize(3);
        assertThat(squashed.get(2)).isEqualTo(new AddConstraint(table("a"), key("a", "b")));
        assertThat(SchemaReplay.replay(Schema.EMPTY, squashed)).isEqualTo(SchemaReplay.replay(Schema.EMPTY, history));
    }

    @Test
    void stepsOfSqlAreCarriedOverInTheirOrder() {
        Operation grant = sql("grants", "GRANT SELECT ON names TO PUBLIC");

        Squash squash = Squash.of(List.of(CREATE, VIEW, grant, create("b")), Set.of());

        assertThat(squash.barriers()).isEmpty();
        assertThat(squash.operations()).containsExactly(CREATE, create("b"), VIEW, grant);
    }

    @Test
    void aStepThatSpeaksOfWhatIsGoneIsABarrier() {
        assertThat(Squash.of(List.of(CREATE, VIEW, RENAME), Set.of()).barriers())
                .isEqualTo(Map.of("names", "its SQL speaks of name, which a later migration renamed or dropped"));
        assertThat(Squash.of(List.of(CREATE, RENAME, sql("v", "select full_name from author")), Set.of())
                        .barriers())
                .isEmpty();
    }

    @Test
    void aDataMigrationIsABarrier() {
        assertThat(Squash.of(List.of(CREATE, DATA), Set.of()).barriers()).containsOnlyKeys("com.acme.SplitNames");
    }

    @Test
    void whatIsNoLongerNeededIsLeftOut() {
        Squash squash = Squash.of(List.of(CREATE, VIEW, DATA, RENAME), Set.of("names", "com.acme.SplitNames"));

        assertThat(squash.barriers()).isEmpty();
        assertThat(squash.operations()).hasSize(1);
    }
}
