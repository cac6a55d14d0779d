package dev.turnstone.dialect;

import java.util.ArrayList;
import java.util.List;

/** Takes apart the CREATE statements that SQLite keeps, as they hold all that it knows. */
final class SqliteText {

    private SqliteText() {}

    /** One line for each column, constraint or index; names that need no quotes have none, as a rename adds some. */
    static List<String> lines(String create) {
        String text = create.replaceAll("\"([A-Za-z_][A-Za-z0-9_]*)\"", "$1").replaceAll("\\s+", " ");
        if (!text.startsWith("CREATE TABLE")) {
            return List.of(text);
        }
        int open = text.indexOf('(');
        String table = text.substring(0, open).strip();
        List<String> lines = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        StringBuilder line = new StringBuilder();
        for (char c : text.substring(open + 1, text.lastIndexOf(')')).toCharArray()) {
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                lines.add(table + ": " + line.toString().strip());
                line.setLength(0);
            } else {
                line.append(c);
            }
        }
        lines.add(table + ": " + line.toString().strip());
        return lines;
    }
}
