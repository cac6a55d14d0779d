package dev.turnstone.processor.finding;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Tells getters from other methods, by the rule of JavaBeans. */
public final class Getters {

    private Getters() {}

    /**
     * The property that a member gets.
     *
     * @param member any member of a class
     * @return the property's name; empty if it is no getter
     */
    public static Optional<String> property(Element member) {
        return member.getKind() == ElementKind.METHOD
                        && !member.getModifiers().contains(Modifier.STATIC)
                        && member instanceof ExecutableElement method
                        && method.getParameters().isEmpty()
                        && method.getReturnType().getKind() != TypeKind.VOID
                ? propertyOf(method.getSimpleName().toString())
                : Optional.empty();
    }

    private static Optional<String> propertyOf(String method) {
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        return prefix == 0 || method.length() == prefix
                ? Optional.empty()
                : Optional.of(decapitalized(method.substring(prefix)));
    }

    /** Two capitals in front stay as they are. */
    private static String decapitalized(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
