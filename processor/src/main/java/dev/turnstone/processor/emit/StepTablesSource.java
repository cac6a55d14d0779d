package dev.turnstone.processor.emit;

import static dev.turnstone.processor.emit.SourceText.literal;

import dev.turnstone.data.ColumnRef;
import dev.turnstone.data.TableRef;
import dev.turnstone.processor.declared.JavaNames;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Table;

/** Writes the constants of a data migration: one class for each table, with a constant for each column. */
final class StepTablesSource {

    private final StringBuilder out = new StringBuilder();
    private final StepTables tables;

    private StepTablesSource(StepTables tables) {
        this.tables = tables;
    }

    static String of(StepTables tables) {
        return new StepTablesSource(tables).write();
    }

    private String write() {
        if (!tables.packageName().isEmpty()) {
            out.append("package ")
                    .append(SourceText.ascii(tables.packageName()))
                    .append(";\n\n");
        }
        out.append("import ").append(ColumnRef.class.getName()).append(";\n");
        out.append("import ").append(TableRef.class.getName()).append(";\n\n");
        out.append("/** The tables and columns as the data migration {@code ")
                .append(SourceText.javadoc(tables.step().substring(tables.step().lastIndexOf('.') + 1)))
                .append("} finds them. */\n@SuppressWarnings(\"all\")\nfinal class ")
                .append(SourceText.ascii(tables.className()))
                .append(" {\n");
        constructor("    ", SourceText.ascii(tables.className()));
        JavaNames names = new JavaNames();
        for (Table table : tables.schema().tables()) {
            String sqlName = table.name().toString();
            String name = SourceText.ascii(names.constant(sqlName));
            if (tables.needs(sqlName, name)) {
                table(table, name);
            }
        }
        return out.append("}\n").toString();
    }

    private void table(Table table, String name) {
        out.append("\n    /** The table {@code ")
                .append(SourceText.javadoc(table.name().toString()))
                .append("}. */\n    static final class ")
                .append(name)
                .append(" {\n        /** The table itself. */\n        static final TableRef TABLE = new TableRef(")
                .append(literal(table.name().schema()))
                .append(", ")
                .append(literal(table.name().name()))
                .append(");\n\n");
        JavaNames names = new JavaNames("TABLE");
        table.columns().forEach(column -> column(column, SourceText.ascii(names.constant(column.name()))));
        constructor("        ", name);
        out.append("    }\n");
    }

    private void column(Column column, String name) {
        String type = javaType(column.type());
        out.append("        /** Holds {@code ")
                .append(SourceText.javadoc(column.type().toString()))
                .append("}. */\n        static final ColumnRef<")
                .append(type)
                .append("> ")
                .append(name)
                .append(" = new ColumnRef<>(TABLE, ")
                .append(literal(column.name()))
                .append(", ")
                .append(type)
                .append(".class);\n\n");
    }

    private void constructor(String indent, String name) {
        out.append(indent).append("private ").append(name).append("() {}\n");
    }

    /** A table of the user may be called UUID, so nothing outside {@code java.lang} goes by its simple name. */
    private static String javaType(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "Boolean";
            case TINYINT -> "Byte";
            case SMALLINT -> "Short";
            case INTEGER -> "Integer";
            case BIGINT -> "Long";
            case REAL -> "Float";
            case DOUBLE -> "Double";
            case DECIMAL -> "java.math.BigDecimal";
            case CHAR, VARCHAR, TEXT -> "String";
            case VARBINARY, BLOB -> "byte[]";
            case DATE -> "java.time.LocalDate";
            case TIME -> "java.time.LocalTime";
            case TIMESTAMP -> "java.time.LocalDateTime";
            case TIMESTAMP_TZ -> "java.time.OffsetDateTime";
            case UUID -> "java.util.UUID";
            case VERBATIM -> "Object";
        };
    }
}
