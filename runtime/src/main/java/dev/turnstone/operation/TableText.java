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
        } catch (NoSuchElementException | IndexOutOfBoundsException e) {
            problem = " A word is missing.";
        } catch (IllegalArgumentException e) {
            problem = " " + e.getMessage();
        }
        throw new IllegalArgumentException("'" + line.strip() + "' is no part of a table." + problem);
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
        if (names != 1 && names != 2) {
            throw new IllegalArgumentException("It references a table, and as many columns as it has.");
        }
        TableName table = name(new ArrayDeque<>(target.subList(0, names)));
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
        int i = 0;
        while (i < end) {
            int start = i;
            if (Character.isWhitespace(line.charAt(i))) {
                i++;
            } else if (line.charAt(i) == '\'') {
                i = afterQuoted(line, i);
                words.add(line.substring(start + 1, i - 1).replace("''", "'"));
                if (i < end && !Character.isWhitespace(line.charAt(i))) {
                    throw new IllegalArgumentException("A blank is missing behind a quote.");
                }
            } else {
                while (i < end && !Character.isWhitespace(line.charAt(i))) {
                    i++;
                }
                words.add(line.substring(start, i));
            }
        }
        return words;
    }

    private static int afterQuoted(String line, int start) {
        int i = start + 1;
        while (i < line.length()) {
            if (line.charAt(i) != '\'') {
                i++;
            } else if (line.startsWith("''", i)) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("A quote is not closed.");
    }
}
