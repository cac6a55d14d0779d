package dev.turnstone.processor.codec;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ConstraintVisitor;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The trees of tables and their parts. */
final class SchemaEncoder implements ConstraintVisitor<Map<String, Object>> {

    /** A name without a schema is plain text; no separator could be told from a part of the name. */
    static Object name(TableName name) {
        if (name.schema().isEmpty()) {
            return name.name();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", name.schema());
        tree.put("name", name.name());
        return tree;
    }

    static void putTable(Map<String, Object> tree, Table table) {
        tree.put("table", name(table.name()));
        putText(tree, "comment", table.comment());
        tree.put("columns", table.columns().stream().map(SchemaEncoder::column).toList());
        putList(
                tree,
                "constraints",
                table.constraints().stream().map(SchemaEncoder::constraint).toList());
        putList(
                tree,
                "indexes",
                table.indexes().stream().map(SchemaEncoder::index).toList());
    }

    static Map<String, Object> column(Column column) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", column.name());
        tree.put("type", column.type().toString());
        putFlag(tree, "not_null", !column.nullable());
        putFlag(tree, "identity", column.identity());
        putValue(tree, "default", column.defaultValue());
        putText(tree, "comment", column.comment());
        return tree;
    }

    static void putValue(Map<String, Object> tree, String member, DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            tree.put(member, literal.text());
        } else if (value instanceof DefaultValue.Sql sql) {
            tree.put(member + "_sql", sql.expression());
        }
    }

    static Map<String, Object> constraint(Constraint constraint) {
        return constraint.accept(new SchemaEncoder());
    }

    static Map<String, Object> sequence(Sequence sequence) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name(sequence.name()));
        tree.put("start", String.valueOf(sequence.start()));
        tree.put("increment", String.valueOf(sequence.increment()));
        return tree;
    }

    static Map<String, Object> index(Index index) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", index.name());
        tree.put("columns", index.columns());
        return tree;
    }

    @Override
    public Map<String, Object> primaryKey(PrimaryKey key) {
        Map<String, Object> tree = named("primary_key", key.name());
        tree.put("columns", key.columns());
        return tree;
    }

    @Override
    public Map<String, Object> unique(Unique unique) {
        Map<String, Object> tree = named("unique", unique.name());
        tree.put("columns", unique.columns());
        return tree;
    }

    @Override
    public Map<String, Object> foreignKey(ForeignKey key) {
        Map<String, Object> tree = named("foreign_key", key.name());
        tree.put("columns", key.columns());
        tree.put("table", name(key.table()));
        tree.put("references", key.references());
        putAction(tree, "on_delete", key.onDelete());
        putAction(tree, "on_update", key.onUpdate());
        return tree;
    }

    @Override
    public Map<String, Object> check(Check check) {
        Map<String, Object> tree = named("check", check.name());
        if (check.condition() instanceof Condition.OneOf oneOf) {
            tree.put("column", oneOf.column());
            tree.put("one_of", oneOf.values());
        } else {
            tree.put("condition", ((Condition.Sql) check.condition()).expression());
        }
        return tree;
    }

    private static Map<String, Object> named(String kind, String name) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", kind);
        tree.put("name", name);
        return tree;
    }

    private static void putAction(Map<String, Object> tree, String member, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION) {
            tree.put(member, action.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void putText(Map<String, Object> tree, String member, String text) {
        if (!text.isEmpty()) {
            tree.put(member, text);
        }
    }

    private static void putFlag(Map<String, Object> tree, String member, boolean flag) {
        if (flag) {
            tree.put(member, true);
        }
    }

    private static void putList(Map<String, Object> tree, String member, List<?> list) {
        if (!list.isEmpty()) {
            tree.put(member, list);
        }
    }
}
