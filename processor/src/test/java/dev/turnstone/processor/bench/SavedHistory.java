package dev.turnstone.processor.bench;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryStore;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Makes a history long without changing where it leads: every second migration takes back the one before. */
final class SavedHistory {

    private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

    private SavedHistory() {}

    /** Adds an even number of migrations of five operations each to a folder that has a first one. */
    static void extend(Path folder, int count) {
        History history = checked(HistoryStore.load(folder));
        List<Table> tables = history.baseline().schema().tables();
        List<Operation> operations = List.of();
        for (int i = 0; i < count; i++) {
            operations = i % 2 == 0 ? change(tables.get(i / 2 % tables.size()), i) : Operations.inverse(operations);
            history = checked(HistoryStore.save(
                    folder,
                    history,
                    "change_" + i,
                    operations,
                    List.of(),
                    history.baseline().mapping(),
                    WHEN));
        }
    }

    private static List<Operation> change(Table table, int number) {
        Column note = Column.of("note_" + number, ColumnType.of(ColumnType.Kind.VARCHAR, 200));
        Column rank = Column.of("rank_" + number, ColumnType.of(ColumnType.Kind.INTEGER))
                .withDefault("0")
                .notNull();
        Column name = table.column("name").orElseThrow();
        return List.of(
                new AddColumn(table.name(), note, null),
                new AddColumn(table.name(), rank, null),
                new AlterColumn(table.name(), name, name.withType(ColumnType.of(ColumnType.Kind.VARCHAR, 300))),
                new AddConstraint(
                        table.name(), new Check("ck_rank_" + number, new Condition.Sql(rank.name() + " >= 0"))),
                new AddIndex(table.name(), new Index("ix_rank_" + number, List.of(rank.name(), note.name()))));
    }

    private static History checked(HistoryResult result) {
        return result.history()
                .orElseThrow(() -> new IllegalStateException(result.findings().toString()));
    }
}
