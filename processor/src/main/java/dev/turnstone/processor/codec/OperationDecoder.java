package dev.turnstone.processor.codec;

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
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.TableName;

/** Operations out of trees; the counterpart of {@link OperationEncoder}. */
final class OperationDecoder {

    private OperationDecoder() {}

    static Operation operation(TreeReader tree) {
        String kind = tree.text("op");
        return switch (kind) {
            case "create_table" -> new CreateTable(SchemaDecoder.table(tree));
            case "drop_table" -> new DropTable(SchemaDecoder.table(tree));
            case "rename_table" -> new RenameTable(SchemaDecoder.name(tree, "from"), SchemaDecoder.name(tree, "to"));
            case "run_sql" -> new RunSql(name(tree, "name"), tree.list("texts", OperationDecoder::text));
            case "change_sequence" -> new ChangeSequence(sequence(tree, "from"), sequence(tree, "to"));
            case "run_data" -> new RunData(name(tree, "step"), tree.flag("undo"), tree.flag("reversible"));
            default -> operation(tree, kind, SchemaDecoder.name(tree, "table"));
        };
    }

    private static Operation operation(TreeReader tree, String kind, TableName table) {
        return switch (kind) {
            case "alter_table_comment" -> new AlterTableComment(table, tree.text("from"), tree.text("to"));
            case "add_column" ->
                new AddColumn(
                        table,
                        SchemaDecoder.column(tree.value("column"), tree.at("column")),
                        SchemaDecoder.value(tree, "fill"));
            case "drop_column" ->
                new DropColumn(
                        table,
                        SchemaDecoder.column(tree.value("column"), tree.at("column")),
                        SchemaDecoder.value(tree, "refill"));
            case "rename_column" -> new RenameColumn(table, name(tree, "from"), name(tree, "to"));
            case "alter_column" ->
                new AlterColumn(
                        table,
                        SchemaDecoder.column(tree.value("from"), tree.at("from")),
                        SchemaDecoder.column(tree.value("to"), tree.at("to")),
                        conversion(tree, ""),
                        conversion(tree, "back_"));
            case "add_constraint" ->
                new AddConstraint(table, SchemaDecoder.constraint(tree.value("constraint"), tree.at("constraint")));
            case "drop_constraint" ->
                new DropConstraint(table, SchemaDecoder.constraint(tree.value("constraint"), tree.at("constraint")));
            case "rename_constraint" -> new RenameConstraint(table, name(tree, "from"), name(tree, "to"));
            case "add_index" -> new AddIndex(table, SchemaDecoder.index(tree.value("index"), tree.at("index")));
            case "drop_index" -> new DropIndex(table, SchemaDecoder.index(tree.value("index"), tree.at("index")));
            case "rename_index" -> new RenameIndex(table, name(tree, "from"), name(tree, "to"));
            default ->
                throw new InvalidTreeException(
                        tree.at("op"), "'" + kind + "' is no operation that this version knows.");
        };
    }

    private static Sequence sequence(TreeReader tree, String member) {
        return tree.has(member) ? SchemaDecoder.sequence(tree.value(member), tree.at(member)) : null;
    }

    private static Conversion conversion(TreeReader tree, String prefix) {
        return new Conversion(SchemaDecoder.value(tree, prefix + "fill"), tree.text(prefix + "using", ""));
    }

    private static RunSql.Text text(Object tree, String path) {
        return TreeReader.read(
                tree, path, text -> new RunSql.Text(text.text("dialect", ""), text.texts("up"), text.texts("down")));
    }

    private static String name(TreeReader tree, String member) {
        return SchemaDecoder.nonEmpty(tree, member);
    }
}
