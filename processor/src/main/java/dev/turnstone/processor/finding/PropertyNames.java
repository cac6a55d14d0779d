package dev.turnstone.processor.finding;

import java.util.Optional;

/** The names of properties, by the rule of JavaBeans. */
public final class PropertyNames {

    private PropertyNames() {}

    /**
     * The property that a method gets, as far as its name tells.
     *
     * @param method such as {@code getName} or {@code isOpen}
     * @return such as {@code name}; empty if it is no getter's name
     */
    public static Optional<String> ofGetter(String method) {
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
