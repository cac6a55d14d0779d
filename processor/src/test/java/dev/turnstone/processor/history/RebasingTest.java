package dev.turnstone.processor.history;

import static dev.turnstone.processor.history.Histories.AUTHOR;
import static dev.turnstone.processor.history.Histories.EMAIL;
import static dev.turnstone.processor.history.Histories.INITIAL;
import static dev.turnstone.processor.history.Histories.MAPPING;
import static dev.turnstone.processor.history.Histories.RENAMES;
import static dev.turnstone.processor.history.Histories.delete;
import static dev.turnstone.processor.history.Histories.files;
import static dev.turnstone.processor.history.Histories.messages;
import static dev.turnstone.processor.history.Histories.save;
import static dev.turnstone.processor.history.Histories.write;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.schema.DefaultValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of two branches, brought into one line. */
class RebasingTest {

    private static final List<Operation> AGE = List.of(new AddColumn(AUTHOR, column("age", integer()), null));
    private static final List<Operation> BORN = List.of(new AddColumn(AUTHOR, column("born", integer()), null));

    private static final List<Operation> SWAP = List.of(
            new RenameColumn(AUTHOR, "id", "x"),
            new RenameColumn(AUTHOR, "name", "id"),
            new RenameColumn(AUTHOR, "x", "name"));

    @TempDir
    Path temp;

    private Path dir;

    /** One branch renamed the table, the other one added two columns. */
    @BeforeEach
    void fork() {
        dir = temp.resolve("turnstone");
        Path other = temp.resolve("other");
        History base = save(dir, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        save(other, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        save(dir, base, "renames", RENAMES);
        save(other, save(other, base, "age", AGE), "born", BORN);
        for (String file : List.of("0002_age.json", "0003_born.json")) {
            write(dir, file, files(other).get(file));
        }
    }

    private History rebased(String id) {
        HistoryResult result = HistoryReshape.rebase(dir, id);
        return result.history().orElseThrow(() -> new AssertionError(result.findings()));
    }

    private void rewrite(String id) {
        HistoryResult result =
                HistoryReshape.rewrite(dir, rebased(id), folder -> HistoryReshape.rebase(folder, id), MAPPING);
        assertThat(result.history()).as("%s", result.findings()).isPresent();
    }

    @Test
    void aBranchGoesOnTopWithAllThatItSaved() {
        rewrite("0002_age");

        assertThat(files(dir))
                .containsOnlyKeys(
                        "0001_initial.json", "0002_renames.json", "0003_age.json", "0004_born.json", "schema.json");
        assertThat(messages(dir)).isEmpty();
        History history = HistoryStore.load(dir).history().orElseThrow();
        assertThat(history.migrations().get(3).operations())
                .containsExactly(new AddColumn(table("writer"), column("born", integer()), null));
        assertThat(history.set()).isEqualTo("acme");
    }

    @Test
    void theOtherBranchMayGoOnTopInstead() {
        rewrite("0002_renames");

        assertThat(files(dir))
                .containsOnlyKeys(
                        "0001_initial.json", "0002_age.json", "0003_born.json", "0004_renames.json", "schema.json");
        assertThat(messages(dir)).isEmpty();
        assertThat(HistoryStore.load(dir)
                        .history()
                        .orElseThrow()
                        .migrations()
                        .get(3)
                        .operations())
                .isEqualTo(RENAMES);
    }

    /** Every state that a killed compile can leave is an error that the same command mends. */
    @Test
    void aRebaseThatWasKilledIsFinishedByTheSameCommand() {
        SortedMap<String, String> before = files(dir);
        rewrite("0002_age");
        SortedMap<String, String> after = files(dir);
        List<Runnable> steps = new ArrayList<>(List.of(
                () -> write(dir, "0003_age.json", after.get("0003_age.json")),
                () -> write(dir, "0004_born.json", after.get("0004_born.json")),
                () -> delete(dir, "0003_born.json"),
                () -> delete(dir, "0002_age.json")));
        for (int done = 1; done <= steps.size(); done++) {
            files(dir).keySet().forEach(file -> delete(dir, file));
            before.forEach((file, text) -> write(dir, file, text));
            steps.subList(0, done).forEach(Runnable::run);

            assertThat(HistoryStore.load(dir).findings())
                    .as("after %s steps", done)
                    .anyMatch(Finding::isError);
            assertThat(String.join("", messages(dir))).contains("-Aturnstone.rebase=");
            rewrite("0002_age");
            assertThat(files(dir)).as("after %s steps", done).isEqualTo(after);
        }
    }

    @Test
    void twoMigrationsOfOneNameAreToldApartByTheMarksOfTheMerge() {
        Path other = temp.resolve("third");
        History base = save(other, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        save(other, base, "renames", EMAIL);
        delete(dir, "0002_age.json");
        delete(dir, "0003_born.json");
        String marked = "<<<<<<< HEAD\n" + files(dir).get("0002_renames.json") + "=======\n"
                + files(other).get("0002_renames.json") + ">>>>>>> feature\n";
        write(dir, "0002_renames.json", marked);
        write(
                dir,
                "schema.json",
                "<<<<<<< HEAD\n" + files(dir).get("schema.json") + "||||||| base\n{}\n=======\n"
                        + files(other).get("schema.json") + ">>>>>>> feature\n");

        assertThat(messages(dir))
                .singleElement()
                .asString()
                .contains("both under the name turnstone/0002_renames.json");
        rewrite("0002_renames");

        assertThat(messages(dir)).isEmpty();
        assertThat(HistoryStore.load(dir).history().orElseThrow().migrations())
                .extracting(SavedMigration::id)
                .containsExactly("0001_initial", "0002_renames", "0003_renames");
    }

    @Test
    void aConflictIsReportedAndNothingIsWritten() {
        Path other = temp.resolve("third");
        History base = save(other, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        save(other, base, "label", List.of(new RenameColumn(AUTHOR, "name", "label"), AGE.get(0)));
        delete(dir, "0002_age.json");
        delete(dir, "0003_born.json");
        write(dir, "0002_label.json", files(other).get("0002_label.json"));
        Map<String, String> before = new TreeMap<>(files(dir));

        HistoryResult result = HistoryReshape.rebase(dir, "0002_label");

        assertThat(result.history()).isEmpty();
        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith(
                                "[TS-HISTORY-CHAIN] 0002_label cannot be put on top of 0002_renames, as both change the same."
                                        + " Nothing was written.\n    rename column author.name to label: the other branch renamed it to"
                                        + " full_name\n  Fix: "));
        assertThat(files(dir)).isEqualTo(before);
    }

    @Test
    void theReasonOfAConflictIsNotCutOff() {
        Path other = temp.resolve("third");
        History base = save(other, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        String sql = "coalesce(name, '" + "x".repeat(200) + "')";
        save(
                other,
                base,
                "label",
                List.of(new AddColumn(AUTHOR, column("label", integer()), new DefaultValue.Sql(sql))));
        delete(dir, "0002_age.json");
        delete(dir, "0003_born.json");
        write(dir, "0002_label.json", files(other).get("0002_label.json"));

        assertThat(HistoryReshape.rebase(dir, "0002_label").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("its SQL speaks of name, which the other branch renamed or dropped"));
    }

    /** The hints of the swap are in no snapshot any more: only the migrations tell which column is which field's. */
    @Test
    void fieldsFollowTheNamesOfTheirColumns() {
        Path ours = temp.resolve("ours");
        Path theirs = temp.resolve("theirs");
        mapped(
                ours,
                save(ours, History.EMPTY.named("acme", "p"), "initial", INITIAL),
                "age",
                AGE,
                mapping("id", "name"));
        mapped(
                theirs,
                save(theirs, History.EMPTY.named("acme", "p"), "initial", INITIAL),
                "swap",
                SWAP,
                mapping("name", "id"));
        String own = files(ours).get("schema.json");
        write(ours, "0002_swap.json", files(theirs).get("0002_swap.json"));
        write(
                ours,
                "schema.json",
                "<<<<<<< HEAD\n" + own + "=======\n" + files(theirs).get("schema.json") + ">>>>>>> b\n");

        for (String id : List.of("0002_age", "0002_swap")) {
            History rebased = HistoryReshape.rebase(ours, id).history().orElseThrow();
            assertThat(rebased.baseline().mapping()).as(id).isEqualTo(mapping("name", "id"));
        }
    }

    @Test
    void aFieldFollowsTheNewNameOfAColumnThatBothBranchesAdded() {
        Path ours = temp.resolve("ours");
        Path theirs = temp.resolve("theirs");
        List<Operation> renamed = List.of(AGE.get(0), new RenameColumn(AUTHOR, "age", "years"));
        mapped(
                ours,
                save(ours, History.EMPTY.named("acme", "p"), "initial", INITIAL),
                "age",
                AGE,
                mapping(new ColumnMapping("age", "age", "")));
        mapped(
                theirs,
                save(theirs, History.EMPTY.named("acme", "p"), "initial", INITIAL),
                "years",
                renamed,
                mapping(new ColumnMapping("years", "age", "")));
        String own = files(ours).get("schema.json");
        write(ours, "0002_years.json", files(theirs).get("0002_years.json"));
        write(
                ours,
                "schema.json",
                "<<<<<<< HEAD\n" + own + "=======\n" + files(theirs).get("schema.json") + ">>>>>>> b\n");

        assertThat(HistoryReshape.rebase(ours, "0002_years")
                        .history()
                        .orElseThrow()
                        .baseline()
                        .mapping())
                .isEqualTo(mapping(new ColumnMapping("years", "age", "")));
    }

    private static void mapped(Path dir, History history, String name, List<Operation> operations, Mapping mapping) {
        assertThat(HistoryStore.save(dir, history, name, operations, List.of(), mapping, Histories.NOW)
                        .history())
                .isPresent();
    }

    private static Mapping mapping(String fieldOfId, String fieldOfName) {
        return mapping(new ColumnMapping("id", fieldOfId, ""), new ColumnMapping("name", fieldOfName, ""));
    }

    private static Mapping mapping(ColumnMapping... columns) {
        return new Mapping(List.of(new TableMapping(AUTHOR, "com.acme.Author", "", List.of(columns))));
    }

    @Test
    void whatBothDoIsLeftOutWithANote() {
        Path other = temp.resolve("third");
        History base = save(other, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        save(other, base, "age_too", AGE);
        delete(dir, "0002_renames.json");
        write(dir, "0002_age_too.json", files(other).get("0002_age_too.json"));

        HistoryResult result = HistoryReshape.rebase(dir, "0002_age_too");

        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo(
                                "[TS-HISTORY-CHAIN] Left out of 0002_age_too and what follows it, as both branches do the same:"
                                        + "\n    add column author.age integer"));
        rewrite("0002_age_too");
        assertThat(files(dir)).containsOnlyKeys("0001_initial.json", "0002_age.json", "0003_born.json", "schema.json");
        assertThat(messages(dir)).isEmpty();
    }

    @Test
    void aReleasedBranchStaysWhereItIs() {
        Histories.replace(dir, "schema.json", "\"head\"", "\"release\": \"0002_renames\",\n  \"head\"");

        assertThat(HistoryReshape.rebase(dir, "0002_renames").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("0002_renames is marked as released")
                        .contains("-Aturnstone.rebase=0002_age"));
        assertThat(rebased("0002_age").headId()).isEqualTo("0004_born");
    }

    @Test
    void anIdThatIsNotThereIsNotGuessed() {
        assertThat(HistoryReshape.rebase(dir, "0002_nothing").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith(
                                "[TS-OPTION] -Aturnstone.rebase=0002_nothing names no migration of the two branches."));
    }

    @Test
    void withoutASnapshotNobodyKnowsTheNameOfTheSet() {
        delete(dir, "schema.json");

        assertThat(HistoryReshape.rebase(dir, "0002_age").findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).startsWith("[TS-SNAPSHOT] turnstone/schema.json says"));
    }

    @Test
    void anotherCompileThatWroteMeanwhileIsNotOverwritten() {
        History planned = rebased("0002_age");
        delete(dir, "0003_born.json");

        HistoryResult result =
                HistoryReshape.rewrite(dir, planned, folder -> HistoryReshape.rebase(folder, "0002_age"), MAPPING);

        assertThat(result.history()).isEmpty();
        assertThat(files(dir)).containsKey("0002_age.json").doesNotContainKey("0004_born.json");
    }

    @Test
    void aBranchThatDoesNotFitItsOwnGroundIsAFindingNotAFailure() {
        delete(dir, "0002_age.json");
        delete(dir, "0003_born.json");
        List<Operation> misfit = List.of(new RenameColumn(AUTHOR, "nothing", "x"));
        History base = HistoryStore.load(dir).history().orElseThrow();
        SavedMigration first = base.migrations().get(0);
        SavedMigration bad = new SavedMigration(
                "0002_bad",
                first.id(),
                first.fingerprint(),
                "2026-01-31T12:00:00Z",
                misfit,
                List.of(),
                dev.turnstone.processor.codec.Fingerprint.of(first.fingerprint(), misfit));
        write(dir, "0002_bad.json", JsonText.of(MigrationFile.encode(bad)));

        assertThat(HistoryReshape.rebase(dir, "0002_bad").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Operation 1 of turnstone/0002_bad.json"));
    }
}
