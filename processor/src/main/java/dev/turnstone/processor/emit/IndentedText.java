package dev.turnstone.processor.emit;

/** Java source as it grows, line by line; lines in braces stand further right. */
final class IndentedText {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    /** Adds lines. */
    void add(String text) {
        add("", text);
    }

    /** Adds a line and an opening brace; what follows stands further right. */
    void open(String line) {
        add(line + " {");
        depth++;
    }

    /** Adds a closing brace. */
    void close() {
        depth--;
        add("}");
    }

    /** Adds a comment of Javadoc. */
    void javadoc(String text) {
        add("/**");
        add(" *", text);
        add(" */");
    }

    private void add(String prefix, String text) {
        int end;
        for (int from = 0; from <= text.length(); from = end + 1) {
            int newline = text.indexOf('\n', from);
            end = newline < 0 ? text.length() : newline;
            if (from == text.length() && from > 0) {
                return;
            }
            boolean empty = from == end;
            if (!empty || !prefix.isEmpty()) {
                out.append("    ".repeat(depth)).append(prefix);
            }
            out.append(empty || prefix.isEmpty() ? "" : " ").append(text, from, end).append('\n');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
