package dev.turnstone.processor.bench;

import java.util.List;
import java.util.Locale;

/** The source of a class with private fields and their accessors. */
final class BeanSource {

    private BeanSource() {}

    /** A field; the annotation may be empty. */
    record Field(String annotation, String type, String name) {}

    /**
     * Writes a class.
     *
     * @param head all that stands before the opening brace
     * @param fields the fields
     */
    static String of(String head, List<Field> fields) {
        StringBuilder source = new StringBuilder(head).append(" {\n");
        for (Field field : fields) {
            source.append("\n    ").append(field.annotation).append("\n    private ");
            source.append(field.type).append(' ').append(field.name).append(";\n");
        }
        for (Field field : fields) {
            String property = field.name.substring(0, 1).toUpperCase(Locale.ROOT) + field.name.substring(1);
            source.append("\n    public " + field.type + " get" + property + "() {\n        return " + field.name
                    + ";\n    }\n");
            source.append("\n    public void set" + property + "(" + field.type + " value) {\n        this."
                    + field.name + " = value;\n    }\n");
        }
        return source.append("}\n").toString();
    }
}
