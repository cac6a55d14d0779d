package dev.turnstone.processor.declared.jpa;

import java.util.List;
import java.util.Map;

/**
 * A type as the source writes it.
 *
 * @param shape what kind of type
 * @param name the binary name of a class, the word of a primitive type, the name of a type variable; empty for an array
 * @param arguments the type arguments of a class, the one element type of an array, the one bound of a type variable
 */
public record JavaType(Shape shape, String name, List<JavaType> arguments) {

    /** The kinds of types. */
    public enum Shape {
        /** Such as {@code int}. */
        PRIMITIVE,
        /** A class, an interface, an enum or a record. */
        CLASS,
        /** An array. */
        ARRAY,
        /** A type variable. */
        VARIABLE
    }

    /** Copies the arguments. */
    public JavaType {
        arguments = List.copyOf(arguments);
    }

    /**
     * A class without type arguments.
     *
     * @param name its binary name
     * @return the type
     */
    public static JavaType of(String name) {
        return new JavaType(Shape.CLASS, name, List.of());
    }

    /**
     * Tells whether this is a class of a name.
     *
     * @param names binary names
     * @return true if it is one of them
     */
    public boolean isOneOf(String... names) {
        return shape == Shape.CLASS && List.of(names).contains(name);
    }

    /**
     * A type argument, or the element type of an array.
     *
     * @param index its place, from 0
     * @return the argument; Object where none is written
     */
    public JavaType argument(int index) {
        return index < arguments.size() ? arguments.get(index) : of("java.lang.Object");
    }

    /**
     * This type with type variables replaced.
     *
     * @param variables what stands for each variable
     * @return the type; a variable that nothing stands for becomes its bound
     */
    public JavaType resolve(Map<String, JavaType> variables) {
        if (shape == Shape.VARIABLE) {
            JavaType bound = argument(0);
            JavaType value = variables.get(name);
            // A bound may mention its own variable, as in T extends Comparable<T>.
            return value != null ? value : new JavaType(bound.shape, bound.name, List.of());
        }
        return arguments.isEmpty()
                ? this
                : new JavaType(
                        shape,
                        name,
                        arguments.stream().map(each -> each.resolve(variables)).toList());
    }
}
