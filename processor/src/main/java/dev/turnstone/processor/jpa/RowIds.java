package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identifiers that {@code @CollectionId} gives the rows of a collection's table. */
record RowIds(Binder binder) {

    private static final String DESCRIPTORS = "org.hibernate.annotations.CollectionIdJ";

    /** The generators, by their names or those of their classes, that need nothing in the database. */
    private static final Set<String> FREE = Set.of(
            "increment",
            "uuid",
            "uuid2",
            "uuid.hex",
            "org.hibernate.id.IncrementGenerator",
            "org.hibernate.id.UUIDGenerator",
            "org.hibernate.id.UUIDHexGenerator",
            "org.hibernate.id.uuid.UuidGenerator");

    /**
     * Adds the column of the identifiers.
     *
     * @param attribute the collection
     * @param scope where it stands
     * @param table the collection's table
     * @return the column; none if no {@code @CollectionId} asks for it, or one that is refused
     */
    List<JpaColumn> bind(JpaAttribute attribute, Scope scope, JpaTable table) {
        Optional<Note> written = attribute.notes().hibernate("CollectionId");
        if (written.isEmpty() || isRefused(attribute, scope, written.get())) {
            return List.of();
        }
        List<Note> own = new ArrayList<>(written.get().notes("column"));
        attribute.notes().all().stream()
                .filter(each -> each.name().startsWith(DESCRIPTORS))
                .forEach(each ->
                        own.add(new Note(each.name().replace("CollectionIdJ", "J"), each.members(), each.place())));
        JavaType type = attribute
                .notes()
                .hibernate("CollectionIdJavaClass")
                .flatMap(each -> each.type("idType"))
                .orElse(JavaType.of("java.lang.Object"));
        Scope at = scope.elements(table, attribute.name() + "#id", true);
        return binder.basics.bind(attribute.as(type, new Notes(own)), at, "id");
    }

    private boolean isRefused(JpaAttribute attribute, Scope scope, Note note) {
        String generator = note.text("generator").orElse("");
        String strategy = note.type("generatorImplementation")
                .map(JavaType::name)
                .orElseGet(() -> new Generators(binder.binding).strategy(scope.entity(), attribute, generator));
        if (FREE.contains(strategy)) {
            return false;
        }
        binder.binding.unsupported(
                attribute.place(),
                "The generator " + (strategy.isEmpty() ? "" : strategy + " ") + "of the identifiers in the rows of "
                        + attribute.name()
                        + " may need a sequence or a table, which the migrations would leave out.",
                "Let Hibernate count: @CollectionId(..., generator = \"increment\")");
        return true;
    }
}
