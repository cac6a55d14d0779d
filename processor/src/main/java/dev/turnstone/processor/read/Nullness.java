package dev.turnstone.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What JSpecify's annotations say of a field, read by their names. */
final class Nullness {

    private static final String PACKAGE = "org.jspecify.annotations.";

    private Nullness() {}

    /** Tells whether a field can hold no null. */
    static boolean isNonNull(VariableElement field, TypeMirror resolved) {
        return has(field, resolved, "NonNull") || (!isNullable(field, resolved) && isInNullMarkedCode(field));
    }

    /** Tells whether a field says that it may hold null. */
    static boolean isNullable(VariableElement field, TypeMirror resolved) {
        return has(field, resolved, "Nullable");
    }

    private static boolean has(VariableElement field, TypeMirror resolved, String name) {
        // The resolved type of a field "T value" is the type argument, with the annotations written there.
        TypeMirror declared = field.asType();
        return Mirror.isPresent(field, PACKAGE + name)
                || Mirror.isPresent(declared, PACKAGE + name)
                || (declared.getKind() == TypeKind.TYPEVAR && Mirror.isPresent(resolved, PACKAGE + name));
    }

    private static boolean isInNullMarkedCode(Element field) {
        for (Element scope = field.getEnclosingElement(); scope != null; scope = scope.getEnclosingElement()) {
            if (Mirror.isPresent(scope, PACKAGE + "NullUnmarked")) {
                return false;
            }
            if (Mirror.isPresent(scope, PACKAGE + "NullMarked")) {
                return true;
            }
        }
        return false;
    }
}
