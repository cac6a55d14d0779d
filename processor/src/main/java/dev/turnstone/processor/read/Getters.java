package dev.turnstone.processor.read;

import dev.turnstone.processor.finding.PropertyNames;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Tells getters from other methods. */
final class Getters {

    private Getters() {}

    /**
     * The property that a member gets.
     *
     * @param member any member of a class
     * @return the property's name; empty if it is no getter
     */
    static Optional<String> property(Element member) {
        return member.getKind() == ElementKind.METHOD
                        && !member.getModifiers().contains(Modifier.STATIC)
                        && member instanceof ExecutableElement method
                        && method.getParameters().isEmpty()
                        && method.getReturnType().getKind() != TypeKind.VOID
                ? PropertyNames.ofGetter(method.getSimpleName().toString())
                : Optional.empty();
    }
}
