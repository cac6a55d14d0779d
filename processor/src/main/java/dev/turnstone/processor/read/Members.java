package dev.turnstone.processor.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The fields of a class and of its mapped superclasses, with generic types filled in. */
final class Members {

    private final Types types;
    private final Report report;

    Members(Types types, Report report) {
        this.types = types;
        this.report = report;
    }

    /**
     * A field.
     *
     * @param field the field
     * @param type its type in the class that was asked for
     */
    record Member(VariableElement field, TypeMirror type) {}

    /** The class itself and those superclasses whose fields count, the topmost first. */
    List<TypeElement> classes(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>(List.of(type));
        TypeMirror above = type.getSuperclass();
        while (above.getKind() == TypeKind.DECLARED) {
            TypeElement superclass = (TypeElement) ((DeclaredType) above).asElement();
            if (Mirror.isPresent(superclass, Vocabulary.MAPPED_SUPERCLASS)
                    || Mirror.isPresent(superclass, Vocabulary.EMBEDDABLE)) {
                classes.add(superclass);
            }
            if (JavaTypes.isUnresolved(above)) {
                report.unresolved();
            }
            above = superclass.getSuperclass();
        }
        if (above.getKind() == TypeKind.ERROR) {
            report.unresolved();
        }
        Collections.reverse(classes);
        return classes;
    }

    /** The fields that may be columns. */
    List<Member> of(DeclaredType type) {
        List<Member> members = new ArrayList<>();
        for (TypeElement each : classes((TypeElement) type.asElement())) {
            if (each.getKind() == ElementKind.CLASS) {
                // A record's accessors only repeat what its components say.
                ElementFilter.methodsIn(each.getEnclosedElements())
                        .forEach(method -> report.own(
                                method,
                                "This is a method, and the columns come from fields.",
                                "Write it on the field."));
            }
            for (VariableElement field : ElementFilter.fieldsIn(each.getEnclosedElements())) {
                Optional<String> skipped = reasonToSkip(field);
                skipped.ifPresent(reason -> reportUseless(field, reason));
                if (skipped.isEmpty()) {
                    boolean generic = !each.getTypeParameters().isEmpty();
                    members.add(new Member(field, generic ? types.asMemberOf(type, field) : field.asType()));
                }
            }
        }
        return members;
    }

    private static Optional<String> reasonToSkip(VariableElement field) {
        return field.getModifiers().contains(Modifier.STATIC)
                ? Optional.of("static")
                : field.getModifiers().contains(Modifier.TRANSIENT)
                        ? Optional.of("transient")
                        : Optional.of("@Transient").filter(reason -> Mirror.isPresent(field, Vocabulary.TRANSIENT));
    }

    private void reportUseless(VariableElement field, String reason) {
        report.own(
                field,
                "The field is " + reason + ", so it has no column that this could be about.",
                "Remove this annotation, or " + reason + " from the field.");
    }
}
