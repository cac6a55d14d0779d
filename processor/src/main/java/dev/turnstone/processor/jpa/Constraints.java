package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What Bean Validation says of attributes, as far as Hibernate puts it into the schema. */
record Constraints(JpaSettings settings) {

    /** How far constraints count where an attribute stands. */
    enum Reach {
        /** All of them. */
        ALL,
        /** All but those that demand a value. */
        VALUES,
        /** None. */
        NONE;

        /** Inside of an embedded attribute they count if it passes validation on, and demand values if it must be there itself. */
        Reach in(Notes embedded) {
            return this == NONE || embedded.named(PACKAGE + "Valid").isEmpty()
                    ? NONE
                    : this == ALL && demandsValue(embedded) ? ALL : VALUES;
        }
    }

    private static final String PACKAGE = "jakarta.validation.";
    private static final String STANDARD = PACKAGE + "constraints.";
    private static final String OWN = "org.hibernate.validator.constraints.";

    /** Whether an annotation is one of Bean Validation or of Hibernate Validator. */
    static boolean isConstraint(String annotation) {
        return annotation.startsWith(PACKAGE) || annotation.startsWith(OWN);
    }

    /** Whether an attribute must have a value. */
    boolean isRequired(JpaAttribute attribute, Scope scope) {
        return settings.beanValidation() && scope.reach() == Reach.ALL && demandsValue(attribute.notes());
    }

    private static boolean demandsValue(Notes notes) {
        return Stream.of("NotNull", "NotBlank", "NotEmpty")
                .anyMatch(name -> of(notes, STANDARD + name).findFirst().isPresent());
    }

    /** The lengths of a column after the constraints. */
    Size size(JpaAttribute attribute, Scope scope, Size size) {
        if (!counts(scope)) {
            return size;
        }
        Notes notes = attribute.notes();
        Size result = size;
        if (attribute.type().equals(JavaType.of("java.lang.String")) && !notes.has("Lob")) {
            for (String name : List.of(OWN + "Length", STANDARD + "Size")) {
                Optional<Long> longest = last(of(notes, name).flatMap(each -> each.number("max").stream()))
                        .filter(each -> each < Integer.MAX_VALUE);
                result = longest.map(Long::intValue).map(result::withLength).orElse(result);
            }
        }
        Optional<Note> digits = last(of(notes, STANDARD + "Digits"));
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
            limit(checks, attribute.notes(), "Min", column, " >= ");
            limit(checks, attribute.notes(), "Max", column, " <= ");
        }
        return checks;
    }

    private static void limit(Map<String, Condition> checks, Notes notes, String name, String column, String sign) {
        of(notes, STANDARD + name)
                .flatMap(each -> each.number("value").stream())
                .distinct()
                .forEach(value -> {
                    String part = column + "_" + name.toLowerCase(Locale.ROOT);
                    checks.put(
                            checks.containsKey(part) ? part + checks.size() : part,
                            new Condition.Sql(JpaNames.marked(column) + sign + value));
                });
    }

    /** The constraints of a name, alone or in the annotation that holds several, that are checked without a group being asked for. */
    private static Stream<Note> of(Notes notes, String name) {
        return notes.several(name, name + ".List").stream().filter(each -> {
            List<JavaType> groups = each.types("groups");
            return groups.isEmpty() || groups.contains(JavaType.of(PACKAGE + "groups.Default"));
        });
    }

    private static <T> Optional<T> last(Stream<T> values) {
        return values.reduce((one, other) -> other);
    }

    private boolean counts(Scope scope) {
        return settings.beanValidation() && scope.reach() != Reach.NONE;
    }
}
