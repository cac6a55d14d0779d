package dev.turnstone.processor.history;

import static dev.turnstone.processor.history.Histories.AUTHOR;
import static dev.turnstone.processor.history.Histories.EMAIL;
import static dev.turnstone.processor.history.Histories.INITIAL;
import static dev.turnstone.processor.history.Histories.MAPPING;
import static dev.turnstone.processor.history.Histories.NOW;
import static dev.turnstone.processor.history.Histories.delete;
import static dev.turnstone.processor.history.Histories.files;
import static dev.turnstone.processor.history.Histories.save;
import static dev.turnstone.processor.history.Histories.write;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One migration in the place of the newest ones, and what is left when that is interrupted. */
class HistoryRewriteTest {

    private static final List<Operation> PHONE = List.of(new AddColumn(AUTHOR, column("phone", varchar(20)), null));
    private static final List<Operation> BOTH = List.of(EMAIL.get(0), PHONE.get(0));
    private static final List<Consent> CONSENTS = List.of(new Consent("TS-DROP-COLUMN", "author.nick", "unused"));

    @TempDir
    Path folder;

    private History history;
    private SortedMap<String, String> before;

    @BeforeEach
    void threeMigrations() {
        History first = save(folder, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        save(folder, save(folder, first, "add_email", EMAIL), "add_phone", PHONE);
        history = HistoryStore.load(folder).history().orElseThrow();
        before = files(folder);
    }

    private HistoryResult replace(int kept, String id, List<Operation> operations) {
        return HistoryRewrite.replace(folder, history, kept, id, operations, CONSENTS, MAPPING, NOW);
    }

    @Test
    void whatIsWrittenIsLoaded() {
        HistoryResult result = replace(1, "0002_contact", BOTH);

        assertThat(result.findings()).isEmpty();
        assertThat(files(folder)).containsOnlyKeys("0001_initial.json", "0002_contact.json", "schema.json");
        HistoryResult loaded = HistoryStore.load(folder);
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.history()).isEqualTo(result.history());
        History rebuilt = loaded.history().orElseThrow();
        assertThat(rebuilt.baseline().schema()).isEqualTo(history.baseline().schema());
        assertThat(rebuilt.migrations().get(1).consents()).isEqualTo(CONSENTS);
        assertThat(rebuilt.migrations().get(1).supersedes())
                .containsExactly(
                        history.migrations().get(1).fingerprint(),
                        history.migrations().get(2).fingerprint());
    }

    /** Killed after each of its steps: the snapshot is old, or one of the files is there still. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRebuildThatWasKilledIsUnderstoodAndPutInOrder(int steps) {
        History rebuilt = replace(1, "0002_contact", BOTH).history().orElseThrow();
        SortedMap<String, String> after = files(folder);
        if (steps < 2) {
            write(folder, "schema.json", before.get("schema.json"));
        }
        if (steps < 3) {
            write(folder, "0002_add_email.json", before.get("0002_add_email.json"));
        }
        write(folder, "0003_add_phone.json", before.get("0003_add_phone.json"));

        HistoryResult loaded = HistoryStore.load(folder);
        assertThat(loaded.findings()).isNotEmpty().noneMatch(Finding::isError);
        assertThat(loaded.findings().toString()).contains("interrupted").contains("-Aturnstone.save=true");
        History found = loaded.history().orElseThrow();
        assertThat(found.migrations()).isEqualTo(rebuilt.migrations());
        assertThat(found.leftovers().isEmpty()).isFalse();
        assertThat(found.leftovers().snapshot()).isEqualTo(steps < 2);

        assertThat(HistoryStore.saveMapping(folder, found, MAPPING).findings()).isEmpty();
        assertThat(files(folder)).isEqualTo(after);
    }

    @Test
    void anAmendThatWasKilledCanBeAmendedAndSavedUpon() {
        List<Operation> longer = List.of(new AddColumn(AUTHOR, column("phone", varchar(99)), null));
        replace(2, "0003_add_phone", longer);
        write(folder, "schema.json", before.get("schema.json"));

        History found = HistoryStore.load(folder).history().orElseThrow();
        assertThat(found.leftovers()).isEqualTo(new Leftovers(true, List.of()));
        List<Operation> longest = List.of(new AddColumn(AUTHOR, column("phone", varchar(199)), null));
        HistoryRewrite.replace(folder, found, 2, "0003_add_phone", longest, CONSENTS, MAPPING, NOW);
        write(folder, "schema.json", before.get("schema.json"));
        found = HistoryStore.load(folder).history().orElseThrow();
        assertThat(found.baseline().schema().table(AUTHOR).orElseThrow().column("phone"))
                .contains(column("phone", varchar(199)));

        save(folder, found, "more", List.of(new AddColumn(AUTHOR, column("fax", varchar(9)), null)));
        assertThat(HistoryStore.load(folder).findings()).isEmpty();
    }

    /** Killed after each of its steps: the snapshot is one migration behind, or the two are as they should be. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatIsRemovedGoesFromTheNewestOn(int kept) {
        assertThat(replace(kept, "0001_nothing", List.of()).findings()).isEmpty();

        HistoryResult loaded = HistoryStore.load(folder);
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.history().orElseThrow().migrations())
                .isEqualTo(history.migrations().subList(0, kept));
        assertThat(files(folder)).hasSize(kept == 0 ? 0 : kept + 1);

        String oldest = history.migrations().get(kept).id() + ".json";
        write(folder, oldest, before.get(oldest));
        assertThat(HistoryStore.load(folder).findings())
                .singleElement()
                .extracting(Finding::isError)
                .isEqualTo(false);
        delete(folder, oldest);
    }

    @Test
    void aHistoryThatChangedMeanwhileIsNotRewritten() {
        replace(2, "0003_add_phone", List.of(new AddColumn(AUTHOR, column("phone", varchar(99)), null)));
        SortedMap<String, String> changed = files(folder);

        HistoryResult late = replace(1, "0002_contact", BOTH);

        assertThat(late.findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("at the same time");
        assertThat(files(folder)).isEqualTo(changed);
    }

    @Test
    void anImpossibleNameIsRefused() {
        assertThat(replace(1, "0002_../x", BOTH).findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("cannot be saved as '../x'");
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void theMarkOfTheReleaseStays() {
        HistoryStore.saveRelease(folder, history, "0002_add_email");
        history = HistoryStore.load(folder).history().orElseThrow();
        assertThat(history.release()).isEqualTo("0002_add_email");
        assertThat(history.released()).isEqualTo(2);

        replace(2, "0003_add_phone", List.of(new AddColumn(AUTHOR, column("phone", varchar(99)), null)));

        assertThat(HistoryStore.load(folder).history().orElseThrow().release()).isEqualTo("0002_add_email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "0002", "<<<"})
    void aMarkThatIsNoIdIsAnError(String id) {
        HistoryStore.saveRelease(folder, history, "0002_add_email");
        Histories.replace(folder, "schema.json", "0002_add_email\"", id + "\"");

        assertThat(HistoryStore.load(folder).findings()).anyMatch(Finding::isError);
    }

    @Test
    void aFingerprintThatIsNoneIsAnError() {
        replace(1, "0002_contact", BOTH);
        Histories.replace(folder, "0002_contact.json", "\"supersedes\": [", "\"supersedes\": [\"x\", ");

        assertThat(Histories.messages(folder))
                .anyMatch(text -> text.contains("a fingerprint of 64 hexadecimal digits"));
    }
}
