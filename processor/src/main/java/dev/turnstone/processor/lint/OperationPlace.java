package dev.turnstone.processor.lint;

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
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.SourceRef;

/** Where in the source an operation comes from: the field if there is one, else the entity. */
final class OperationPlace implements OperationVisitor<SourceRef> {

    private final DeclaredSchema declared;

    private OperationPlace(DeclaredSchema declared) {
        this.declared = declared;
    }

    static SourceRef of(DeclaredSchema declared, Operation operation) {
        return operation.accept(new OperationPlace(declared));
    }

    @Override
    public SourceRef createTable(CreateTable operation) {
        return declared.place(operation.table().name());
    }

    @Override
    public SourceRef dropTable(DropTable operation) {
        return SourceRef.NONE;
    }

    @Override
    public SourceRef renameTable(RenameTable operation) {
        return declared.place(operation.to());
    }

    @Override
    public SourceRef alterTableComment(AlterTableComment operation) {
        return declared.place(operation.table());
    }

    @Override
    public SourceRef addColumn(AddColumn operation) {
        return declared.place(operation.table(), operation.column().name());
    }

    @Override
    public SourceRef dropColumn(DropColumn operation) {
        return declared.place(operation.table());
    }

    @Override
    public SourceRef renameColumn(RenameColumn operation) {
        return declared.place(operation.table(), operation.to());
    }

    @Override
    public SourceRef alterColumn(AlterColumn operation) {
        return declared.place(operation.table(), operation.to().name());
    }

    @Override
    public SourceRef addConstraint(AddConstraint operation) {
        return declared.place(operation.table(), operation.constraint().name());
    }

    @Override
    public SourceRef dropConstraint(DropConstraint operation) {
        return declared.place(operation.table());
    }

    @Override
    public SourceRef renameConstraint(RenameConstraint operation) {
        return declared.place(operation.table(), operation.to());
    }

    @Override
    public SourceRef addIndex(AddIndex operation) {
        return declared.place(operation.table(), operation.index().name());
    }

    @Override
    public SourceRef dropIndex(DropIndex operation) {
        return declared.place(operation.table());
    }

    @Override
    public SourceRef renameIndex(RenameIndex operation) {
        return declared.place(operation.table(), operation.to());
    }

    @Override
    public SourceRef runSql(RunSql operation) {
        return declared.place(operation);
    }

    @Override
    public SourceRef runData(RunData operation) {
        return declared.place(operation);
    }

    @Override
    public SourceRef changeSequence(ChangeSequence operation) {
        return SourceRef.NONE;
    }
}
