package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Finds out how a column came to be. */
final class AddedColumn {

    private AddedColumn() {}

    /** The operation that added a column; empty if it came with its table, or was there before. The names are those of the end. */
    static Optional<AddColumn> in(List<Operation> operations, TableName endTable, String endColumn) {
        TableName table = endTable;
        String column = endColumn;
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i);
            if (operation instanceof CreateTable create && create.table().name().same(table)) {
                return Optional.empty();
            } else if (operation instanceof RenameTable rename && rename.to().same(table)) {
                table = rename.from();
            } else if (operation instanceof RenameColumn rename
                    && rename.table().same(table)
                    && Identifiers.same(rename.to(), column)) {
                column = rename.from();
            } else if (operation instanceof AddColumn add
                    && add.table().same(table)
                    && Identifiers.same(add.column().name(), column)) {
                return Optional.of(add);
            }
        }
        return Optional.empty();
    }
}
