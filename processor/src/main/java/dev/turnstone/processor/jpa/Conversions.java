package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of the {@code @Convert}s at an attribute are meant for what. */
final class Conversions {

    private static final String CONVERT = "jakarta.persistence.Convert";
    private static final String NAME = "attributeName";

    private Conversions() {}

    /** The one for the attribute as a whole. */
    static Optional<Note> whole(Notes notes) {
        return notes.jpa("Convert", "Converts").stream()
                .filter(each -> each.text(NAME).isEmpty())
                .findFirst();
    }

    /** The annotations of a collection as they would stand at one of its values. */
    static Notes ofValue(Notes notes) {
        return new Notes(part(notes, "value", canBeConverted(notes)));
    }

    /** Those for the keys of a map, as they would stand at one of them. */
    static List<Note> ofKey(Notes notes) {
        boolean unnamed = !canBeConverted(notes) && !notes.has("MapKeyEnumerated", "MapKeyTemporal");
        return part(notes, "key", unnamed).stream()
                .filter(each -> each.name().equals(CONVERT))
                .toList();
    }

    /** Whether the values may be converted, so that a conversion without a name is theirs. */
    private static boolean canBeConverted(Notes notes) {
        return !notes.has("Enumerated", "Temporal", "OneToMany", "ManyToMany");
    }

    private static List<Note> part(Notes notes, String part, boolean unnamed) {
        List<Note> result = new ArrayList<>(notes.all());
        result.removeIf(each -> each.name().equals(CONVERT) || each.name().equals(CONVERT + "s"));
        for (Note each : notes.jpa("Convert", "Converts")) {
            if (each.text(NAME).map(part::equals).orElse(unnamed)) {
                Map<String, Object> members = new HashMap<>(each.members());
                members.remove(NAME);
                result.add(new Note(CONVERT, members, each.place()));
            }
        }
        return result;
    }
}
