package dev.turnstone.processor.emit;

import static dev.turnstone.processor.emit.SourceText.literal;

import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations as Java statements. Where very many tables come or go at once, which nobody reads call by call, one statement
 * takes many of them: what javac needs for such a migration is mostly the time for each call.
 */
final class Statements {

    /** So many tables are read as a list, not one by one. */
    private static final int MANY = 100;

    /** Half of what a method may have, as each backslash counts twice; a constant may hold four times as much. */
    private static final int LARGEST = 15_000;

    private final OperationSource single = new OperationSource();
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder created = new StringBuilder();
    private final StringBuilder dropped = new StringBuilder();

    private Statements() {}

    /** One statement or more, which make the operations in their order. */
    static List<String> of(List<Operation> operations) {
        boolean many = isMany(operations);
        Statements statements = new Statements();
        for (Operation operation : operations) {
            if (many && operation instanceof CreateTable create) {
                statements.create(create);
            } else if (many && operation instanceof DropTable drop) {
                statements.drop(drop);
            } else {
                statements.flush();
                statements.statements.add(operation.accept(statements.single));
            }
        }
        statements.flush();
        return statements.statements;
    }

    private static boolean isMany(List<Operation> operations) {
        int tables = 0;
        for (Operation operation : operations) {
            tables += operation instanceof CreateTable || operation instanceof DropTable ? 1 : 0;
        }
        return tables >= MANY;
    }

    private void create(CreateTable create) {
        Optional<String> lines = TableLines.of(create.table()).filter(text -> text.length() <= LARGEST);
        if (lines.isEmpty()
                || !dropped.isEmpty()
                || created.length() + lines.get().length() > LARGEST) {
            flush();
        }
        lines.ifPresentOrElse(created::append, () -> statements.add(create.accept(single)));
    }

    private void drop(DropTable drop) {
        Table table = drop.table();
        if (!table.name().schema().isEmpty() || !table.elements().isEmpty()) {
            flush();
            statements.add(drop.accept(single));
            return;
        }
        if (!created.isEmpty() || dropped.length() > LARGEST) {
            flush();
        }
        dropped.append(dropped.isEmpty() ? "\n        " : ",\n        ")
                .append(literal(table.name().name()));
    }

    private void flush() {
        if (!created.isEmpty()) {
            statements.add("changes.tables(\"\"\"\n" + created.toString().replace("\\", "\\\\") + "\"\"\");\n");
            created.setLength(0);
        }
        if (!dropped.isEmpty()) {
            statements.add("changes.dropTables(" + dropped + ");\n");
            dropped.setLength(0);
        }
    }
}
