package dev.turnstone.processor.codec;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;
import java.util.Locale;

/** Tables and their parts out of trees; the counterpart of {@link SchemaEncoder}. */
final class SchemaDecoder {

    private SchemaDecoder() {}

    static TableName name(TreeReader tree, String member) {
        Object value = tree.value(member);
        if (!(value instanceof String)) {
            return TreeReader.read(
                    value, tree.at(member), name -> new TableName(nonEmpty(name, "schema"), name.text("name")));
        }
        return TableName.of(tree.text(member));
    }

    static Table table(TreeReader tree) {
        return new Table(
                name(tree, "table"),
                tree.text("comment", ""),
                tree.list("columns", SchemaDecoder::column),
                optionalList(tree, "constraints", SchemaDecoder::constraint),
                optionalList(tree, "indexes", SchemaDecoder::index));
    }

    static Sequence sequence(Object tree, String path) {
        return TreeReader.read(
                tree,
                path,
                each -> new Sequence(
                        name(each, "name"),
                        Long.parseLong(each.text("start")),
                        Integer.parseInt(each.text("increment"))));
    }

    static Column column(Object tree, String path) {
        return TreeReader.read(
                tree,
                path,
                column -> new Column(
                        column.text("name"),
                        ColumnType.parse(column.text("type")),
                        !column.flag("not_null"),
                        value(column, "default"),
                        column.flag("identity"),
                        column.text("comment", "")));
    }

    static DefaultValue value(TreeReader tree, String member) {
        String sql = member + "_sql";
        if (!tree.has(sql)) {
            return tree.has(member) ? new DefaultValue.Literal(tree.text(member)) : null;
        }
        if (tree.has(member)) {
            throw new InvalidTreeException(tree.at(sql), "There can be either this or \"" + member + "\", not both.");
        }
        return new DefaultValue.Sql(tree.text(sql));
    }

    static Constraint constraint(Object tree, String path) {
        return TreeReader.read(tree, path, SchemaDecoder::constraint);
    }

    private static Constraint constraint(TreeReader tree) {
        String kind = tree.text("kind");
        String name = tree.text("name");
        return switch (kind) {
            case "primary_key" -> new PrimaryKey(name, tree.texts("columns"));
            case "unique" -> new Unique(name, tree.texts("columns"));
            case "foreign_key" ->
                new ForeignKey(
                        name,
                        tree.texts("columns"),
                        name(tree, "table"),
                        tree.texts("references"),
                        action(tree, "on_delete"),
                        action(tree, "on_update"));
            case "check" -> new Check(name, condition(tree));
            default ->
                throw new InvalidTreeException(
                        tree.at("kind"), "'" + kind + "' is no kind of constraint that this version knows.");
        };
    }

    private static Condition condition(TreeReader tree) {
        return tree.has("condition")
                ? new Condition.Sql(tree.text("condition"))
                : new Condition.OneOf(tree.text("column"), tree.texts("one_of"));
    }

    private static ReferentialAction action(TreeReader tree, String member) {
        String text = tree.text(member, "no_action");
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(text)) {
                return action;
            }
        }
        throw new InvalidTreeException(
                tree.at(member), "'" + text + "' is none of no_action, restrict, cascade, set_null and set_default.");
    }

    static Index index(Object tree, String path) {
        return TreeReader.read(tree, path, index -> new Index(index.text("name"), index.texts("columns")));
    }

    static String nonEmpty(TreeReader tree, String member) {
        String text = tree.text(member);
        if (text.isBlank()) {
            throw new InvalidTreeException(tree.at(member), "This must not be empty.");
        }
        return text;
    }

    private static <T> List<T> optionalList(TreeReader tree, String member, TreeReader.ElementReader<T> element) {
        return tree.has(member) ? tree.list(member, element) : List.of();
    }
}
