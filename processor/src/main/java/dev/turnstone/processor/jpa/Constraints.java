package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.Condition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Bean Validation says of attributes, as far as Hibernate puts it into the schema. */
record Constraints(JpaSettings settings) {

    private static final String STANDARD = "jakarta.validation.constraints.";
    private static final String OWN = "org.hibernate.validator.constraints.";

    /** Whether an attribute must have a value. */
    boolean isRequired(JpaAttribute attribute, Scope scope) {
        Notes notes = attribute.notes();
        return counts(scope)
                && (notes.named(STANDARD + "NotNull").isPresent()
                        || notes.named(STANDARD + "NotBlank").isPresent()
                        || notes.named(STANDARD + "NotEmpty").isPresent());
    }

    /** The lengths of a column after the constraints. */
    Size size(JpaAttribute attribute, Scope scope, Size size) {
        if (!counts(scope)) {
            return size;
        }
        Notes notes = attribute.notes();
        Size result = size;
        if (attribute.type().equals(JavaType.of("java.lang.String")) && !notes.has("Lob")) {
            Optional<Long> longest = notes.named(STANDARD + "Size")
                    .flatMap(each -> each.number("max"))
                    .or(() -> notes.named(OWN + "Length").flatMap(each -> each.number("max")))
                    .filter(each -> each < Integer.MAX_VALUE);
            result = longest.map(Long::intValue).map(size::withLength).orElse(size);
        }
        Optional<Note> digits = notes.named(STANDARD + "Digits");
        if (digits.isPresent()) {
            int fraction = digits.get().number("fraction").orElse(0L).intValue();
            result = result.withDigits(digits.get().number("integer").orElse(0L).intValue() + fraction, fraction);
        }
        return result;
    }

    /** The conditions on a column. */
    Map<String, Condition> checks(JpaAttribute attribute, Scope scope, String column) {
        Map<String, Condition> checks = new LinkedHashMap<>();
        if (counts(scope)) {
            Notes notes = attribute.notes();
            Optional<Note> range = notes.named(OWN + "Range");
            limit(checks, notes.named(STANDARD + "Min"), "value", column, " >= ");
            limit(checks, notes.named(STANDARD + "Max"), "value", column, " <= ");
            limit(checks, range, "min", column, " >= ");
            limit(checks, range, "max", column, " <= ");
        }
        return checks;
    }

    private static void limit(
            Map<String, Condition> checks, Optional<Note> note, String member, String column, String sign) {
        note.flatMap(each -> each.number(member))
                .ifPresent(value -> checks.put(
                        column + (sign.equals(" >= ") ? "_min" : "_max"), new Condition.Sql(column + sign + value)));
    }

    private boolean counts(Scope scope) {
        return settings.beanValidation() && !scope.embedded();
    }
}
