package dev.turnstone.processor.read;

import java.util.Set;
import javax.lang.model.element.Element;

/** The names of Turnstone's own annotations. Their classes are not on the processor path. */
public final class Vocabulary {

    private static final String PACKAGE = "dev.turnstone.annotations.";

    /** Makes a type an entity. */
    public static final String ENTITY = PACKAGE + "Entity";

    /** Says that columns or tables go. */
    public static final String DROPPED = PACKAGE + "Dropped";

    /** The annotations that stand on types or packages of their own, and so make a compilation one of ours. */
    public static final Set<String> ROOTS =
            Set.of(ENTITY, PACKAGE + "Embeddable", PACKAGE + "MappedSuperclass", DROPPED, DROPPED + ".List");

    static final String ID = PACKAGE + "Id";
    static final String COLUMN = PACKAGE + "Column";
    static final String REFERENCE = PACKAGE + "Reference";
    static final String INDEX = PACKAGE + "Index";
    static final String UNIQUE = PACKAGE + "Unique";
    static final String CHECK = PACKAGE + "Check";
    static final String DEFAULT = PACKAGE + "Default";
    static final String FILL = PACKAGE + "Fill";
    static final String CONVERT = PACKAGE + "Convert";
    static final String COMMENT = PACKAGE + "Comment";
    static final String EMBEDDED = PACKAGE + "Embedded";
    static final String EMBEDDABLE = PACKAGE + "Embeddable";
    static final String MAPPED_SUPERCLASS = PACKAGE + "MappedSuperclass";
    static final String TRANSIENT = PACKAGE + "Transient";
    static final String ACCEPT = PACKAGE + "Accept";
    static final String RENAMED_FROM = PACKAGE + "RenamedFrom";

    private Vocabulary() {}

    /** Whether an annotation is one of Turnstone's, by its qualified name. */
    static boolean isOwn(String annotation) {
        return annotation.startsWith(PACKAGE);
    }

    /**
     * Tells whether a type is an entity.
     *
     * @param type any element
     * @return true if it has the annotation
     */
    public static boolean isEntity(Element type) {
        return Mirror.isPresent(type, ENTITY);
    }
}
