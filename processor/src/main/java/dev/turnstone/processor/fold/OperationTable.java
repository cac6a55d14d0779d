package dev.turnstone.processor.fold;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.TableName;
import java.util.Optional;

/** The table that an operation belongs to. A foreign key belongs to the table that has it. */
public final class OperationTable implements OperationVisitor<TableName> {

    private OperationTable() {}

    /**
     * The table, under the name that the operation finds.
     *
     * @param operation the operation
     * @return the table's name; empty for what a person wrote by hand, which may touch any table
     */
    public static Optional<TableName> foundBy(Operation operation) {
        return Optional.ofNullable(operation.accept(new OperationTable()));
    }

    /**
     * The table, under the name that the operation leaves.
     *
     * @param operation the operation
     * @return the table's name; empty for what a person wrote by hand, which may touch any table
     */
    public static Optional<TableName> leftBy(Operation operation) {
        return operation instanceof RenameTable rename ? Optional.of(rename.to()) : foundBy(operation);
    }

    @Override
    public TableName createTable(CreateTable operation) {
        return operation.table().name();
    }

    @Override
    public TableName dropTable(DropTable operation) {
        return operation.table().name();
    }

    @Override
    public TableName renameTable(RenameTable operation) {
        return operation.from();
    }

    @Override
    public TableName alterTableComment(AlterTableComment operation) {
        return operation.table();
    }

    @Override
    public TableName addColumn(AddColumn operation) {
        return operation.table();
    }

    @Override
    public TableName dropColumn(DropColumn operation) {
        return operation.table();
    }

    @Override
    public TableName renameColumn(RenameColumn operation) {
        return operation.table();
    }

    @Override
    public TableName alterColumn(AlterColumn operation) {
        return operation.table();
    }

    @Override
    public TableName addConstraint(AddConstraint operation) {
        return operation.table();
    }

    @Override
    public TableName dropConstraint(DropConstraint operation) {
        return operation.table();
    }

    @Override
    public TableName renameConstraint(RenameConstraint operation) {
        return operation.table();
    }

    @Override
    public TableName addIndex(AddIndex operation) {
        return operation.table();
    }

    @Override
    public TableName dropIndex(DropIndex operation) {
        return operation.table();
    }

    @Override
    public TableName renameIndex(RenameIndex operation) {
        return operation.table();
    }

    @Override
    public TableName runSql(RunSql operation) {
        return null;
    }

    @Override
    public TableName runData(RunData operation) {
        return null;
    }

    @Override
    public TableName changeSequence(ChangeSequence operation) {
        return null;
    }
}
