package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.JpaMember;
import dev.turnstone.processor.declared.jpa.JpaModel;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the persistent attributes of a class: by fields or getters, those of mapped superclasses among them. */
record Attributes(JpaModel model) {

    /** A class on the way up, and what its type variables stand for. */
    private record Level(JpaClass type, Map<String, JavaType> variables) {}

    /**
     * The attributes of an entity or an embeddable, without those of an entity above it.
     *
     * @param type the class
     * @param property whether getters count where no class says otherwise
     */
    List<JpaAttribute> of(JpaClass type, boolean property) {
        Map<String, JpaAttribute> found = new LinkedHashMap<>();
        List<Level> levels = levels(type, true);
        Map<String, List<Note>> promised = new HashMap<>();
        for (Level level : levels) {
            List<JavaType> above = level.type().supertypes();
            promises(above.subList(Math.min(1, above.size()), above.size()), promised);
        }
        Collections.reverse(levels);
        for (Level level : levels) {
            boolean mapped = level.type().equals(type) || level.type().notes().has("MappedSuperclass", "Embeddable");
            if (mapped) {
                for (JpaMember member :
                        members(level.type(), access(level.type()).orElse(property))) {
                    JavaType resolved = member.type().resolve(level.variables());
                    found.put(
                            member.name(),
                            new JpaAttribute(
                                    member.name(),
                                    resolved,
                                    with(member.notes(), promised.getOrDefault(member.name(), List.of())),
                                    member.place(),
                                    member.type().shape() == JavaType.Shape.VARIABLE));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The class and those above it, up to the next entity. */
    List<JpaClass> classes(JpaClass type) {
        return levels(type, true).stream().map(Level::type).toList();
    }

    /** The entity that an entity extends. */
    Optional<JpaClass> entityAbove(JpaClass type) {
        return levels(type, false).stream()
                .map(Level::type)
                .filter(each -> !each.equals(type) && each.notes().has("Entity"))
                .findFirst();
    }

    /** Whether getters count in a hierarchy: where the identifier is written decides. */
    boolean isProperty(JpaClass type) {
        Optional<Boolean> written = access(type);
        if (written.isPresent()) {
            return written.get();
        }
        for (Level level : levels(type, false)) {
            if (level.type().fields().stream().anyMatch(each -> each.notes().has("Id", "EmbeddedId"))) {
                return false;
            }
            if (level.type().getters().stream().anyMatch(each -> each.notes().has("Id", "EmbeddedId"))) {
                return true;
            }
        }
        return false;
    }

    /** What a converter makes of a value. */
    Optional<JavaType> converted(JpaClass converter) {
        return supertype(converter, Map.of(), "jakarta.persistence.AttributeConverter")
                .map(each -> each.argument(1));
    }

    /** What a converter takes. */
    Optional<JavaType> convertible(JpaClass converter) {
        return supertype(converter, Map.of(), "jakarta.persistence.AttributeConverter")
                .map(each -> each.argument(0));
    }

    /** Whether a class has another one above it, as far as the classes between are known. */
    boolean isBelow(JpaClass type, String other) {
        return supertype(type, Map.of(), other).isPresent();
    }

    private Optional<JavaType> supertype(JpaClass type, Map<String, JavaType> variables, String wanted) {
        for (JavaType each : type.supertypes()) {
            JavaType above = each.resolve(variables);
            if (above.isOneOf(wanted)) {
                return Optional.of(above);
            }
            Optional<JavaType> further =
                    model.find(above.name()).flatMap(next -> supertype(next, variables(next, above), wanted));
            if (further.isPresent()) {
                return further;
            }
        }
        return Optional.empty();
    }

    private List<Level> levels(JpaClass type, boolean toNextEntity) {
        List<Level> levels = new ArrayList<>();
        Level level = new Level(type, Map.of());
        while (level != null) {
            levels.add(level);
            level = above(level)
                    .filter(each -> !toNextEntity || !each.type().notes().has("Entity"))
                    .orElse(null);
        }
        return levels;
    }

    private Optional<Level> above(Level level) {
        return level.type().superclass().flatMap(written -> {
            JavaType above = written.resolve(level.variables());
            return model.find(above.name()).map(type -> new Level(type, variables(type, above)));
        });
    }

    private static Map<String, JavaType> variables(JpaClass type, JavaType written) {
        Map<String, JavaType> variables = new HashMap<>();
        for (int i = 0;
                i < Math.min(type.variables().size(), written.arguments().size());
                i++) {
            variables.put(type.variables().get(i), written.arguments().get(i));
        }
        return variables;
    }

    private static Optional<Boolean> access(JpaClass type) {
        return type.notes().jpa("Access").flatMap(Attributes::isProperty);
    }

    private static Optional<Boolean> isProperty(Note access) {
        return access.constant("value").map("PROPERTY"::equals);
    }

    private static List<JpaMember> members(JpaClass type, boolean property) {
        List<JpaMember> members = new ArrayList<>();
        for (JpaMember field : type.fields()) {
            if (counts(field, !property) && !field.name().startsWith("$$_")) {
                members.add(withNotesOf(field, type.getters()));
            }
        }
        for (JpaMember getter : type.getters()) {
            if (counts(getter, property)) {
                members.add(withNotesOf(getter, type.fields()));
            }
        }
        // Of attributes that share a column Hibernate takes the first one by name.
        members.sort(Comparator.comparing(JpaMember::name));
        return members;
    }

    /** Collects the constraints that interfaces put on getters, by attribute. */
    private void promises(List<JavaType> interfaces, Map<String, List<Note>> promised) {
        for (JavaType each : interfaces) {
            model.find(each.name()).ifPresent(type -> {
                for (JpaMember getter : type.getters()) {
                    promised.computeIfAbsent(getter.name(), name -> new ArrayList<>())
                            .addAll(getter.notes().all().stream()
                                    .filter(note -> Constraints.isConstraint(note.name()))
                                    .toList());
                }
                promises(type.supertypes(), promised);
            });
        }
    }

    private static Notes with(Notes notes, List<Note> more) {
        if (more.isEmpty()) {
            return notes;
        }
        List<Note> all = new ArrayList<>(notes.all());
        all.addAll(more);
        return new Notes(all);
    }

    /** Constraints and hints are about an attribute, whether they stand on the field or on the getter. */
    private static JpaMember withNotesOf(JpaMember member, List<JpaMember> others) {
        for (JpaMember other : others) {
            if (other.name().equals(member.name())) {
                List<Note> notes = new ArrayList<>(member.notes().all());
                for (Note each : other.notes().all()) {
                    if (!each.name().startsWith("jakarta.persistence.")
                            && !each.name().startsWith("org.hibernate.annotations.")) {
                        notes.add(each);
                    }
                }
                return notes.size() == member.notes().all().size()
                        ? member
                        : new JpaMember(member.name(), member.type(), new Notes(notes), member.place());
            }
        }
        return member;
    }

    private static boolean counts(JpaMember member, boolean usual) {
        return !member.notes().has("Transient") && (usual || member.notes().has("Access"));
    }
}
