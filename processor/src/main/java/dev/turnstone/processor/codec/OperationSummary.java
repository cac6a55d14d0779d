package dev.turnstone.processor.codec;

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
import dev.turnstone.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in a few words what an operation does, for people. */
public final class OperationSummary implements OperationVisitor<String> {

    private OperationSummary() {}

    /**
     * Describes an operation.
     *
     * @param operation what to describe
     * @return one line, such as {@code add column author.email varchar(255) not null}
     */
    public static String of(Operation operation) {
        return operation.accept(new OperationSummary());
    }

    @Override
    public String createTable(CreateTable operation) {
        return "create table " + operation.table().name() + " ("
                + operation.table().columns().size() + " columns)";
    }

    @Override
    public String dropTable(DropTable operation) {
        return "drop table " + operation.table().name() + ", with its rows";
    }

    @Override
    public String renameTable(RenameTable operation) {
        return "rename table " + operation.from() + " to " + operation.to();
    }

    @Override
    public String alterTableComment(AlterTableComment operation) {
        return "change the comment of table " + operation.table();
    }

    @Override
    public String addColumn(AddColumn operation) {
        return "add column " + operation.table() + "." + describe(operation.column())
                + (operation.fill() == null ? "" : ", rows that exist get " + describe(operation.fill()));
    }

    @Override
    public String dropColumn(DropColumn operation) {
        return "drop column " + operation.table() + "." + operation.column().name() + ", with its values";
    }

    @Override
    public String renameColumn(RenameColumn operation) {
        return "rename column " + operation.table() + "." + operation.from() + " to " + operation.to();
    }

    @Override
    public String alterColumn(AlterColumn operation) {
        Column from = operation.from();
        Column to = operation.to();
        List<String> parts = new ArrayList<>();
        if (!from.type().equals(to.type())) {
            parts.add("type from " + from.type() + " to " + to.type());
        }
        if (from.nullable() != to.nullable()) {
            parts.add(to.nullable() ? "null allowed" : "not null");
        }
        if (!Objects.equals(from.defaultValue(), to.defaultValue())) {
            parts.add(to.defaultValue() == null ? "no default" : "default " + describe(to.defaultValue()));
        }
        if (from.identity() != to.identity()) {
            parts.add(to.identity() ? "numbered by the database" : "not numbered by the database");
        }
        if (!from.comment().equals(to.comment())) {
            parts.add("comment");
        }
        if (!operation.rows().using().isEmpty()) {
            parts.add("rows get " + operation.rows().using());
        }
        if (operation.rows().fill() != null) {
            parts.add("rows without a value get " + describe(operation.rows().fill()));
        }
        return "change column " + operation.table() + "." + to.name() + ": " + String.join(", ", parts);
    }

    @Override
    public String addConstraint(AddConstraint operation) {
        return "add " + describe(operation.constraint()) + " on " + operation.table();
    }

    @Override
    public String dropConstraint(DropConstraint operation) {
        return "drop " + describe(operation.constraint()) + " on " + operation.table();
    }

    @Override
    public String renameConstraint(RenameConstraint operation) {
        return "rename constraint " + operation.from() + " to " + operation.to() + " on " + operation.table();
    }

    @Override
    public String addIndex(AddIndex operation) {
        return "add index " + operation.index().name() + " on " + operation.table()
                + operation.index().columns();
    }

    @Override
    public String dropIndex(DropIndex operation) {
        return "drop index " + operation.index().name() + " on " + operation.table();
    }

    @Override
    public String renameIndex(RenameIndex operation) {
        return "rename index " + operation.from() + " to " + operation.to() + " on " + operation.table();
    }

    @Override
    public String runSql(RunSql operation) {
        return "run the SQL of " + operation.name();
    }

    @Override
    public String runData(RunData operation) {
        return (operation.undo() ? "take back the data migration " : "run the data migration ") + operation.step();
    }

    @Override
    public String changeSequence(ChangeSequence operation) {
        return operation.from() == null
                ? "create sequence " + operation.to().name()
                : operation.to() == null
                        ? "drop sequence " + operation.from().name()
                        : "change sequence " + operation.from().name() + " to "
                                + operation.to().name() + " increment "
                                + operation.to().increment();
    }

    private static String describe(Column column) {
        return column.name() + " " + column.type() + (column.identity() ? " identity" : "")
                + (column.nullable() ? "" : " not null")
                + (column.defaultValue() == null ? "" : " default " + describe(column.defaultValue()));
    }

    private static String describe(DefaultValue value) {
        return value instanceof DefaultValue.Literal literal
                ? "'" + literal.text() + "'"
                : ((DefaultValue.Sql) value).expression();
    }

    private static String describe(Constraint constraint) {
        return constraint.accept(new ConstraintKind()) + " " + constraint.name();
    }
}
