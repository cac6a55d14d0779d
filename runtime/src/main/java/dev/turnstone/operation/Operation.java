package dev.turnstone.operation;

/** One change of a schema. The set of operations is closed; each knows its inverse. */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                AlterTableComment,
                AddColumn,
                DropColumn,
                RenameColumn,
                AlterColumn,
                AddConstraint,
                DropConstraint,
                RenameConstraint,
                AddIndex,
                DropIndex,
                RenameIndex,
                RunSql,
                RunData,
                ChangeSequence {

    /**
     * The operation that takes this one back. What it cannot bring back is the data that this one lost.
     *
     * @return the inverse
     */
    Operation inverse();

    /**
     * Calls the visitor's method for this kind of operation.
     *
     * @param visitor what to do
     * @param <R> what comes of it
     * @return the visitor's result
     */
    <R> R accept(OperationVisitor<R> visitor);
}
