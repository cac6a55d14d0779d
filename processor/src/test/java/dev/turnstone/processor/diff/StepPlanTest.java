package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.author;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where data migrations and SQL steps stand: first expand, then migrate, then contract. */
class StepPlanTest {

    private static final String DATA = "run the data migration com.acme.Step";
    private static final String UNDO = "take back the data migration com.acme.Step";

    private static DeclaredStep data(String... fills) {
        return new DeclaredStep(
                new RunData("com.acme.Step", false, true),
                false,
                0,
                List.of(),
                Stream.of(fills).map(fill -> new Placed<>(fill, SourceRef.NONE)).toList(),
                SourceRef.NONE);
    }

    private static DeclaredStep sql(String name, boolean first, int order) {
        RunSql run = new RunSql(name, List.of(new RunSql.Text("", List.of("SELECT 1"), List.of())));
        return new DeclaredStep(run, first, order, List.of(), List.of(), SourceRef.NONE);
    }

    /** The plan in words; it is checked that it leads to the target and back. */
    private static List<String> plan(Entities before, Entities after, DeclaredStep... steps) {
        Diff diff = diff(before, after, steps);
        assertThat(diff.findings()).filteredOn(Finding::isError).isEmpty();
        Schema start = DiffCase.saved(Baseline.EMPTY, before).schema();
        assertThat(SchemaReplay.replay(start, diff.operations())).isEqualTo(diff.target());
        List<Operation> back = Operations.inverse(diff.operations());
        assertThat(SchemaReplay.replay(diff.target(), back)).isEqualTo(start);
        List<String> mirrored = new ArrayList<>(back.stream()
                .filter(RunData.class::isInstance)
                .map(OperationSummary::of)
                .toList());
        assertThat(mirrored).allMatch(UNDO::equals);
        return diff.operations().stream().map(OperationSummary::of).toList();
    }

    private static Diff diff(Entities before, Entities after, DeclaredStep... steps) {
        return SchemaDiffer.diff(
                DiffCase.saved(Baseline.EMPTY, before), after.declared().withSteps(List.of(steps)));
    }

    @Test
    void standsBehindWhatIsAddedAndBeforeWhatGoes() {
        assertThat(plan(author(NAME), author(column("first", text())).droppedColumn("author", "name"), data()))
                .containsExactly("add column author.first text", DATA, "drop column author.name, with its values");
    }

    @Test
    void aColumnThatItFillsBecomesNotNullBehindIt() {
        assertThat(plan(author(), author(column("age", integer()).notNull()), data("author.AGE")))
                .containsExactly("add column author.age integer", DATA, "change column author.age: not null");
    }

    @Test
    void aColumnThatIsThereBecomesNotNullBehindItAndGetsItsRoomBefore() {
        assertThat(plan(
                        author(column("name", varchar(40))),
                        author(column("name", varchar(80)).notNull()),
                        data("author.name")))
                .containsExactly(
                        "change column author.name: type from varchar(40) to varchar(80)",
                        DATA,
                        "change column author.name: not null");
    }

    @Test
    void aColumnBecomesNarrowerBehindIt() {
        assertThat(plan(author(column("name", varchar(40))), author(column("name", varchar(20))), data()))
                .containsExactly(DATA, "change column author.name: type from varchar(40) to varchar(20)");
    }

    @Test
    void constraintsWaitForRowsThatMeetThem() {
        assertThat(plan(author(NAME), author(NAME, check("ck_name", "name <> ''"), index("ix_name", "name")), data()))
                .first()
                .isEqualTo(DATA);
    }

    @Test
    void thoseThatAreFirstRunBeforeEverythingElseAndTheOthersByNumberKindAndName() {
        assertThat(plan(
                        author(),
                        author(NAME),
                        sql("b", false, 0),
                        sql("late", false, 1),
                        sql("a", false, 0),
                        data(),
                        sql("drop_view", true, 7)))
                .containsExactly(
                        "run the SQL of drop_view",
                        "add column author.name varchar(40)",
                        DATA,
                        "run the SQL of a",
                        "run the SQL of b",
                        "run the SQL of late");
    }

    @Test
    void aFillThatNothingNeedsIsAnError() {
        assertThat(diff(author(), author(NAME), data("author.name", "author.nmae"))
                        .findings())
                .extracting(finding -> finding.tag().toString())
                .containsExactly("TS-HINT-UNMATCHED", "TS-HINT-UNMATCHED");
    }
}
