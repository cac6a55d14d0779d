package dev.turnstone.processor.declared.jpa;

import dev.turnstone.processor.finding.SourceRef;
import java.util.List;
import java.util.Optional;

/**
 * A class that the entities are made of: an entity, what it extends, embeds, converts by, or has as the type of a field.
 *
 * @param name its binary name, such as {@code com.acme.Blog$Post}
 * @param isAbstract whether it is abstract
 * @param isSerializable whether it implements Serializable
 * @param isEntity whether it is an entity of the compilation's own set
 * @param isHinted whether it, or any member of it, has an annotation of Turnstone's
 * @param variables the names of its type variables
 * @param supertypes the superclass first, if there is one, then the interfaces
 * @param notes its annotations
 * @param fields the fields that are neither static nor transient
 * @param getters the getters
 * @param constants the constants of an enum, in their order; empty for any other class
 * @param place where it stands
 */
public record JpaClass(
        String name,
        boolean isAbstract,
        boolean isSerializable,
        boolean isEntity,
        boolean isHinted,
        List<String> variables,
        List<JavaType> supertypes,
        Notes notes,
        List<JpaMember> fields,
        List<JpaMember> getters,
        List<String> constants,
        SourceRef place) {

    /**
     * The name without its package, such as {@code Blog$Post}.
     *
     * @return what stands behind the last dot
     */
    public String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * The superclass as it is written.
     *
     * @return the type; empty for an interface, and for a class that extends nothing
     */
    public Optional<JavaType> superclass() {
        return supertypes.stream().findFirst().filter(first -> !first.isOneOf("java.lang.Object"));
    }
}
