package dev.turnstone.operation;

/**
 * One method for each kind of operation, so that a new kind breaks every place that must know it.
 *
 * @param <R> what comes of a visit
 */
public interface OperationVisitor<R> {
    /**
     * Visits a CreateTable.
     *
     * @param operation the operation
     * @return the result
     */
    R createTable(CreateTable operation);

    /**
     * Visits a DropTable.
     *
     * @param operation the operation
     * @return the result
     */
    R dropTable(DropTable operation);

    /**
     * Visits a RenameTable.
     *
     * @param operation the operation
     * @return the result
     */
    R renameTable(RenameTable operation);

    /**
     * Visits an AlterTableComment.
     *
     * @param operation the operation
     * @return the result
     */
    R alterTableComment(AlterTableComment operation);

    /**
     * Visits an AddColumn.
     *
     * @param operation the operation
     * @return the result
     */
    R addColumn(AddColumn operation);

    /**
     * Visits a DropColumn.
     *
     * @param operation the operation
     * @return the result
     */
    R dropColumn(DropColumn operation);

    /**
     * Visits a RenameColumn.
     *
     * @param operation the operation
     * @return the result
     */
    R renameColumn(RenameColumn operation);

    /**
     * Visits an AlterColumn.
     *
     * @param operation the operation
     * @return the result
     */
    R alterColumn(AlterColumn operation);

    /**
     * Visits an AddConstraint.
     *
     * @param operation the operation
     * @return the result
     */
    R addConstraint(AddConstraint operation);

    /**
     * Visits a DropConstraint.
     *
     * @param operation the operation
     * @return the result
     */
    R dropConstraint(DropConstraint operation);

    /**
     * Visits a RenameConstraint.
     *
     * @param operation the operation
     * @return the result
     */
    R renameConstraint(RenameConstraint operation);

    /**
     * Visits an AddIndex.
     *
     * @param operation the operation
     * @return the result
     */
    R addIndex(AddIndex operation);

    /**
     * Visits a DropIndex.
     *
     * @param operation the operation
     * @return the result
     */
    R dropIndex(DropIndex operation);

    /**
     * Visits a RenameIndex.
     *
     * @param operation the operation
     * @return the result
     */
    R renameIndex(RenameIndex operation);

    /**
     * Visits an operation.
     *
     * @param operation the operation
     * @return the visitor's answer
     */
    R runSql(RunSql operation);

    /**
     * Visits an operation.
     *
     * @param operation the operation
     * @return the visitor's answer
     */
    R runData(RunData operation);

    /**
     * Visits a ChangeSequence.
     *
     * @param operation the operation
     * @return the result
     */
    R changeSequence(ChangeSequence operation);
}
