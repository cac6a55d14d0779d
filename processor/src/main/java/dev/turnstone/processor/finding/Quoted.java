package dev.turnstone.processor.finding;

/** Text as it stands in Java source, so that what a message offers can be pasted. */
public final class Quoted {

    private Quoted() {}

    /**
     * A string literal.
     *
     * @param text any text
     * @return the text in quotes, escaped
     */
    public static String java(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(each -> {
            switch (each) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> literal.append((char) each);
            }
        });
        return literal.append('"').toString();
    }
}
