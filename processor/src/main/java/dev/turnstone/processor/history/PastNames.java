package dev.turnstone.processor.history;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every name that a history ever used, so that a hint that was right once can be told from one that never was. */
final class PastNames {

    private final Set<String> tables = new TreeSet<>();
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();

    private PastNames() {}

    static PastNames of(Optional<Checkpoint> root, List<SavedMigration> migrations) {
        PastNames names = new PastNames();
        root.ifPresent(checkpoint -> checkpoint.operations().forEach(names::follow));
        migrations.forEach(migration -> {
            migration.operations().forEach(names::follow);
            migration.consents().forEach(names::follow);
        });
        return names;
    }

    private void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            appear(create.table());
        } else if (operation instanceof DropTable drop) {
            columns.remove(DeclaredSchema.key(drop.table().name()));
        } else if (operation instanceof RenameTable rename) {
            Set<String> moved = columns.remove(DeclaredSchema.key(rename.from()));
            columns.put(DeclaredSchema.key(rename.to()), moved);
            tables.add(DeclaredSchema.key(rename.to()));
        } else if (operation instanceof AddColumn add) {
            appear(add.table(), add.column().name());
        } else if (operation instanceof RenameColumn rename) {
            appear(rename.table(), rename.to());
        }
    }

    /** What came and went before its migration was amended is only in the consents. */
    private void follow(Consent consent) {
        String subject = consent.subject().toLowerCase(Locale.ROOT);
        int dot = subject.lastIndexOf('.');
        if (consent.tag().equals(Tag.DROP_TABLE.toString())) {
            tables.add(subject);
        } else if (consent.tag().equals(Tag.DROP_COLUMN.toString())
                && dot > 0
                && columns.containsKey(subject.substring(0, dot))) {
            columns.get(subject.substring(0, dot)).add(subject.substring(dot + 1));
        }
    }

    private void appear(Table table) {
        tables.add(DeclaredSchema.key(table.name()));
        columns.put(DeclaredSchema.key(table.name()), new TreeSet<>());
        for (Column column : table.columns()) {
            appear(table.name(), column.name());
        }
    }

    private void appear(TableName table, String column) {
        columns.get(DeclaredSchema.key(table)).add(column.toLowerCase(Locale.ROOT));
    }

    /** The names of tables that are not there any more. */
    Set<String> tablesGoneFrom(Schema schema) {
        Set<String> gone = new TreeSet<>(tables);
        schema.tables().forEach(table -> gone.remove(DeclaredSchema.key(table.name())));
        return gone;
    }

    /** The columns that each table ever had. */
    Map<TableName, Set<String>> columnsIn(Schema schema) {
        Map<TableName, Set<String>> byTable = new LinkedHashMap<>();
        schema.tables().forEach(table -> byTable.put(table.name(), columns.get(DeclaredSchema.key(table.name()))));
        return byTable;
    }
}
