package dev.turnstone.processor.read;

import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** The annotations of a field that may stand there once. */
record Annotations(
        Optional<Mirror> id,
        Optional<Mirror> column,
        Optional<Mirror> reference,
        Optional<Mirror> embedded,
        Optional<Mirror> defaultValue,
        Optional<Mirror> comment,
        Optional<Mirror> renamedFrom) {

    Annotations(VariableElement field) {
        this(
                Mirror.of(field, Vocabulary.ID),
                Mirror.of(field, Vocabulary.COLUMN),
                Mirror.of(field, Vocabulary.REFERENCE),
                Mirror.of(field, Vocabulary.EMBEDDED),
                Mirror.of(field, Vocabulary.DEFAULT),
                Mirror.of(field, Vocabulary.COMMENT),
                Mirror.of(field, Vocabulary.RENAMED_FROM));
    }
}
