package dev.turnstone.processor.history;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trees as JSON for people and for git: an object without an object inside stands on one line, so a column is one line
 * of a diff; everything else is indented by two blanks. The same tree always gives the same text.
 */
final class JsonText {

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, Object> tree) {
        JsonText text = new JsonText();
        text.write(tree, 0);
        return text.out.append('\n').toString();
    }

    private void write(Object value, int depth) {
        if (value instanceof String text) {
            quote(text);
        } else if (value instanceof Map<?, ?> map) {
            writeAll('{', '}', map.entrySet().iterator(), depth, depth > 0 && isFlat(map.values()));
        } else if (value instanceof List<?> list) {
            writeAll('[', ']', list.iterator(), depth, isFlat(list));
        } else {
            out.append(value);
        }
    }

    private void writeAll(char open, char close, Iterator<?> elements, int depth, boolean oneLine) {
        out.append(open);
        boolean empty = !elements.hasNext();
        while (elements.hasNext()) {
            if (!oneLine) {
                newLine(depth + 1);
            }
            Object element = elements.next();
            if (element instanceof Map.Entry<?, ?> member) {
                quote((String) member.getKey());
                out.append(": ");
                write(member.getValue(), depth + 1);
            } else {
                write(element, depth + 1);
            }
            if (elements.hasNext()) {
                out.append(oneLine ? ", " : ",");
            }
        }
        if (!oneLine && !empty) {
            newLine(depth);
        }
        out.append(close);
    }

    /** No object inside, and no list of lists. */
    private static boolean isFlat(Iterable<?> values) {
        for (Object value : values) {
            if (value instanceof Map || (value instanceof List<?> list && !areScalars(list))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areScalars(List<?> list) {
        return list.stream().noneMatch(each -> each instanceof Map || each instanceof List);
    }

    private void newLine(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void quote(String text) {
        out.append('"');
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                out.append('\\').append((char) point);
            } else if (point == '\n') {
                out.append("\\n");
            } else if (isPlain(point)) {
                out.appendCodePoint(point);
            } else {
                for (char each : Character.toChars(point)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
                }
            }
        });
        out.append('"');
    }

    /**
     * Whatever a reviewer would not see, or that UTF-8 cannot keep, is escaped: controls, blanks of other widths, marks
     * of direction, halves of pairs, private use. Given as numbers, since Java's own tables grow with each version.
     */
    private static boolean isPlain(int point) {
        return (point >= 0x20 && point <= 0x7e)
                || (point >= 0xa1 && point < 0x2000 && point != 0xad)
                || (point > 0x206f && point < 0xd800 && point != 0x3000)
                || (point > 0xf8ff && point < 0xfff0 && point != 0xfeff)
                || (point > 0xffff && point < 0xe0000);
    }
}
