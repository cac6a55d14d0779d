package dev.turnstone.processor.read.jpa;

import dev.turnstone.processor.declared.jpa.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * A constraint of Bean Validation that is made of others, which stand on its annotation: seen from an attribute they stand
 * there, each with what the composed one gives them, and in its groups.
 */
final class ComposedConstraint {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";
    private static final String COMPOSITION = "org.hibernate.validator.constraints.ConstraintComposition";
    private static final String STANDARD = "jakarta.validation.constraints.";
    private static final String GROUPS = "groups";
    private static final Set<String> DEMANDS =
            Set.of(STANDARD + "NotNull", STANDARD + "NotBlank", STANDARD + "NotEmpty");

    private final Element element;
    private final NoteReader reader;
    private final Set<String> within = new HashSet<>();

    ComposedConstraint(Element element, NoteReader reader) {
        this.element = element;
        this.reader = reader;
    }

    /** Whether an annotation stands for others. */
    static boolean isOne(AnnotationMirror mirror) {
        Element type = mirror.getAnnotationType().asElement();
        return !JpaVocabulary.nameOf(mirror).startsWith(STANDARD)
                && find(type, CONSTRAINT).isPresent()
                && type.getAnnotationMirrors().stream().anyMatch(each -> isConstraint(each));
    }

    /** The constraints that an annotation stands for. */
    List<Note> notes(AnnotationMirror mirror) {
        Object groups = reader.note(element, mirror).members().getOrDefault(GROUPS, List.of());
        return notes(mirror, groups);
    }

    private List<Note> notes(AnnotationMirror mirror, Object groups) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        if (!within.add(JpaVocabulary.nameOf(mirror))) {
            return List.of();
        }
        boolean alternative = isAlternative(type);
        List<Note> notes = new ArrayList<>();
        for (AnnotationMirror each : type.getAnnotationMirrors()) {
            if (isConstraint(each) && !(alternative && DEMANDS.contains(JpaVocabulary.nameOf(each)))) {
                Note written = reader.note(element, each);
                Map<String, Object> members = new HashMap<>(written.members());
                members.putAll(given(mirror, type, written.name()));
                members.put(GROUPS, groups);
                notes.add(new Note(
                        written.name(), members, reader.note(element, mirror).place()));
                if (isOne(each)) {
                    notes.addAll(notes(each, groups));
                }
            }
        }
        within.remove(JpaVocabulary.nameOf(mirror));
        return notes;
    }

    /** Whether one of the constraints is enough. Hibernate then leaves out only those that demand a value. */
    private boolean isAlternative(TypeElement type) {
        return find(type, COMPOSITION)
                .map(each -> reader.note(element, each).constant("value").orElse("AND"))
                .filter(value -> !value.equals("AND"))
                .isPresent();
    }

    /** What the members of a composed constraint give to one of its parts. */
    private Map<String, Object> given(AnnotationMirror mirror, TypeElement type, String part) {
        Map<String, Object> given = new HashMap<>();
        for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
            for (Note each : reader.notes(member).several(OVERRIDES, OVERRIDES + ".List")) {
                AnnotationValue value = mirror.getElementValues().get(member);
                AnnotationValue counts = value == null ? member.getDefaultValue() : value;
                boolean meant = each.type("constraint")
                        .filter(target -> target.name().equals(part))
                        .isPresent();
                if (meant && counts != null) {
                    given.put(
                            each.text("name").orElse(member.getSimpleName().toString()), reader.value(element, counts));
                }
            }
        }
        return given;
    }

    private static boolean isConstraint(AnnotationMirror mirror) {
        return JpaVocabulary.nameOf(mirror).startsWith(STANDARD)
                || find(mirror.getAnnotationType().asElement(), CONSTRAINT).isPresent();
    }

    private static Optional<? extends AnnotationMirror> find(Element type, String name) {
        return type.getAnnotationMirrors().stream()
                .filter(each -> JpaVocabulary.nameOf(each).equals(name))
                .findFirst();
    }
}
