package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the source says of one entity, inherited fields included; no names are derived yet.
 *
 * @param className the binary name of its class, such as {@code com.acme.Blog$Post}
 * @param simpleName the class's own name, such as {@code Post}
 * @param place the class
 * @param table what it says of its table
 * @param fields its fields, in any order
 * @param rules the indexes, unique constraints and checks that stand on the class
 * @param drops what {@code @Dropped} on the class says
 * @param notNullPaths the fields whose Java type alone makes them NOT NULL in a way that class files do not show; to be
 *     remembered for compilations that read this entity from its class file
 */
public record DeclaredEntity(
        String className,
        String simpleName,
        SourceRef place,
        TableFacts table,
        List<DeclaredField> fields,
        List<DeclaredRule> rules,
        List<Drop> drops,
        Set<String> notNullPaths) {

    /** Copies the lists. */
    public DeclaredEntity {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
        drops = List.copyOf(drops);
        notNullPaths = Set.copyOf(notNullPaths);
    }

    /**
     * The entities that this one refers to, embedded references included.
     *
     * @return binary names, sorted
     */
    public Set<String> referencedEntities() {
        Set<String> names = new TreeSet<>();
        fields.forEach(field -> collectReferences(field, names));
        return names;
    }

    private static void collectReferences(DeclaredField field, Set<String> names) {
        if (field.type() instanceof FieldType.Reference reference) {
            names.add(reference.entity());
        } else if (field.type() instanceof FieldType.Embedded embedded) {
            embedded.fields().forEach(inner -> collectReferences(inner, names));
        }
    }

    /**
     * What the class says of its table; each part is empty if it says nothing.
     *
     * @param name the table's name
     * @param schema the database schema
     * @param comment the comment
     * @param renamedFrom the old name of the table or class
     */
    public record TableFacts(
            Optional<Placed<String>> name,
            Optional<Placed<String>> schema,
            Optional<Placed<String>> comment,
            Optional<Placed<String>> renamedFrom) {

        /** Says nothing. */
        public static final TableFacts NONE =
                new TableFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * One name of a {@code @Dropped}.
     *
     * @param isTable true for a table, false for a column
     * @param name the name
     * @param reason why it goes; empty if the source does not say
     */
    public record Drop(boolean isTable, Placed<String> name, String reason) {}
}
