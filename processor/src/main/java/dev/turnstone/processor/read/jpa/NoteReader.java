package dev.turnstone.processor.read.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.finding.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Copies annotations. */
final class NoteReader {

    /** What javac gives as the value of a constant that does not exist (yet). */
    private static final String MISSING = "<error>";

    private final Function<TypeMirror, JavaType> types;
    private final Map<String, Boolean> isComposed = new HashMap<>();
    private boolean unresolved;

    NoteReader(Function<TypeMirror, JavaType> types) {
        this.types = types;
    }

    /** Whether a value was met that does not exist yet. */
    boolean unresolved() {
        return unresolved;
    }

    Notes notes(Element element) {
        List<Note> notes = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = JpaVocabulary.nameOf(mirror);
            if (JpaVocabulary.isRead(name)) {
                notes.add(note(element, mirror));
            }
            if (isComposed.computeIfAbsent(name, each -> ComposedConstraint.isOne(mirror))) {
                notes.addAll(new ComposedConstraint(element, this).notes(mirror));
            }
        }
        return new Notes(notes);
    }

    Note note(Element element, AnnotationMirror mirror) {
        Map<String, Object> members = new HashMap<>();
        mirror.getElementValues()
                .forEach((member, value) -> members.put(member.getSimpleName().toString(), value(element, value)));
        return new Note(JpaVocabulary.nameOf(mirror), members, SourceRef.of(element, mirror, null));
    }

    Object value(Element element, AnnotationValue written) {
        Object value = written.getValue();
        if (value instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(each -> values.add(value(element, (AnnotationValue) each)));
            return values;
        } else if (value instanceof AnnotationMirror mirror) {
            return note(element, mirror);
        } else if (value instanceof VariableElement constant) {
            return new Note.Constant(constant.getSimpleName().toString());
        } else if (value instanceof TypeMirror type) {
            return types.apply(type);
        }
        unresolved |= MISSING.equals(value);
        return value;
    }
}
