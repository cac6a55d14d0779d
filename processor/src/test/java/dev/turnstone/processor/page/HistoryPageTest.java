package dev.turnstone.processor.page;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Changes;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.history.Checkpoint;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.Leftovers;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.schema.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

    private static final Path GOLDENS = Path.of("src/test/resources/page");
    private static final Column ID = column("id", bigint()).notNull();

    private final List<SavedMigration> migrations = new ArrayList<>();

    @Test
    void thePageIsTheGolden() throws IOException {
        add("0001_initial", List.of(), c -> {
            c.table("author").createTable(ID, column("nick", varchar(9)));
            c.table("a`b|<i>").createTable(ID);
        });
        add(
                "0002_writers",
                List.of(new Consent("TS-DROP-COLUMN", "writer.nick", "*nobody* <b>used</b> it\n# never")),
                c -> {
                    c.table("author").rename("writer");
                    c.sql("a view").up("", "create view v as select 1");
                    c.table("writer").dropColumn(column("nick", varchar(9)));
                });
        add("0003_gone", List.of(new Consent("TS-DROP-TABLE", "writer", "")), c -> {
            c.data("com.acme.Move", false);
            c.table("writer").dropTable(ID);
            c.table("writer").createTable(ID);
        });
        assertGolden("turnstone-history.md", List.of(checkpoint("0002_writers", 2)));
    }

    @Test
    void whatWasPrunedIsInItsCheckpoint() throws IOException {
        add("0003_tags", List.of(), c -> c.table("tag").createTable(ID));
        add("0004_labels", List.of(), c -> {
            c.table("tag").rename("label");
            c.table("writer").addColumn(column("nick", varchar(9)));
        });
        migrations.set(
                0,
                new SavedMigration(
                        "0003_tags",
                        "0002_writers",
                        "2".repeat(64),
                        "2026-01-31T12:00:00Z",
                        migrations.get(0).operations(),
                        List.of(),
                        Fingerprint.NONE));
        assertGolden("turnstone-history-pruned.md", List.of(checkpoint("0002_writers", 2), checkpoint("0003_tags", 3)));
    }

    private static Checkpoint checkpoint(String last, int count) {
        List<Replaced> replaces = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            replaces.add(new Replaced("000" + i + "_step", Integer.toString(i).repeat(64)));
        }
        replaces.add(new Replaced(last, Integer.toString(count).repeat(64)));
        Changes changes = new Changes();
        changes.table("writer").createTable(ID);
        return new Checkpoint(
                "000" + count + "_checkpoint",
                replaces,
                "2026-02-01T12:00:00Z",
                changes.operations(),
                List.of(new Consent("TS-SQUASH-BARRIER", "com.acme.Seed", "every row is *old*")),
                Fingerprint.NONE);
    }

    private void assertGolden(String name, List<Checkpoint> checkpoints) throws IOException {
        Path golden = GOLDENS.resolve(name);
        String page = HistoryPage.of(new History(
                "com.acme", "com.acme.db", migrations, checkpoints, Baseline.EMPTY, "0002_writers", Leftovers.NONE));
        if (System.getProperty("turnstone.golden", "").equals("update")) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, page);
        }
        assertThat(golden).hasContent(page);
    }

    private void add(String id, List<Consent> consents, Consumer<Changes> writer) {
        Changes changes = new Changes();
        writer.accept(changes);
        migrations.add(new SavedMigration(
                id, "", Fingerprint.NONE, "2026-01-31T12:00:00Z", changes.operations(), consents, Fingerprint.NONE));
    }
}
