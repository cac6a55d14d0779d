package dev.turnstone.processor.declared.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The annotations of a class or a member.
 *
 * @param all the annotations, as written
 */
public record Notes(List<Note> all) {

    private static final String PERSISTENCE = "jakarta.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";

    /** Copies the annotations. */
    public Notes {
        all = List.copyOf(all);
    }

    /**
     * An annotation by its full name.
     *
     * @param name its qualified name
     * @return the annotation
     */
    public Optional<Note> named(String name) {
        return find("", name);
    }

    private Optional<Note> find(String prefix, String name) {
        for (Note each : all) {
            String full = each.name();
            if (full.length() == prefix.length() + name.length() && full.endsWith(name) && full.startsWith(prefix)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * An annotation of jakarta.persistence.
     *
     * @param name its simple name
     * @return the annotation
     */
    public Optional<Note> jpa(String name) {
        return find(PERSISTENCE, name);
    }

    /**
     * Tells whether an annotation of jakarta.persistence is there.
     *
     * @param names simple names
     * @return true if one of them is
     */
    public boolean has(String... names) {
        for (String name : names) {
            if (jpa(name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * An annotation of Hibernate.
     *
     * @param name its simple name
     * @return the annotation
     */
    public Optional<Note> hibernate(String name) {
        return find(HIBERNATE, name);
    }

    /**
     * Annotations of jakarta.persistence that may be repeated, alone or in the annotation that holds them.
     *
     * @param name the simple name of one
     * @param holder the simple name of what holds several
     * @return the annotations, in their order
     */
    public List<Note> jpa(String name, String holder) {
        return several(PERSISTENCE + name, PERSISTENCE + holder);
    }

    /**
     * Annotations that may be repeated, alone or in the annotation that holds them.
     *
     * @param name the qualified name of one
     * @param holder the qualified name of what holds several
     * @return the annotations, in their order
     */
    public List<Note> several(String name, String holder) {
        List<Note> found = new ArrayList<>();
        for (Note each : all) {
            if (each.name().equals(name)) {
                found.add(each);
            } else if (each.name().equals(holder)) {
                found.addAll(each.notes("value"));
            }
        }
        return found;
    }
}
