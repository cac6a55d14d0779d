package dev.turnstone.processor.read.jpa;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The names of the annotations that JPA entities are made with. Their classes are on no path of ours. */
public final class JpaVocabulary {

    private static final String PERSISTENCE = "jakarta.persistence.";
    private static final String ENTITY = PERSISTENCE + "Entity";
    private static final String HINTS = "dev.turnstone.annotations.";
    private static final String CONVERTER = PERSISTENCE + "Converter";

    /** The annotations that make a compilation one with JPA entities. */
    public static final Set<String> ROOTS =
            Set.of(ENTITY, PERSISTENCE + "Embeddable", PERSISTENCE + "MappedSuperclass", CONVERTER);

    private static final List<String> READ = List.of(
            PERSISTENCE,
            "org.hibernate.annotations.",
            "jakarta.validation.",
            "org.hibernate.validator.constraints.",
            HINTS);

    private JpaVocabulary() {}

    /**
     * Tells whether a type is a JPA entity.
     *
     * @param type any element
     * @return true if it has the annotation
     */
    public static boolean isEntity(Element type) {
        return has(type, ENTITY);
    }

    /**
     * Tells whether a type converts attributes.
     *
     * @param type any element
     * @return true if it has the annotation
     */
    public static boolean isConverter(Element type) {
        return has(type, CONVERTER);
    }

    /**
     * Tells whether JPA says what a class is.
     *
     * @param type any element
     * @return true if it has one of the {@link #ROOTS}
     */
    public static boolean isMapped(Element type) {
        for (String root : ROOTS) {
            if (has(type, root)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an annotation may shape a schema. */
    static boolean isRead(String annotation) {
        for (String prefix : READ) {
            if (annotation.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element has an annotation of Turnstone's. */
    static boolean isHinted(Element element) {
        for (AnnotationMirror each : element.getAnnotationMirrors()) {
            if (nameOf(each).startsWith(HINTS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Element type, String name) {
        for (AnnotationMirror each : type.getAnnotationMirrors()) {
            if (nameOf(each).equals(name)) {
                return true;
            }
        }
        return false;
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }
}
