package dev.turnstone.processor.history;

import static dev.turnstone.processor.history.Histories.AUTHOR;
import static dev.turnstone.processor.history.Histories.EMAIL;
import static dev.turnstone.processor.history.Histories.INITIAL;
import static dev.turnstone.processor.history.Histories.MAPPING;
import static dev.turnstone.processor.history.Histories.NOW;
import static dev.turnstone.processor.history.Histories.files;
import static dev.turnstone.processor.history.Histories.save;
import static dev.turnstone.processor.history.Histories.saveAll;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.testing.RandomOperations;
import dev.turnstone.schema.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {

    @TempDir
    Path folder;

    @Provide
    Arbitrary<List<Operation>> operations() {
        return RandomOperations.operations()
                .filter(operations -> StandardCharsets.UTF_8.newEncoder().canEncode(operations.toString()));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void aFileGivesBackWhatWasWrittenIntoIt(@ForAll("operations") List<Operation> operations) throws Exception {
        SavedMigration migration = new SavedMigration(
                "0001_x",
                "",
                Fingerprint.NONE,
                "2026-01-31T12:00:00Z",
                operations,
                List.of(),
                Fingerprint.of(Fingerprint.NONE, operations));
        String text = JsonText.of(MigrationFile.encode(migration));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        Object tree = JsonParser.parse(new String(bytes, StandardCharsets.UTF_8));

        assertThat(MigrationFile.decode(tree)).isEqualTo(migration);
    }

    @Test
    void noFolderAndAnEmptyFolderAreAnEmptyHistory() {
        assertThat(HistoryStore.load(folder.resolve("missing"))).isEqualTo(HistoryResult.of(History.EMPTY));
        assertThat(HistoryStore.load(folder)).isEqualTo(HistoryResult.of(History.EMPTY));
        assertThat(History.EMPTY.headId()).isEmpty();
        assertThat(History.EMPTY.headFingerprint()).isEqualTo(Fingerprint.NONE);
    }

    @Test
    void whatWasSavedIsLoaded() {
        History saved = saveAll(folder.resolve("a/b"));

        HistoryResult loaded = HistoryStore.load(folder.resolve("a/b"));

        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.history()).contains(saved);
        assertThat(saved.headId()).isEqualTo("0003_renames");
        assertThat(saved.nextId("more")).isEqualTo("0004_more");
        assertThat(saved.set()).isEqualTo("acme");
        assertThat(saved.packageName()).isEqualTo("com.acme.migrations");
    }

    @Test
    void theFilesAreMadeForReview() {
        save(folder, History.EMPTY.named("acme", "com.acme.migrations"), "initial", INITIAL);

        assertThat(files(folder))
                .containsExactlyEntriesOf(new java.util.TreeMap<>(Map.of(
                        "0001_initial.json",
                        """
                {
                  "format": 1,
                  "id": "0001_initial",
                  "parent": "",
                  "parent_fingerprint": "0000000000000000000000000000000000000000000000000000000000000000",
                  "saved": "2026-01-31T12:00:00Z",
                  "operations": [
                    {
                      "op": "create_table",
                      "table": "author",
                      "columns": [
                        {"name": "id", "type": "bigint", "not_null": true, "identity": true},
                        {"name": "name", "type": "varchar(80)", "not_null": true}
                      ],
                      "constraints": [
                        {"kind": "primary_key", "name": "author_pk", "columns": ["id"]}
                      ],
                      "indexes": [
                        {"name": "author_name_ix", "columns": ["name"]}
                      ]
                    }
                  ],
                  "fingerprint": "FP"
                }
                """.replace("FP", Fingerprint.of(Fingerprint.NONE, INITIAL)),
                        "schema.json",
                        """
                {
                  "format": 1,
                  "set": "acme",
                  "package": "com.acme.migrations",
                  "head": "0001_initial",
                  "head_fingerprint": "FP",
                  "tables": [
                    {
                      "table": "author",
                      "entity": "com.acme.Author",
                      "columns": [
                        {"name": "id", "type": "bigint", "not_null": true, "identity": true, "field": "id"},
                        {"name": "name", "type": "varchar(80)", "not_null": true, "field": "names.full", "renamed_from": "title"}
                      ],
                      "constraints": [
                        {"kind": "primary_key", "name": "author_pk", "columns": ["id"]}
                      ],
                      "indexes": [
                        {"name": "author_name_ix", "columns": ["name"]}
                      ]
                    }
                  ]
                }
                """.replace("FP", Fingerprint.of(Fingerprint.NONE, INITIAL)))));
    }

    @Test
    void namesOfThePastFollowRenames() {
        History history = saveAll(folder);
        List<Operation> more = List.of(
                new DropColumn(
                        table("writer"),
                        column("email", dev.turnstone.schema.Definitions.varchar(255))
                                .notNull(),
                        null),
                new CreateTable(Table.of(table("Gone"), List.of(column("x", bigint())))),
                new RenameTable(table("Gone"), table("away")),
                new DropTable(Table.of(table("away"), List.of(column("x", bigint())))));

        History saved = save(folder, history, "more", more);

        assertThat(saved.baseline().pastTables()).containsExactlyInAnyOrder("author", "gone", "away");
        assertThat(saved.baseline().pastColumns())
                .isEqualTo(Map.of(table("writer"), Set.of("id", "name", "full_name", "email")));
    }

    @Test
    void aChangedMappingAloneRewritesTheSnapshotOnly() {
        History history = save(folder, History.EMPTY.named("acme", ""), "initial", INITIAL);
        String migration = files(folder).get("0001_initial.json");

        HistoryResult result = HistoryStore.saveMapping(folder, history, Mapping.EMPTY);

        assertThat(result.findings()).isEmpty();
        assertThat(HistoryStore.load(folder).history()).isEqualTo(result.history());
        assertThat(result.history().orElseThrow().baseline().mapping()).isEqualTo(Mapping.EMPTY);
        assertThat(files(folder).get("schema.json")).doesNotContain("com.acme.Author");
        assertThat(files(folder).get("0001_initial.json")).isEqualTo(migration);
    }

    @Test
    void aSaveThatWasKilledBeforeTheSnapshotIsMended() {
        History first = save(folder, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        String snapshot = files(folder).get("schema.json");
        save(folder, first, "add_email", EMAIL);
        Histories.write(folder, "schema.json", snapshot);

        HistoryResult loaded = HistoryStore.load(folder);

        assertThat(loaded.findings()).noneMatch(Finding::isError).hasSize(1);
        assertThat(loaded.findings().get(0).text()).contains("schema.json does not have 0002_add_email yet");
        History history = loaded.history().orElseThrow();
        assertThat(history.baseline().schema().table(AUTHOR).orElseThrow().column("email"))
                .isPresent();
        assertThat(history.baseline().mapping()).isEqualTo(MAPPING);
        assertThat(HistoryStore.saveMapping(folder, history, MAPPING).findings())
                .isEmpty();
        assertThat(HistoryStore.load(folder).findings()).isEmpty();
    }

    @Test
    void theVeryFirstSaveMayBeKilledToo() {
        save(folder, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        Histories.delete(folder, "schema.json");

        HistoryResult loaded = HistoryStore.load(folder);

        assertThat(loaded.findings()).noneMatch(Finding::isError).hasSize(1);
        assertThat(loaded.history().orElseThrow().headId()).isEqualTo("0001_initial");
    }

    @Test
    void ofCompilesThatSaveAtOnceAtMostOneSaves() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                Path dir = folder.resolve("round" + round);
                History start = save(dir, History.EMPTY.named("acme", "p"), "initial", INITIAL);
                CountDownLatch together = new CountDownLatch(4);
                List<Callable<HistoryResult>> saves = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    String name = "name" + i % 3;
                    saves.add(() -> {
                        together.countDown();
                        together.await();
                        return HistoryStore.save(dir, start, name, EMAIL, List.of(), MAPPING, NOW);
                    });
                }
                List<HistoryResult> results = new ArrayList<>();
                for (Future<HistoryResult> each : threads.invokeAll(saves)) {
                    results.add(each.get());
                }
                List<HistoryResult> saved = results.stream()
                        .filter(each -> each.history().isPresent())
                        .toList();
                assertThat(saved).hasSizeLessThanOrEqualTo(1);
                assertThat(results)
                        .allMatch(each ->
                                each.history().isPresent() != each.findings().size() > 0);
                assertThat(HistoryStore.load(dir).findings()).isEmpty();
                assertThat(HistoryStore.load(dir).history())
                        .contains(
                                saved.isEmpty() ? start : saved.get(0).history().orElseThrow());
                assertThat(files(dir)).hasSize(saved.isEmpty() ? 2 : 3);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aHistoryThatGrewMeanwhileIsNotSavedUpon() {
        History first = save(folder, History.EMPTY.named("acme", "p"), "initial", INITIAL);
        save(folder, first, "add_email", EMAIL);
        var before = files(folder);

        HistoryResult late = HistoryStore.save(folder, first, "other", EMAIL, List.of(), MAPPING, NOW);

        assertThat(late.history()).isEmpty();
        assertThat(late.findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("at the same time");
        assertThat(HistoryStore.saveMapping(folder, first, MAPPING).history()).isEmpty();
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("turnstone"), "mine");

        assertThat(HistoryStore.load(file).findings())
                .containsExactlyElementsOf(HistoryStore.save(file, History.EMPTY, "x", INITIAL, List.of(), MAPPING, NOW)
                        .findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains(file + " is a file, but Turnstone keeps its history in a folder there.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aSnapshotThatCannotBeWrittenTakesTheMigrationWithIt() throws IOException {
        Files.createDirectories(folder.resolve("schema.json/inside"));

        HistoryResult result = HistoryStore.save(folder, History.EMPTY, "x", INITIAL, List.of(), MAPPING, NOW);

        assertThat(result.history()).isEmpty();
        assertThat(result.findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("cannot be written");
        assertThat(folder.toFile().list()).containsExactly("schema.json");
    }

    @Test
    void halfOfACharacterIsNotSaved() {
        List<Operation> half = List.of(new RenameTable(AUTHOR, table("\ud83d")));
        History first = save(folder, History.EMPTY.named("acme", "p"), "initial", INITIAL);

        HistoryResult result = HistoryStore.save(folder, first, "half", half, List.of(), MAPPING, NOW);

        assertThat(result.findings()).singleElement().extracting(Finding::tag).isEqualTo(Tag.INVALID_VALUE);
        assertThat(files(folder)).containsOnlyKeys("0001_initial.json", "schema.json");
    }

    @Test
    void aNameIsCheckedAndABetterOneOffered() {
        Map<String, String> offered = Map.of(
                "AddAuthorEmail",
                "add_author_email",
                "../etc/passwd",
                "etc_passwd",
                "2nd try!",
                "nd_try",
                "\u00fc",
                "add_author_email",
                "x".repeat(81),
                "x".repeat(80),
                "",
                "add_author_email");
        offered.forEach((name, better) -> {
            HistoryResult result = HistoryStore.save(folder, History.EMPTY, name, INITIAL, List.of(), MAPPING, NOW);
            assertThat(result.history()).isEmpty();
            assertThat(result.findings())
                    .singleElement()
                    .extracting(Finding::fix)
                    .isEqualTo("-Aturnstone.save=" + better);
        });
        assertThat(folder).isEmptyDirectory();
    }
}
