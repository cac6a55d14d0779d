package dev.turnstone.processor.emit;

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
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableComment;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;
import java.util.Optional;

/** A new table as the lines that {@code Changes.tables} reads. */
final class TableLines implements ConstraintVisitor<Void> {

    private final StringBuilder out = new StringBuilder();
    private boolean plain = true;

    private TableLines() {}

    /** The lines of a table; empty if they would be read as something else, or not be ASCII. */
    static Optional<String> of(Table table) {
        TableLines lines = new TableLines();
        lines.out.append("table");
        lines.name(table.name());
        lines.out.append('\n');
        for (TableElement element : table.elements()) {
            lines.out.append("  ");
            lines.element(element);
            lines.out.append('\n');
        }
        return lines.plain ? Optional.of(lines.out.toString()) : Optional.empty();
    }

    private void element(TableElement element) {
        if (element instanceof Column column) {
            column(column);
        } else if (element instanceof Index index) {
            out.append("index");
            named(index.name(), index.columns());
        } else if (element instanceof TableComment comment) {
            out.append("comment");
            word(comment.text());
        } else if (element instanceof Constraint constraint) {
            constraint.accept(this);
        }
    }

    private void column(Column column) {
        String type = column.type().toString();
        if (isPlain(type)) {
            out.append(type);
        } else {
            quote(type);
        }
        word(column.name());
        if (column.identity()) {
            out.append(" asIdentity");
        } else if (!column.nullable()) {
            out.append(" notNull");
        }
        if (column.defaultValue() instanceof DefaultValue.Literal text) {
            out.append(" withDefault");
            word(text.text());
        } else if (column.defaultValue() instanceof DefaultValue.Sql sql) {
            out.append(" withDefaultSql");
            word(sql.expression());
        }
        if (!column.comment().isEmpty()) {
            out.append(" withComment");
            word(column.comment());
        }
    }

    @Override
    public Void primaryKey(PrimaryKey key) {
        out.append("primaryKey");
        named(key.name(), key.columns());
        return null;
    }

    @Override
    public Void unique(Unique unique) {
        out.append("unique");
        named(unique.name(), unique.columns());
        return null;
    }

    @Override
    public Void foreignKey(ForeignKey key) {
        out.append("foreignKey");
        named(key.name(), key.columns());
        out.append(" references");
        name(key.table());
        words(key.references());
        plain &= !isWord(key.table().name())
                && key.columns().stream().noneMatch(TableLines::isWord)
                && key.references().stream().noneMatch(TableLines::isWord);
        action("onDelete", key.onDelete());
        action("onUpdate", key.onUpdate());
        return null;
    }

    @Override
    public Void check(Check check) {
        if (check.condition() instanceof Condition.OneOf oneOf) {
            out.append("oneOf");
            word(check.name());
            named(oneOf.column(), oneOf.values());
        } else {
            out.append("check");
            word(check.name());
            word(((Condition.Sql) check.condition()).expression());
        }
        return null;
    }

    /** Whether a name would be taken for a part of the line. */
    private static boolean isWord(String name) {
        return name.equals("references") || name.equals("onDelete") || name.equals("onUpdate");
    }

    private void action(String name, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION) {
            word(name);
            word(action.name());
        }
    }

    private void named(String name, List<String> words) {
        word(name);
        words(words);
    }

    private void words(List<String> words) {
        for (String each : words) {
            word(each);
        }
    }

    private void name(TableName name) {
        if (!name.schema().isEmpty()) {
            word(name.schema());
        }
        word(name.name());
    }

    private void word(String word) {
        out.append(' ');
        if (isPlain(word)) {
            out.append(word);
        } else {
            quote(word);
        }
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            if (each <= ' ' || each >= 0x7f || each == '\'' || each == '"') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private void quote(String word) {
        out.append('\'');
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            // Three of the other quotes would end the text block.
            plain &= each >= ' ' && each < 0x7f && each != '"';
            out.append(each);
            if (each == '\'') {
                out.append(each);
            }
        }
        out.append('\'');
    }
}
