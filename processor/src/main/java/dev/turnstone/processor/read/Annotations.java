package dev.turnstone.processor.read;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** The annotations of a field that may stand there once. */
record Annotations(
        Optional<Mirror> id,
        Optional<Mirror> column,
        Optional<Mirror> reference,
        Optional<Mirror> embedded,
        Optional<Mirror> defaultValue,
        Optional<Mirror> fill,
        Optional<Mirror> convert,
        Optional<Mirror> comment,
        Optional<Mirror> renamedFrom) {

    Annotations(VariableElement field) {
        this(Mirror.byName(field));
    }

    private Annotations(Map<String, Mirror> written) {
        this(
                Optional.ofNullable(written.get(Vocabulary.ID)),
                Optional.ofNullable(written.get(Vocabulary.COLUMN)),
                Optional.ofNullable(written.get(Vocabulary.REFERENCE)),
                Optional.ofNullable(written.get(Vocabulary.EMBEDDED)),
                Optional.ofNullable(written.get(Vocabulary.DEFAULT)),
                Optional.ofNullable(written.get(Vocabulary.FILL)),
                Optional.ofNullable(written.get(Vocabulary.CONVERT)),
                Optional.ofNullable(written.get(Vocabulary.COMMENT)),
                Optional.ofNullable(written.get(Vocabulary.RENAMED_FROM)));
    }
}
