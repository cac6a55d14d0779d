package dev.turnstone.processor.declared.jpa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All classes that the JPA entities of a compilation are made of. Plain data: the compiler ends here.
 *
 * @param classes the classes by binary name
 */
public record JpaModel(Map<String, JpaClass> classes) {

    /** Sorts the classes by name. */
    public JpaModel {
        classes = new TreeMap<>(classes);
    }

    /**
     * Finds a class.
     *
     * @param name its binary name
     * @return the class, or empty if it is not part of the model
     */
    public Optional<JpaClass> find(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /**
     * Finds the classes that have an annotation of jakarta.persistence.
     *
     * @param annotation its simple name
     * @return the classes, sorted by name
     */
    public List<JpaClass> having(String annotation) {
        return classes.values().stream()
                .filter(each -> each.notes().has(annotation))
                .toList();
    }
}
