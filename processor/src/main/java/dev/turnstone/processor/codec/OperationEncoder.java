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
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The trees of operations; each begins with its kind. */
final class OperationEncoder implements OperationVisitor<Map<String, Object>> {

    @Override
    public Map<String, Object> createTable(CreateTable operation) {
        Map<String, Object> tree = kind("create_table");
        SchemaEncoder.putTable(tree, operation.table());
        return tree;
    }

    @Override
    public Map<String, Object> dropTable(DropTable operation) {
        Map<String, Object> tree = kind("drop_table");
        SchemaEncoder.putTable(tree, operation.table());
        return tree;
    }

    @Override
    public Map<String, Object> renameTable(RenameTable operation) {
        return change(kind("rename_table"), SchemaEncoder.name(operation.from()), SchemaEncoder.name(operation.to()));
    }

    @Override
    public Map<String, Object> alterTableComment(AlterTableComment operation) {
        return change(on("alter_table_comment", operation.table()), operation.from(), operation.to());
    }

    @Override
    public Map<String, Object> addColumn(AddColumn operation) {
        Map<String, Object> tree = on("add_column", operation.table());
        tree.put("column", SchemaEncoder.column(operation.column()));
        SchemaEncoder.putValue(tree, "fill", operation.fill());
        return tree;
    }

    @Override
    public Map<String, Object> dropColumn(DropColumn operation) {
        Map<String, Object> tree = on("drop_column", operation.table());
        tree.put("column", SchemaEncoder.column(operation.column()));
        SchemaEncoder.putValue(tree, "refill", operation.refill());
        return tree;
    }

    @Override
    public Map<String, Object> renameColumn(RenameColumn operation) {
        return change(on("rename_column", operation.table()), operation.from(), operation.to());
    }

    @Override
    public Map<String, Object> alterColumn(AlterColumn operation) {
        Map<String, Object> tree = change(
                on("alter_column", operation.table()),
                SchemaEncoder.column(operation.from()),
                SchemaEncoder.column(operation.to()));
        putConversion(tree, "", operation.rows());
        putConversion(tree, "back_", operation.rowsBack());
        return tree;
    }

    private static void putConversion(Map<String, Object> tree, String prefix, Conversion rows) {
        SchemaEncoder.putValue(tree, prefix + "fill", rows.fill());
        if (!rows.using().isEmpty()) {
            tree.put(prefix + "using", rows.using());
        }
    }

    @Override
    public Map<String, Object> addConstraint(AddConstraint operation) {
        Map<String, Object> tree = on("add_constraint", operation.table());
        tree.put("constraint", SchemaEncoder.constraint(operation.constraint()));
        return tree;
    }

    @Override
    public Map<String, Object> dropConstraint(DropConstraint operation) {
        Map<String, Object> tree = on("drop_constraint", operation.table());
        tree.put("constraint", SchemaEncoder.constraint(operation.constraint()));
        return tree;
    }

    @Override
    public Map<String, Object> renameConstraint(RenameConstraint operation) {
        return change(on("rename_constraint", operation.table()), operation.from(), operation.to());
    }

    @Override
    public Map<String, Object> addIndex(AddIndex operation) {
        Map<String, Object> tree = on("add_index", operation.table());
        tree.put("index", SchemaEncoder.index(operation.index()));
        return tree;
    }

    @Override
    public Map<String, Object> dropIndex(DropIndex operation) {
        Map<String, Object> tree = on("drop_index", operation.table());
        tree.put("index", SchemaEncoder.index(operation.index()));
        return tree;
    }

    @Override
    public Map<String, Object> renameIndex(RenameIndex operation) {
        return change(on("rename_index", operation.table()), operation.from(), operation.to());
    }

    @Override
    public Map<String, Object> runSql(RunSql operation) {
        Map<String, Object> tree = kind("run_sql");
        tree.put("name", operation.name());
        tree.put("texts", operation.texts().stream().map(OperationEncoder::text).toList());
        return tree;
    }

    private static Map<String, Object> text(RunSql.Text text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!text.dialect().isEmpty()) {
            tree.put("dialect", text.dialect());
        }
        tree.put("up", text.up());
        tree.put("down", text.down());
        return tree;
    }

    @Override
    public Map<String, Object> runData(RunData operation) {
        Map<String, Object> tree = kind("run_data");
        tree.put("step", operation.step());
        if (operation.undo()) {
            tree.put("undo", true);
        }
        if (operation.reversible()) {
            tree.put("reversible", true);
        }
        return tree;
    }

    private static Map<String, Object> kind(String kind) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("op", kind);
        return tree;
    }

    private static Map<String, Object> on(String kind, TableName table) {
        Map<String, Object> tree = kind(kind);
        tree.put("table", SchemaEncoder.name(table));
        return tree;
    }

    private static Map<String, Object> change(Map<String, Object> tree, Object from, Object to) {
        tree.put("from", from);
        tree.put("to", to);
        return tree;
    }

    @Override
    public Map<String, Object> changeSequence(ChangeSequence operation) {
        Map<String, Object> tree = kind("change_sequence");
        if (operation.from() != null) {
            tree.put("from", SchemaEncoder.sequence(operation.from()));
        }
        if (operation.to() != null) {
            tree.put("to", SchemaEncoder.sequence(operation.to()));
        }
        return tree;
    }
}
