package dev.turnstone.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Any text as ASCII that neither Java source nor Javadoc can mistake for something else. */
final class SourceText {

    /** Nobody mends a generated class, so no compiler and no Error Prone needs to complain about its style. */
    static final AnnotationSpec SUPPRESS_ALL = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "$S", "all")
            .build();

    private static final String MARKUP = "&<>@*/\\{}";

    private SourceText() {}

    /** A string literal, quotes included. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"', '\\' -> out.append('\\').append(each);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (each < ' ') {
                        // Octal: the compiler would replace a Unicode escape before it looks for the end of the
                        // literal.
                        out.append(String.format(Locale.ROOT, "\\%03o", (int) each));
                    } else if (each < 0x7f) {
                        out.append(each);
                    } else {
                        escape(out, each);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** String literals, with commas between. */
    static String literals(Collection<String> texts) {
        return texts.stream().map(SourceText::literal).collect(Collectors.joining(", "));
    }

    /** A name, with escapes for what is not ASCII: a compiler reads them everywhere in a source. */
    static String ascii(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (each < 0x7f) {
                out.append(each);
            } else {
                escape(out, each);
            }
        }
        return out.toString();
    }

    /** Text for a Javadoc comment; line ends stay, as such. */
    static String javadoc(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        int point;
        for (int i = 0; i < lines.length(); i += Character.charCount(point)) {
            point = lines.codePointAt(i);
            if (point == '\n' || (point >= ' ' && point < 0x7f && MARKUP.indexOf(point) < 0)) {
                out.append((char) point);
            } else if (point < 0x7f && point >= ' ') {
                out.append("&#").append(point).append(';');
            } else if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                out.append('?');
            } else {
                // No entity: doclint takes numeric ones only below 2127.
                for (char each : Character.toChars(point)) {
                    escape(out, each);
                }
            }
        }
        return out.toString();
    }

    private static void escape(StringBuilder out, char each) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
    }
}
