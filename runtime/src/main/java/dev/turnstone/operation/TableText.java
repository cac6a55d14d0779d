package dev.turnstone.operation;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.TableComment;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads new tables from text; see {@link Changes#tables}. */
final class TableText {

    private TableText() {}

    static void read(String text, Changes changes) {
        NewTable table = null;
        for (String line : text.split("\\R", -1)) {
            if (!line.isBlank()) {
                table = read(line, table, changes);
            }
        }
    }

    private static NewTable read(String line, NewTable table, Changes changes) {
        String problem = "";
        try {
            Deque<String> words = words(line);
            String first = words.remove();
            NewTable read = first.equals("table")
                    ? changes.create(new NewTable(name(words)))
                    : table == null ? null : table.with(element(first, words));
            if (read != null && words.isEmpty()) {
                return read;
            }
        } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + line.strip() + "' is no part of a table: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("'" + line.strip() + "' is no part of a table.");
    }

    private static TableElement element(String first, Deque<String> words) {
        String name = words.remove();
        return switch (first) {
            case "comment" -> new TableComment(name);
            case "primaryKey" -> new PrimaryKey(name, rest(words));
            case "unique" -> new Unique(name, rest(words));
            case "index" -> new Index(name, rest(words));
            case "oneOf" -> new Check(name, new Condition.OneOf(words.remove(), rest(words)));
            case "check" -> new Check(name, new Condition.Sql(words.remove()));
            case "foreignKey" -> foreignKey(name, words);
            default -> column(Column.of(name, ColumnType.parse(first)), words);
        };
    }

    private static Column column(Column plain, Deque<String> words) {
        Column column = plain;
        while (!words.isEmpty()) {
            String word = words.remove();
            column = switch (word) {
                case "asIdentity" -> column.asIdentity();
                case "notNull" -> column.notNull();
                case "withDefault" -> column.withDefault(words.remove());
                case "withDefaultSql" -> column.withDefaultSql(words.remove());
                case "withComment" -> column.withComment(words.remove());
                default -> throw new IllegalArgumentException("'" + word + "' is no property of a column.");
            };
        }
        return column;
    }

    private static ForeignKey foreignKey(String name, Deque<String> words) {
        List<String> columns = new ArrayList<>();
        for (String word = words.remove(); !word.equals("references"); word = words.remove()) {
            columns.add(word);
        }
        ReferentialAction onUpdate = action("onUpdate", words);
        ReferentialAction onDelete = action("onDelete", words);
        List<String> target = rest(words);
        int names = target.size() - columns.size();
        TableName table = name(new ArrayDeque<>(target.subList(0, Math.max(0, names))));
        return new ForeignKey(name, columns, table, target.subList(names, target.size()), onDelete, onUpdate);
    }

    /** Takes an action from the end, if there is one. */
    private static ReferentialAction action(String name, Deque<String> words) {
        String last = words.removeLast();
        if (name.equals(words.peekLast())) {
            words.removeLast();
            return ReferentialAction.valueOf(last);
        }
        words.addLast(last);
        return ReferentialAction.NO_ACTION;
    }

    private static TableName name(Deque<String> words) {
        return words.size() > 1 ? new TableName(words.remove(), words.remove()) : TableName.of(words.remove());
    }

    private static List<String> rest(Deque<String> words) {
        List<String> rest = List.copyOf(words);
        words.clear();
        return rest;
    }

    /** The words of a line; one in single quotes may hold blanks, and two single quotes for one. */
    private static Deque<String> words(String line) {
        Deque<String> words = new ArrayDeque<>();
        int end = line.length();
        for (int i = 0; i < end; i++) {
            if (line.charAt(i) == '\'') {
                StringBuilder word = new StringBuilder();
                for (i++; i < end && (line.charAt(i) != '\'' || line.startsWith("''", i)); i++) {
                    word.append(line.charAt(i));
                    i += line.charAt(i) == '\'' ? 1 : 0;
                }
                words.add(word.toString());
            } else if (line.charAt(i) != ' ') {
                int blank = line.indexOf(' ', i);
                int stop = blank < 0 ? end : blank;
                words.add(line.substring(i, stop));
                i = stop;
            }
        }
        return words;
    }
}
