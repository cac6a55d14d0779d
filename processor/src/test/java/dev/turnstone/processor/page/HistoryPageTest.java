package dev.turnstone.processor.page;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Changes;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Consent;
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

    private static final Path GOLDEN = Path.of("src/test/resources/page/turnstone-history.md");
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
        String page = HistoryPage.of(new History(
                "com.acme", "com.acme.db", migrations, List.of(), Baseline.EMPTY, "0002_writers", Leftovers.NONE));
        if (System.getProperty("turnstone.golden", "").equals("update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, page);
        }
        assertThat(GOLDEN).hasContent(page);
    }

    private void add(String id, List<Consent> consents, Consumer<Changes> writer) {
        Changes changes = new Changes();
        writer.accept(changes);
        migrations.add(new SavedMigration(
                id, "", Fingerprint.NONE, "2026-01-31T12:00:00Z", changes.operations(), consents, Fingerprint.NONE));
    }
}
