package dev.turnstone.processor.codec;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final List<Operation> OPERATIONS = List.of(
            new CreateTable(Table.of(
                    TableName.of("post"),
                    List.of(
                            column("id", bigint()).asIdentity(),
                            column("title", varchar(80)).notNull().withDefault("\ud83d\ude00"),
                            primaryKey("post_pk", "id"),
                            foreignKey("post_author_fk", "author", table("author"), "id")))),
            new AddIndex(TableName.of("post"), index("post_title_ix", "title")));

    @Test
    void theFingerprintOfAMigrationNeverChanges() {
        assertThat(Fingerprint.of(Fingerprint.NONE, OPERATIONS))
                .isEqualTo("25489b09e83e7398322c4434678db1cc730ce515ac9dff621f696db2c644d5e8");
    }

    @Test
    void theOrderOfMembersInTheFileDoesNotCount() {
        Map<String, Object> tree = OperationCodec.encode(OPERATIONS.get(1));
        List<String> names = new ArrayList<>(tree.keySet());
        Collections.reverse(names);
        Map<String, Object> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, tree.get(name)));

        Operation decoded = OperationCodec.decodeOperation(reversed, "$");

        assertThat(Fingerprint.of(Fingerprint.NONE, List.of(OPERATIONS.get(0), decoded)))
                .isEqualTo(Fingerprint.of(Fingerprint.NONE, OPERATIONS));
    }

    @Test
    void whateverDiffersHasAnotherFingerprint() {
        String first = Fingerprint.of(Fingerprint.NONE, OPERATIONS);
        Stream<String> fingerprints = Stream.of(
                first,
                Fingerprint.of(first, OPERATIONS),
                Fingerprint.of(Fingerprint.NONE, List.of()),
                Fingerprint.of(Fingerprint.NONE, Operations.inverse(OPERATIONS)),
                renamed("ab", "c"),
                renamed("a", "bc"),
                renamed("\ud83d", "c"),
                renamed("\ude00", "c"),
                renamed("?", "c"));

        assertThat(fingerprints).doesNotHaveDuplicates().allMatch(each -> each.matches("[0-9a-f]{64}"));
    }

    private static String renamed(String from, String to) {
        return Fingerprint.of(Fingerprint.NONE, List.of(new RenameColumn(TableName.of("t"), from, to)));
    }
}
