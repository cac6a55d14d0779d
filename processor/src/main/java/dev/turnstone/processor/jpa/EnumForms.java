package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.JpaMember;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType.Kind;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** The columns of enums: numbers, texts, or a type that lists the constants. */
record EnumForms(JpaClass type, JpaSettings settings) {

    static final int ENUM = 6000;
    static final int NAMED_ENUM = 6001;
    private static final int BYTE = 128;

    ColumnForm of(Notes notes, Size size, int code) {
        boolean text = notes.jpa("Enumerated")
                        .flatMap(each -> each.constant("value"))
                        .filter("STRING"::equals)
                        .isPresent()
                || List.of(Types.VARCHAR, Types.CHAR, ENUM, NAMED_ENUM).contains(code);
        Optional<JavaType> value = type.fields().stream()
                .filter(each -> each.notes().has("EnumeratedValue"))
                .map(JpaMember::type)
                .findFirst();
        if (value.isPresent()) {
            return valued(value.get(), size);
        }
        int last = type.constants().size() - 1;
        return switch (code) {
            case Types.VARCHAR -> size.text().among(type.constants());
            case Types.CHAR -> ColumnForm.of(Kind.CHAR, size.lengthOr(1)).among(type.constants());
            case Types.SMALLINT -> ColumnForm.of(Kind.SMALLINT).between(0, last);
            case Types.INTEGER -> ColumnForm.of(Kind.INTEGER).between(0, last);
            default ->
                text
                        ? listed(size)
                        : ColumnForm.of(last < BYTE ? Kind.TINYINT : Kind.SMALLINT)
                                .between(0, last);
        };
    }

    /** The constants say themselves what is stored; which values those are is known only where they run. */
    private static ColumnForm valued(JavaType value, Size size) {
        return switch (value.name()) {
            case "byte" -> ColumnForm.of(Kind.TINYINT);
            case "short", "int" -> ColumnForm.of(Kind.SMALLINT);
            default -> size.text();
        };
    }

    private ColumnForm listed(Size size) {
        String values = "enum (" + Spelling.values(literals()) + ")";
        return Spelling.of("varchar(" + size.length().orElse(255) + ")")
                .h2(values)
                .mysql(values)
                .form()
                .among(type.constants());
    }

    private List<String> literals() {
        return type.constants().stream().map(each -> "'" + each + "'").toList();
    }
}
