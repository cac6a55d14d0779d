package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What numbers new rows: the database itself, sequences, or tables that stand for sequences. */
final class Generators {

    private static final int ALLOCATION = 50;
    private static final String HIBERNATE = "org.hibernate.id.";
    private static final Set<String> SEQUENCES = Set.of("sequence", "enhanced-sequence", "native");

    private final Binding binding;

    Generators(Binding binding) {
        this.binding = binding;
    }

    /**
     * Adds what an identifier needs.
     *
     * @param entity its entity
     * @param attribute the identifier
     * @return true if the database numbers its column
     */
    boolean add(JpaEntity entity, JpaAttribute attribute) {
        Notes notes = attribute.notes();
        Optional<Note> generated = notes.jpa("GeneratedValue");
        if (generated.isEmpty()
                || notes.hibernate("UuidGenerator").isPresent()
                || (!(attribute.generic() && binding.settings.atLeast(7, 0))
                        && attribute.type().isOneOf("java.util.UUID", "java.lang.String"))) {
            return false;
        }
        String generator = generated.get().text("generator").orElse("");
        String strategy = generated.get().constant("strategy").orElse("AUTO");
        Optional<Note> generic = generic(entity, attribute, generator);
        if (generic.isPresent()) {
            return generic(entity, generic.get(), generator);
        }
        Optional<Note> sequence =
                named("jakarta.persistence.SequenceGenerator", "SequenceGenerators", entity, attribute, generator);
        Optional<Note> table =
                named("jakarta.persistence.TableGenerator", "TableGenerators", entity, attribute, generator);
        switch (strategy) {
            case "IDENTITY" -> {
                return true;
            }
            case "UUID" -> {
                return false;
            }
            case "TABLE" -> table(entity, table, generator);
            case "SEQUENCE" -> sequence(entity, sequence, generator);
            default -> {
                if (table.isPresent() && sequence.isEmpty()) {
                    table(entity, table, generator);
                } else {
                    sequence(entity, sequence, generator);
                }
            }
        }
        return false;
    }

    /**
     * What a name of a generator stands for.
     *
     * @param entity the entity that uses it
     * @param attribute the attribute that uses it
     * @param generator the name
     * @return the strategy or the class of the generic generator of that name; without such a one the name itself
     */
    String strategy(JpaEntity entity, JpaAttribute attribute, String generator) {
        return generic(entity, attribute, generator).map(Generators::strategy).orElse(generator);
    }

    private static String strategy(Note generic) {
        return generic.text("strategy")
                .or(() -> generic.type("type").map(JavaType::name))
                .orElse("");
    }

    private Optional<Note> generic(JpaEntity entity, JpaAttribute attribute, String generator) {
        return named("org.hibernate.annotations.GenericGenerator", "GenericGenerators", entity, attribute, generator);
    }

    private boolean generic(JpaEntity entity, Note generic, String generator) {
        String strategy = strategy(generic);
        if (strategy.equals("identity") || strategy.endsWith("IdentityGenerator")) {
            return true;
        }
        if (SEQUENCES.contains(strategy) || strategy.endsWith("SequenceStyleGenerator") || usesSequence(strategy)) {
            String name = parameter(generic, "sequence_name").orElse(generator);
            long start =
                    parameter(generic, "initial_value").map(Long::parseLong).orElse(1L);
            int step =
                    parameter(generic, "increment_size").map(Integer::parseInt).orElse(ALLOCATION);
            put(entity, "", name, start, step);
        }
        return false;
    }

    /** A class of the application that is a sequence inside, or hands on to one. */
    private boolean usesSequence(String generator) {
        return binding.model
                .find(generator)
                .filter(type -> binding.attributes.isBelow(type, HIBERNATE + "enhanced.SequenceStyleGenerator")
                        || (binding.attributes.isBelow(type, HIBERNATE + "PersistentIdentifierGenerator")
                                && !binding.attributes.isBelow(type, HIBERNATE + "enhanced.TableGenerator")))
                .isPresent();
    }

    private static Optional<String> parameter(Note generic, String name) {
        return generic.notes("parameters").stream()
                .filter(each -> each.text("name").filter(name::equals).isPresent())
                .flatMap(each -> each.text("value").stream())
                .findFirst();
    }

    private void sequence(JpaEntity entity, Optional<Note> written, String generator) {
        JpaEntity root = entity.root();
        String named = written.flatMap(each -> each.text("name")).orElse(generator);
        String implicit = named.isEmpty()
                ? root.type
                                .notes()
                                .jpa("Table")
                                .flatMap(each -> each.text("name"))
                                .orElse(root.name) + "_SEQ"
                : named;
        put(
                entity,
                written.map(binding::readQualifier).orElse(""),
                written.flatMap(each -> each.text("sequenceName")).orElse(implicit),
                written.flatMap(each -> each.number("initialValue")).orElse(1L),
                written.flatMap(each -> each.number("allocationSize"))
                        .map(Long::intValue)
                        .orElse(ALLOCATION));
    }

    private void put(JpaEntity entity, String schema, String name, long start, int step) {
        TableName physical =
                new TableName(schema.isEmpty() ? "" : binding.names.physical(schema), binding.names.physical(name));
        binding.sequences.putIfAbsent(
                physical,
                new JpaSequence(
                        physical, start, Math.max(1, step), entity.root().type.isEntity()));
    }

    private void table(JpaEntity entity, Optional<Note> written, String generator) {
        String name = written.flatMap(each -> each.text("table"))
                .orElse(written.isPresent() || generator.isEmpty() ? "hibernate_sequences" : generator);
        JpaTable table = binding.table(
                written.map(binding::readQualifier).orElse(""),
                name,
                entity.root().type.name() + "#generator",
                entity.root().type.isEntity(),
                entity.type.place());
        String key = written.flatMap(each -> each.text("pkColumnName")).orElse("sequence_name");
        String value = written.flatMap(each -> each.text("valueColumnName")).orElse("next_val");
        table.key(List.of(table.add(JpaColumn.of(
                binding.names.physical(key),
                key,
                ColumnForm.of(Kind.VARCHAR, 255),
                false,
                "name",
                entity.type.place()))));
        table.add(JpaColumn.of(
                binding.names.physical(value), value, ColumnForm.of(Kind.BIGINT), true, "next", entity.type.place()));
    }

    /** A generator by its name, wherever it stands; without a name one beside the identifier, from version 7 on. */
    private Optional<Note> named(
            String annotation, String holder, JpaEntity entity, JpaAttribute attribute, String generator) {
        String several = annotation.substring(0, annotation.lastIndexOf('.') + 1) + holder;
        List<Note> near = new ArrayList<>(attribute.notes().several(annotation, several));
        for (JpaClass each : binding.attributes.classes(entity.type)) {
            near.addAll(each.notes().several(annotation, several));
        }
        if (generator.isEmpty()) {
            return binding.settings.atLeast(7, 0) && !annotation.startsWith("org.hibernate")
                    ? near.stream().findFirst()
                    : Optional.empty();
        }
        for (JpaClass each : binding.model.classes().values()) {
            near.addAll(each.notes().several(annotation, several));
            each.fields().forEach(field -> near.addAll(field.notes().several(annotation, several)));
            each.getters().forEach(getter -> near.addAll(getter.notes().several(annotation, several)));
        }
        return near.stream()
                .filter(each -> each.text("name").filter(generator::equals).isPresent())
                .findFirst();
    }
}
