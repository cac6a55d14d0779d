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
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.Optional;

/**
 * One table or column under another name: what an operation on it becomes when it changes places with the rename.
 *
 * @param from the table's name that operations have
 * @param to the name that they get
 * @param fromColumn the column's name that operations have; null if the table itself is renamed
 * @param toColumn the name that they get
 */
record Renaming(TableName from, TableName to, String fromColumn, String toColumn)
        implements OperationVisitor<Operation> {

    /** The renaming that an operation makes; empty if it makes none. */
    static Optional<Renaming> of(Operation operation) {
        if (operation instanceof RenameTable rename) {
            return Optional.of(new Renaming(rename.from(), rename.to(), null, null));
        }
        return operation instanceof RenameColumn rename
                ? Optional.of(new Renaming(rename.table(), rename.table(), rename.from(), rename.to()))
                : Optional.empty();
    }

    Renaming inverse() {
        return new Renaming(to, from, toColumn, fromColumn);
    }

    /** Whether an operation that knows the first name can go over to the second, and does what it did. */
    boolean fits(Operation operation) {
        Footprint footprint = Footprint.of(operation);
        if (footprint.isBarrier() || !from.schema().equals(to.schema())) {
            return false;
        }
        if (fromColumn == null) {
            return footprint.table(to) == null && footprint.table(from) != Footprint.Touch.EXISTENCE;
        }
        return footprint.table(from) != Footprint.Touch.EXISTENCE
                && footprint.column(from, toColumn) == null
                && footprint.column(from, fromColumn) != Footprint.Touch.EXISTENCE
                && !footprint.mentions(from, fromColumn)
                && !footprint.mentions(from, toColumn);
    }

    private TableName table(TableName table) {
        return table.same(from) ? to : table;
    }

    private boolean isColumn(TableName table, String column) {
        return fromColumn != null && table.same(from) && Identifiers.same(column, fromColumn);
    }

    private String column(TableName table, String column) {
        return isColumn(table, column) ? toColumn : column;
    }

    private Column column(TableName table, Column column) {
        return column.withName(column(table, column.name()));
    }

    private Constraint constraint(TableName table, Constraint constraint) {
        Constraint own = fromColumn != null && table.same(from)
                ? constraint.withColumnRenamed(fromColumn, toColumn)
                : constraint;
        if (own instanceof ForeignKey key && key.table().same(from)) {
            return fromColumn == null ? key.withTable(to) : key.withReferenceRenamed(fromColumn, toColumn);
        }
        return own;
    }

    private Index index(TableName table, Index index) {
        return fromColumn != null && table.same(from) ? index.withColumnRenamed(fromColumn, toColumn) : index;
    }

    private Table whole(Table table) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint(table.name(), constraint))
                .toList());
    }

    @Override
    public Operation createTable(CreateTable operation) {
        return new CreateTable(whole(operation.table()));
    }

    @Override
    public Operation dropTable(DropTable operation) {
        return new DropTable(whole(operation.table()));
    }

    @Override
    public Operation renameTable(RenameTable operation) {
        return operation;
    }

    @Override
    public Operation alterTableComment(AlterTableComment operation) {
        return new AlterTableComment(table(operation.table()), operation.from(), operation.to());
    }

    @Override
    public Operation addColumn(AddColumn operation) {
        TableName table = operation.table();
        return new AddColumn(table(table), column(table, operation.column()), operation.fill());
    }

    @Override
    public Operation dropColumn(DropColumn operation) {
        TableName table = operation.table();
        return new DropColumn(table(table), column(table, operation.column()), operation.refill());
    }

    @Override
    public Operation renameColumn(RenameColumn operation) {
        return new RenameColumn(table(operation.table()), operation.from(), operation.to());
    }

    @Override
    public Operation alterColumn(AlterColumn operation) {
        TableName table = operation.table();
        return new AlterColumn(
                table(table),
                column(table, operation.from()),
                column(table, operation.to()),
                operation.rows(),
                operation.rowsBack());
    }

    @Override
    public Operation addConstraint(AddConstraint operation) {
        TableName table = operation.table();
        return new AddConstraint(table(table), constraint(table, operation.constraint()));
    }

    @Override
    public Operation dropConstraint(DropConstraint operation) {
        TableName table = operation.table();
        return new DropConstraint(table(table), constraint(table, operation.constraint()));
    }

    @Override
    public Operation renameConstraint(RenameConstraint operation) {
        return new RenameConstraint(table(operation.table()), operation.from(), operation.to());
    }

    @Override
    public Operation addIndex(AddIndex operation) {
        TableName table = operation.table();
        return new AddIndex(table(table), index(table, operation.index()));
    }

    @Override
    public Operation dropIndex(DropIndex operation) {
        TableName table = operation.table();
        return new DropIndex(table(table), index(table, operation.index()));
    }

    @Override
    public Operation renameIndex(RenameIndex operation) {
        return new RenameIndex(table(operation.table()), operation.from(), operation.to());
    }

    @Override
    public Operation runSql(RunSql operation) {
        return operation;
    }

    @Override
    public Operation runData(RunData operation) {
        return operation;
    }

    @Override
    public Operation changeSequence(ChangeSequence operation) {
        return operation;
    }
}
