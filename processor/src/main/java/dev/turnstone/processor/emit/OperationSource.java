package dev.turnstone.processor.emit;

import static dev.turnstone.processor.emit.SchemaSource.column;
import static dev.turnstone.processor.emit.SchemaSource.constraint;
import static dev.turnstone.processor.emit.SchemaSource.index;
import static dev.turnstone.processor.emit.SourceText.literal;
import static dev.turnstone.processor.emit.SourceText.literals;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.Conversion;
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
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** Each operation as one Java statement, in the words of {@code Changes}: one chain of calls. */
final class OperationSource implements OperationVisitor<String> {

    private static final String ELEMENT_INDENT = "\n        ";

    /** javac descends into a chain call by call, and its stack has an end. */
    private static final int LONGEST_CHAIN = 64;

    @Override
    public String createTable(CreateTable operation) {
        List<TableElement> elements = operation.table().elements();
        StringBuilder out = new StringBuilder("changes.table(")
                .append(SchemaSource.name(operation.table().name()))
                .append(").createTable()");
        for (TableElement element : elements.subList(0, Math.min(LONGEST_CHAIN, elements.size()))) {
            out.append(ELEMENT_INDENT).append(SchemaSource.call(element));
        }
        if (elements.size() > LONGEST_CHAIN) {
            List<TableElement> rest = elements.subList(LONGEST_CHAIN, elements.size());
            out.append(ELEMENT_INDENT).append(".with(").append(elements(rest)).append(')');
        }
        return out.append(";\n").toString();
    }

    @Override
    public String dropTable(DropTable operation) {
        return on(
                operation.table().name(),
                "dropTable",
                elements(operation.table().elements()));
    }

    @Override
    public String renameTable(RenameTable operation) {
        TableName to = operation.to();
        boolean sameSchema = operation.from().schema().equals(to.schema());
        return on(operation.from(), "rename", sameSchema ? literal(to.name()) : "table(" + SchemaSource.name(to) + ")");
    }

    @Override
    public String alterTableComment(AlterTableComment operation) {
        return on(operation.table(), "comment", names(operation.from(), operation.to()));
    }

    @Override
    public String addColumn(AddColumn operation) {
        return on(operation.table(), "addColumn", column(operation.column()) + value(operation.fill()));
    }

    @Override
    public String dropColumn(DropColumn operation) {
        return on(operation.table(), "dropColumn", column(operation.column()) + value(operation.refill()));
    }

    @Override
    public String renameColumn(RenameColumn operation) {
        return on(operation.table(), "renameColumn", names(operation.from(), operation.to()));
    }

    @Override
    public String alterColumn(AlterColumn operation) {
        StringBuilder out = new StringBuilder(on(
                operation.table(),
                "alterColumn",
                ELEMENT_INDENT + column(operation.from()) + "," + ELEMENT_INDENT + column(operation.to())));
        out.setLength(out.length() - ";\n".length());
        append(out, "", operation.rows());
        append(out, "Back", operation.rowsBack());
        return out.append(";\n").toString();
    }

    private static void append(StringBuilder out, String direction, Conversion rows) {
        if (rows.fill() != null) {
            out.append(ELEMENT_INDENT).append(".fill").append(direction);
            out.append('(').append(SchemaSource.value(rows.fill())).append(')');
        }
        if (!rows.using().isEmpty()) {
            out.append(ELEMENT_INDENT).append(".using").append(direction);
            out.append('(').append(literal(rows.using())).append(')');
        }
    }

    @Override
    public String addConstraint(AddConstraint operation) {
        return on(operation.table(), "add", constraint(operation.constraint()));
    }

    @Override
    public String dropConstraint(DropConstraint operation) {
        return on(operation.table(), "drop", constraint(operation.constraint()));
    }

    @Override
    public String renameConstraint(RenameConstraint operation) {
        return on(operation.table(), "renameConstraint", names(operation.from(), operation.to()));
    }

    @Override
    public String addIndex(AddIndex operation) {
        return on(operation.table(), "add", index(operation.index()));
    }

    @Override
    public String dropIndex(DropIndex operation) {
        return on(operation.table(), "drop", index(operation.index()));
    }

    @Override
    public String renameIndex(RenameIndex operation) {
        return on(operation.table(), "renameIndex", names(operation.from(), operation.to()));
    }

    @Override
    public String runSql(RunSql operation) {
        StringBuilder out = new StringBuilder("changes.sql(")
                .append(literal(operation.name()))
                .append(')');
        for (RunSql.Text text : operation.texts()) {
            out.append(ELEMENT_INDENT).append(".up(").append(literal(text.dialect()));
            text.up().forEach(each -> out.append(", ").append(literal(each)));
            out.append(')');
            if (!text.down().isEmpty()) {
                out.append(ELEMENT_INDENT)
                        .append(".down(")
                        .append(literals(text.down()))
                        .append(')');
            }
        }
        return out.append(";\n").toString();
    }

    @Override
    public String runData(RunData operation) {
        return "changes." + (operation.undo() ? "undoData(" : "data(") + literal(operation.step()) + ", "
                + operation.reversible() + ");\n";
    }

    @Override
    public String changeSequence(ChangeSequence operation) {
        return "changes.sequence(" + sequence(operation.from()) + ", " + sequence(operation.to()) + ");\n";
    }

    private static String sequence(Sequence sequence) {
        return sequence == null
                ? "null"
                : "sequence(table(" + SchemaSource.name(sequence.name()) + "), " + sequence.start() + "L, "
                        + sequence.increment() + ")";
    }

    private static String on(TableName table, String method, String arguments) {
        return "changes.table(" + SchemaSource.name(table) + ")." + method + "(" + arguments + ");\n";
    }

    private static String elements(List<? extends TableElement> elements) {
        return elements.stream()
                .map(element -> ELEMENT_INDENT + SchemaSource.element(element))
                .collect(Collectors.joining(","));
    }

    private static String names(String from, String to) {
        return literal(from) + ", " + literal(to);
    }

    private static String value(DefaultValue value) {
        return value == null ? "" : ", " + SchemaSource.value(value);
    }
}
