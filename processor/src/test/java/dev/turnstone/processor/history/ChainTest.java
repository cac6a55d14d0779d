package dev.turnstone.processor.history;

import static dev.turnstone.processor.history.Histories.AUTHOR;
import static dev.turnstone.processor.history.Histories.EMAIL;
import static dev.turnstone.processor.history.Histories.INITIAL;
import static dev.turnstone.processor.history.Histories.files;
import static dev.turnstone.processor.history.Histories.messages;
import static dev.turnstone.processor.history.Histories.save;
import static dev.turnstone.processor.history.Histories.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations with right fingerprints that do not form one line all the same. */
class ChainTest {

    private static final List<Operation> RENAME = List.of(new RenameColumn(AUTHOR, "name", "full_name"));

    @TempDir
    Path temp;

    private Path dir;
    private History history;

    @BeforeEach
    void saveOne() {
        dir = temp.resolve("turnstone");
        history = save(dir, History.EMPTY.named("acme", "p"), "initial", INITIAL);
    }

    @Test
    void twoBranchesThatBothSavedAreNamedWithWhatEachDoes() {
        save(dir, history, "add_email", EMAIL);
        add("0002_rename_name", "0001_initial", history.headFingerprint(), RENAME);

        assertThat(messages(dir)).containsExactly("""
                [TS-HISTORY-CHAIN] Two branches each saved a migration after 0001_initial: turnstone/0002_add_email.json and\
                 turnstone/0002_rename_name.json. Only one of them can come next.
                  One does:
                    0002_add_email:
                        add column author.email varchar(255) not null, rows that exist get '?'
                  The other does:
                    0002_rename_name:
                        rename column author.name to full_name
                  Fix: Put one on top of the other, best the one that fewer databases have:
                       compile with -Aturnstone.rebase=0002_rename_name (Maven, set up as in README: mvn clean compile\
                 -Dturnstone.rebase=0002_rename_name)
                       compile with -Aturnstone.rebase=0002_add_email (Maven, set up as in README: mvn clean compile\
                 -Dturnstone.rebase=0002_add_email)""");
    }

    @Test
    void twoBeginningsAreAFork() {
        add("0002_other", "", Fingerprint.NONE, RENAME);

        assertThat(messages(dir))
                .singleElement()
                .asString()
                .contains("after nothing: turnstone/0001_initial.json and turnstone/0002_other.json.");
    }

    @Test
    void threeBranchesAreMergedOneByOne() {
        save(dir, history, "add_email", EMAIL);
        add("0002_rename_name", "0001_initial", history.headFingerprint(), RENAME);
        add("0002_third", "0001_initial", history.headFingerprint(), List.of(new RenameColumn(AUTHOR, "name", "n")));

        assertThat(messages(dir)).anyMatch(message -> message.contains("Merge one branch at a time"));
    }

    @Test
    void aParentThatWasReplacedIsNoParent() {
        add("0002_late", "0001_initial", "a".repeat(64), RENAME);

        assertThat(messages(dir))
                .containsExactly(
                        "[TS-HISTORY-CHAIN] turnstone/0002_late.json was saved on another 0001_initial than the"
                                + " one that is here now.\n  Fix: Restore turnstone/0001_initial.json from version control.");
    }

    @Test
    void nobodyIsItsOwnParent() {
        add("0002_self", "0002_self", "a".repeat(64), RENAME);

        assertThat(messages(dir)).singleElement().asString().contains("0002_self.json names itself as its parent.");
    }

    @Test
    void aCycleIsNamed() {
        add("0002_a", "0003_b", "a".repeat(64), RENAME);
        add("0003_b", "0002_a", "b".repeat(64), RENAME);

        assertThat(messages(dir))
                .hasSize(2)
                .first()
                .asString()
                .contains("0002_a.json names 0003_b as its parent, which does not come before it.");
    }

    @Test
    void aNumberIsUsedOnce() {
        History second = save(dir, history, "add_email", EMAIL);
        add("0002_next", "0002_add_email", second.headFingerprint(), RENAME);

        assertThat(messages(dir))
                .anyMatch(message -> message.contains(
                        "turnstone/0002_add_email.json and turnstone/0002_next.json have the same number."));
    }

    @Test
    void aFirstMigrationHasNoParentsFingerprint() {
        String id = "0001_initial";
        add(id, "", "a".repeat(64), INITIAL);

        assertThat(messages(dir)).singleElement().asString().contains("has no parent, but a parent's fingerprint.");
    }

    @Test
    void anOperationThatDoesNotFitIsNumbered() {
        List<Operation> operations = List.of(RENAME.get(0), new RenameColumn(AUTHOR, "nothing", "x"));
        add("0002_misfit", "0001_initial", history.headFingerprint(), operations);

        assertThat(messages(dir))
                .singleElement()
                .asString()
                .startsWith("[TS-HISTORY-FILE] Operation 2 of turnstone/0002_misfit.json does not fit the schema that"
                        + " the operations before it leave: ");
    }

    @Test
    void aNumberMayBeSkippedWhenTheChainIsWhole() {
        add("0007_later", "0001_initial", history.headFingerprint(), RENAME);

        HistoryResult result = HistoryStore.load(dir);

        assertThat(result.findings()).noneMatch(Finding::isError);
        assertThat(result.history().orElseThrow().nextId("x")).isEqualTo("0008_x");
    }

    @Test
    void aBrokenParentIsNotAlsoAMissingOne() {
        History second = save(dir, history, "add_email", EMAIL);
        save(dir, second, "rename", RENAME);
        write(dir, "0002_add_email.json", files(dir).get("0002_add_email.json").replace("255", "1"));

        assertThat(messages(dir)).singleElement().asString().contains("0002_add_email.json was changed after");
    }

    private void add(String id, String parent, String parentFingerprint, List<Operation> operations) {
        SavedMigration migration = new SavedMigration(
                id,
                parent,
                parentFingerprint,
                "2026-01-31T12:00:00Z",
                operations,
                List.of(),
                Fingerprint.of(parentFingerprint, operations));
        write(dir, id + ".json", JsonText.of(MigrationFile.encode(migration)));
    }
}
