package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;
import java.util.Optional;

/** Hibernate's own converters of truth values. */
final class BooleanForms {

    private BooleanForms() {}

    static Optional<ColumnForm> of(JavaType converter, JpaSettings settings) {
        ColumnForm letter = settings.atLeast(7, 0)
                ? Spelling.of("char(1)").mysql("varchar(1)").form()
                : ColumnForm.of(Kind.CHAR, 1);
        return Optional.ofNullable(
                switch (converter.name()) {
                    case "org.hibernate.type.YesNoConverter" -> letter.among(List.of("N", "Y"));
                    case "org.hibernate.type.TrueFalseConverter" -> letter.among(List.of("F", "T"));
                    case "org.hibernate.type.NumericBooleanConverter" ->
                        ColumnForm.of(Kind.INTEGER).among(List.of("0", "1"));
                    default -> null;
                });
    }
}
