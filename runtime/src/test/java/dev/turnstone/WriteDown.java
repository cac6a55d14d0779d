package dev.turnstone;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.TableChanges;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;

/** Writes operations down with the builder that generated migrations use. */
final class WriteDown implements OperationVisitor<Boolean> {

    private final Changes changes;

    WriteDown(Changes changes) {
        this.changes = changes;
    }

    private TableChanges on(TableName table) {
        return changes.table(table.schema(), table.name());
    }

    private static TableElement[] elements(Table table) {
        return table.elements().toArray(TableElement[]::new);
    }

    @Override
    public Boolean createTable(CreateTable operation) {
        on(operation.table().name()).createTable(elements(operation.table()));
        return true;
    }

    @Override
    public Boolean dropTable(DropTable operation) {
        on(operation.table().name()).dropTable(elements(operation.table()));
        return true;
    }

    @Override
    public Boolean renameTable(RenameTable operation) {
        on(operation.from()).rename(operation.to());
        return true;
    }

    @Override
    public Boolean alterTableComment(AlterTableComment operation) {
        on(operation.table()).comment(operation.from(), operation.to());
        return true;
    }

    @Override
    public Boolean addColumn(AddColumn operation) {
        on(operation.table()).addColumn(operation.column(), operation.fill());
        return true;
    }

    @Override
    public Boolean dropColumn(DropColumn operation) {
        on(operation.table()).dropColumn(operation.column(), operation.refill());
        return true;
    }

    @Override
    public Boolean renameColumn(RenameColumn operation) {
        on(operation.table()).renameColumn(operation.from(), operation.to());
        return true;
    }

    @Override
    public Boolean alterColumn(AlterColumn operation) {
        on(operation.table()).alterColumn(operation.from(), operation.to());
        return true;
    }

    @Override
    public Boolean addConstraint(AddConstraint operation) {
        on(operation.table()).add(operation.constraint());
        return true;
    }

    @Override
    public Boolean dropConstraint(DropConstraint operation) {
        on(operation.table()).drop(operation.constraint());
        return true;
    }

    @Override
    public Boolean renameConstraint(RenameConstraint operation) {
        on(operation.table()).renameConstraint(operation.from(), operation.to());
        return true;
    }

    @Override
    public Boolean addIndex(AddIndex operation) {
        on(operation.table()).add(operation.index());
        return true;
    }

    @Override
    public Boolean dropIndex(DropIndex operation) {
        on(operation.table()).drop(operation.index());
        return true;
    }

    @Override
    public Boolean renameIndex(RenameIndex operation) {
        on(operation.table()).renameIndex(operation.from(), operation.to());
        return true;
    }
}
