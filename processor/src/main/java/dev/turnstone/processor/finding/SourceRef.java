package dev.turnstone.processor.finding;

import java.util.List;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;

/**
 * A place in the source: an element, one of its annotations, or one value of that. Only the printer looks inside; for
 * everyone else it is a name to sort by.
 */
public final class SourceRef implements Comparable<SourceRef> {

    /** No place in particular: the message concerns the whole compilation. */
    public static final SourceRef NONE = new SourceRef("", null, null, null);

    private final String path;
    private final Element element;
    private final AnnotationMirror annotation;
    private final AnnotationValue value;

    private SourceRef(String path, Element element, AnnotationMirror annotation, AnnotationValue value) {
        this.path = path;
        this.element = element;
        this.annotation = annotation;
        this.value = value;
    }

    /**
     * A place known by name only.
     *
     * @param path the place's name, such as {@code com.acme.Author.email}
     * @return the place
     */
    public static SourceRef named(String path) {
        return new SourceRef(Objects.requireNonNull(path), null, null, null);
    }

    /**
     * The declaration of an element.
     *
     * @param element a type, a field, a package
     * @return the place
     */
    public static SourceRef of(Element element) {
        return of(element, null, null);
    }

    /**
     * An annotation, or one of its values.
     *
     * @param element the annotated element
     * @param annotation the annotation; null for the element itself
     * @param value the value; null for the whole annotation
     * @return the place
     */
    public static SourceRef of(Element element, AnnotationMirror annotation, AnnotationValue value) {
        return new SourceRef(pathOf(element), element, annotation, value);
    }

    private static String pathOf(Element element) {
        if (element instanceof QualifiedNameable named) {
            return named.getQualifiedName().toString();
        }
        String name = element.getSimpleName().toString();
        // A field and its getter are one attribute: what is said at one is about the other, too.
        return pathOf(element.getEnclosingElement()) + "."
                + Getters.property(element).orElse(name);
    }

    /** Asked for only when findings are sorted: most places have none. */
    private int position() {
        if (element == null || element instanceof PackageElement || element.getKind() == ElementKind.MODULE) {
            return 0;
        }
        List<? extends Element> siblings = element.getEnclosingElement().getEnclosedElements();
        return siblings.indexOf(element);
    }

    Element element() {
        return element;
    }

    AnnotationMirror annotation() {
        return annotation;
    }

    AnnotationValue value() {
        return value;
    }

    /**
     * The place's name.
     *
     * @return the qualified name of the type, with the name of the field, or of what a getter gets, after it; empty for {@link #NONE}
     */
    public String path() {
        return path;
    }

    private String owner() {
        boolean member = element != null && (element.getKind().isField() || element.getKind() == ElementKind.METHOD);
        return member ? path.substring(0, path.lastIndexOf('.')) : path;
    }

    @Override
    public int compareTo(SourceRef other) {
        int byOwner = owner().compareTo(other.owner());
        if (byOwner != 0) {
            return byOwner;
        }
        int byLength = Boolean.compare(
                path.length() > owner().length(),
                other.path.length() > other.owner().length());
        if (byLength != 0) {
            return byLength;
        }
        int byPosition = Integer.compare(position(), other.position());
        return byPosition != 0 ? byPosition : path.compareTo(other.path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceRef ref && path.equals(ref.path) && Objects.equals(value, ref.value);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
