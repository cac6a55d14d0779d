package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is written farther out than at an attribute itself, by the attribute's path. What is outermost counts. */
final class Overrides {

    private final Map<String, Note> columns = new HashMap<>();
    private final Map<String, Note> associations = new HashMap<>();
    private final Map<String, Note> conversions = new HashMap<>();

    /**
     * Takes what is written at a place.
     *
     * @param path the path of that place with a dot behind it; empty for an entity
     * @param notes the annotations there
     */
    void add(String path, Notes notes) {
        for (Note each : notes.jpa("AttributeOverride", "AttributeOverrides")) {
            each.note("column").ifPresent(column -> put(columns, path, each.text("name"), column));
        }
        for (Note each : notes.jpa("AssociationOverride", "AssociationOverrides")) {
            put(associations, path, each.text("name"), each);
        }
        for (Note each : notes.jpa("Convert", "Converts")) {
            put(conversions, path, each.text("attributeName"), each);
        }
    }

    private static void put(Map<String, Note> target, String path, Optional<String> name, Note note) {
        name.ifPresent(each -> target.putIfAbsent(path + each, note));
    }

    /** The {@code @Column} for a path. */
    Optional<Note> column(String path) {
        return Optional.ofNullable(columns.get(path));
    }

    /** The {@code @AssociationOverride} for a path. */
    Optional<Note> association(String path) {
        return Optional.ofNullable(associations.get(path));
    }

    /** The {@code @Convert} for a path. */
    Optional<Note> conversion(String path) {
        return Optional.ofNullable(conversions.get(path));
    }
}
