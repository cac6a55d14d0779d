package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * One annotation of an element, read by names. Only members that are written exist: defaults are not looked at.
 *
 * @param element the annotated element
 * @param annotation the annotation
 */
record Mirror(Element element, AnnotationMirror annotation) {

    /** What javac gives as the value of a constant that does not exist (yet). */
    private static final String MISSING = "<error>";

    static boolean isPresent(AnnotatedConstruct annotated, String name) {
        for (AnnotationMirror each : annotated.getAnnotationMirrors()) {
            if (isNamed(each, name)) {
                return true;
            }
        }
        return false;
    }

    static Optional<Mirror> of(Element element, String name) {
        for (AnnotationMirror each : element.getAnnotationMirrors()) {
            if (isNamed(each, name)) {
                return Optional.of(new Mirror(element, each));
            }
        }
        return Optional.empty();
    }

    /** All annotations of an element by qualified name; of equal ones the first. */
    static Map<String, Mirror> byName(Element element) {
        Map<String, Mirror> found = new HashMap<>();
        for (AnnotationMirror each : element.getAnnotationMirrors()) {
            found.putIfAbsent(nameOf(each), new Mirror(element, each));
        }
        return found;
    }

    /** All annotations of a repeatable kind. */
    static List<Mirror> all(Element element, String name) {
        List<Mirror> found = new ArrayList<>();
        of(element, name).ifPresent(found::add);
        of(element, name + ".List").ifPresent(list -> found.addAll(list.nested("value")));
        return found;
    }

    SourceRef place() {
        return SourceRef.of(element, annotation, null);
    }

    /** What is written, to compare. */
    Map<String, String> written() {
        Map<String, String> written = new TreeMap<>();
        annotation
                .getElementValues()
                .forEach((member, value) -> written.put(member.getSimpleName().toString(), value.toString()));
        return written;
    }

    Optional<Placed<String>> text(String member) {
        return written(member, String.class);
    }

    Optional<Placed<Integer>> number(String member) {
        return written(member, Integer.class);
    }

    /** Those of some numbers that are written, by member. */
    Map<String, Placed<Integer>> numbers(String... members) {
        Map<String, Placed<Integer>> written = new TreeMap<>();
        for (String member : members) {
            number(member).ifPresent(value -> written.put(member, value));
        }
        return written;
    }

    Optional<Placed<Boolean>> flag(String member) {
        return written(member, Boolean.class);
    }

    /** The name of an enum's constant. */
    Optional<Placed<String>> constant(String member) {
        return written(member, VariableElement.class)
                .map(constant -> new Placed<>(constant.value().getSimpleName().toString(), constant.place()));
    }

    List<Placed<String>> texts(String member) {
        List<Placed<String>> texts = new ArrayList<>();
        for (AnnotationValue value : values(member)) {
            if (value.getValue() instanceof String text) {
                texts.add(new Placed<>(text, place(value)));
            }
        }
        return texts;
    }

    /** The annotations that a member holds. */
    List<Mirror> nested(String member) {
        List<Mirror> nested = new ArrayList<>();
        for (AnnotationValue value : values(member)) {
            if (value.getValue() instanceof AnnotationMirror each) {
                nested.add(new Mirror(element, each));
            }
        }
        return nested;
    }

    boolean hasUnresolvedValue() {
        return annotation.getElementValues().values().stream().anyMatch(Mirror::isUnresolved);
    }

    private static boolean isUnresolved(AnnotationValue value) {
        return value.getValue() instanceof List<?> list
                ? list.stream().anyMatch(each -> isUnresolved((AnnotationValue) each))
                : MISSING.equals(value.getValue());
    }

    private <T> Optional<Placed<T>> written(String member, Class<T> type) {
        return value(member)
                .filter(value -> type.isInstance(value.getValue()))
                .map(value -> new Placed<>(type.cast(value.getValue()), place(value)));
    }

    private List<AnnotationValue> values(String member) {
        List<AnnotationValue> values = new ArrayList<>();
        value(member).ifPresent(value -> {
            if (value.getValue() instanceof List<?> list) {
                list.forEach(each -> values.add((AnnotationValue) each));
            } else {
                values.add(value);
            }
        });
        return values;
    }

    private Optional<AnnotationValue> value(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    private SourceRef place(AnnotationValue value) {
        return SourceRef.of(element, annotation, value);
    }

    private static boolean isNamed(AnnotationMirror mirror, String name) {
        return nameOf(mirror).equals(name);
    }

    private static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }
}
