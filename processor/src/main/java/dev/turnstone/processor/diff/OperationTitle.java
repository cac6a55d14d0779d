package dev.turnstone.processor.diff;

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
import dev.turnstone.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** A few words for an operation. */
final class OperationTitle {

    private static final OperationVisitor<String> VISITOR = new OperationVisitor<>() {
        @Override
        public String createTable(CreateTable operation) {
            return "create " + operation.table().name().name();
        }

        @Override
        public String dropTable(DropTable operation) {
            return "drop " + operation.table().name().name();
        }

        @Override
        public String renameTable(RenameTable operation) {
            return "rename " + operation.from().name() + " to " + operation.to().name();
        }

        @Override
        public String alterTableComment(AlterTableComment operation) {
            return "comment " + operation.table().name();
        }

        @Override
        public String addColumn(AddColumn operation) {
            return "add " + operation.table().name() + " " + operation.column().name();
        }

        @Override
        public String dropColumn(DropColumn operation) {
            return "drop " + operation.table().name() + " " + operation.column().name();
        }

        @Override
        public String renameColumn(RenameColumn operation) {
            return "rename " + operation.table().name() + " " + operation.from() + " to " + operation.to();
        }

        @Override
        public String alterColumn(AlterColumn operation) {
            return "alter " + operation.table().name() + " " + operation.to().name();
        }

        @Override
        public String addConstraint(AddConstraint operation) {
            return "add " + operation.constraint().name();
        }

        @Override
        public String dropConstraint(DropConstraint operation) {
            return "drop " + operation.constraint().name();
        }

        @Override
        public String renameConstraint(RenameConstraint operation) {
            return "rename " + operation.from() + " to " + operation.to();
        }

        @Override
        public String addIndex(AddIndex operation) {
            return "add " + operation.index().name();
        }

        @Override
        public String dropIndex(DropIndex operation) {
            return "drop " + operation.index().name();
        }

        @Override
        public String renameIndex(RenameIndex operation) {
            return "rename " + operation.from() + " to " + operation.to();
        }

        @Override
        public String changeSequence(ChangeSequence operation) {
            return (operation.from() == null ? "add " : operation.to() == null ? "drop " : "alter ")
                    + (operation.to() == null ? operation.from() : operation.to())
                            .name()
                            .name();
        }

        @Override
        public String runSql(RunSql operation) {
            return operation.name();
        }

        @Override
        public String runData(RunData operation) {
            String step = operation.step();
            return step.substring(Math.max(step.lastIndexOf('.'), step.lastIndexOf('$')) + 1)
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        }
    };

    private OperationTitle() {}

    /** What a migration is about: its tables and columns, else whatever there is. */
    static List<String> of(List<Operation> operations) {
        List<Operation> telling =
                operations.stream().filter(OperationTitle::isTelling).toList();
        List<String> titles = new ArrayList<>();
        for (Operation operation : withoutDetours(telling.isEmpty() ? operations : telling)) {
            String title = operation.accept(VISITOR);
            String dropped = title.replaceFirst("^add ", "drop ");
            if (titles.contains(dropped)) {
                titles.set(titles.indexOf(dropped), title.replaceFirst("^add ", "alter "));
            } else {
                titles.add(title);
            }
        }
        return titles;
    }

    private static boolean isTelling(Operation operation) {
        return operation instanceof CreateTable
                || operation instanceof DropTable
                || operation instanceof RenameTable
                || operation instanceof AddColumn
                || operation instanceof DropColumn
                || operation instanceof RenameColumn
                || operation instanceof AlterColumn;
    }

    /** A rename through a temporary name is told as one. */
    private static List<Operation> withoutDetours(List<Operation> operations) {
        List<Operation> direct = new ArrayList<>();
        for (Operation operation : operations) {
            Operation start = direct.stream()
                    .filter(earlier -> isContinued(earlier, operation))
                    .findFirst()
                    .orElse(null);
            direct.remove(start);
            if (start instanceof RenameColumn first && operation instanceof RenameColumn second) {
                direct.add(new RenameColumn(second.table(), first.from(), second.to()));
            } else if (start instanceof RenameTable first && operation instanceof RenameTable second) {
                direct.add(new RenameTable(first.from(), second.to()));
            } else {
                direct.add(operation);
            }
        }
        return direct;
    }

    private static boolean isContinued(Operation earlier, Operation later) {
        if (earlier instanceof RenameColumn first && later instanceof RenameColumn second) {
            return first.table().same(second.table()) && Identifiers.same(first.to(), second.from());
        }
        return earlier instanceof RenameTable first
                && later instanceof RenameTable second
                && first.to().same(second.from());
    }
}
