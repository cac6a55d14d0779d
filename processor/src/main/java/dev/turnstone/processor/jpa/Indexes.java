package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tells the values of a collection apart: their place in a list, or the keys of a map. */
final class Indexes {

    private static final Map<String, String> VALUE_NOTES =
            Map.of("MapKeyEnumerated", "Enumerated", "MapKeyTemporal", "Temporal", "MapKeyColumn", "Column");

    private static final String HIBERNATE = "org.hibernate.annotations.";

    private final Binder binder;

    Indexes(Binder binder) {
        this.binder = binder;
    }

    /**
     * Adds the columns.
     *
     * @param attribute the collection
     * @param scope where it stands
     * @param table the collection's table, or that of the entity that it leads to
     * @param foreign whether the table is that of an entity: then the columns may be empty
     * @return the columns; none if the collection has no order and is no map
     */
    List<JpaColumn> bind(JpaAttribute attribute, Scope scope, JpaTable table, boolean foreign) {
        Notes notes = attribute.notes();
        if (notes.has("OrderColumn")) {
            return List.of(order(attribute, scope, table, foreign));
        }
        boolean map = attribute.type().name().endsWith("Map");
        if (!map || notes.has("MapKey")) {
            return List.of();
        }
        JavaType type = notes.jpa("MapKeyClass")
                .flatMap(each -> each.type("value"))
                .orElse(attribute.type().argument(0));
        Optional<JpaEntity> entity = binder.binding.entity(type);
        if (entity.isPresent()) {
            List<Note> written = notes.jpa("MapKeyJoinColumn", "MapKeyJoinColumns");
            Note nothing = new Note("jakarta.persistence.MapKeyJoinColumn", Map.of(), attribute.place());
            List<Note> named = (written.isEmpty() ? List.of(nothing) : written)
                    .stream()
                            .map(each -> named(each, attribute.name() + "_KEY"))
                            .toList();
            return new JoinTables(binder)
                    .side(
                            table,
                            named,
                            entity.get(),
                            JpaColumn::logical,
                            Optional.empty(),
                            attribute.place(),
                            scope.pathOf(attribute),
                            foreign,
                            ReferentialAction.NO_ACTION);
        }
        return values(attribute.as(type, keyNotes(notes)), scope, table, foreign);
    }

    private static Note named(Note note, String implicit) {
        Map<String, Object> members = new HashMap<>(note.members());
        members.putIfAbsent("name", implicit);
        return new Note(note.name(), members, note.place());
    }

    private JpaColumn order(JpaAttribute attribute, Scope scope, JpaTable table, boolean foreign) {
        Note note = attribute.notes().jpa("OrderColumn").orElseThrow();
        String logical = note.text("name").orElse(attribute.name() + "_ORDER");
        String name = binder.binding.names.physical(logical);
        ColumnForm form = note.text("columnDefinition")
                .map(each -> ColumnForm.of(ColumnType.verbatim(each)))
                .orElse(ColumnForm.of(Kind.INTEGER));
        if (binder.binding.settings.atLeast(7, 4)) {
            table.checks.put(name, new Condition.Sql(JpaNames.marked(name) + " >= 0"));
        }
        boolean nullable = foreign && !note.says("nullable", false);
        return table.add(
                JpaColumn.of(name, logical, form, nullable, scope.pathOf(attribute) + ".order", attribute.place()));
    }

    private List<JpaColumn> values(JpaAttribute key, Scope scope, JpaTable table, boolean foreign) {
        Optional<JpaClass> embeddable = binder.embeddable(key);
        if (embeddable.isPresent()) {
            scope.overrides().add(scope.pathOf(key) + ".", key.notes());
            List<JpaColumn> columns = new ArrayList<>();
            Scope inner = scope.elements(table, key.name() + ".key", true);
            for (JpaAttribute each : binder.binding.attributes.of(embeddable.get(), scope.property())) {
                columns.addAll(binder.bind(each, inner));
            }
            return columns;
        }
        Scope at = scope.values(table);
        Scope mandatory = new Scope(
                at.entity(),
                table,
                at.path() + "#",
                at.overrides(),
                !foreign,
                foreign,
                true,
                at.property(),
                at.reach());
        return binder.basics.bind(key, mandatory, key.name() + "_KEY");
    }

    /** The annotations of the map's keys, as they would stand at a plain value. */
    private static Notes keyNotes(Notes notes) {
        List<Note> own = new ArrayList<>(Conversions.ofKey(notes));
        for (Note each : notes.all()) {
            String simple = each.name().substring(each.name().lastIndexOf('.') + 1);
            if (VALUE_NOTES.containsKey(simple)) {
                own.add(new Note("jakarta.persistence." + VALUE_NOTES.get(simple), each.members(), each.place()));
            } else if (simple.startsWith("MapKey") && each.name().startsWith(HIBERNATE)) {
                own.add(new Note(HIBERNATE + simple.substring("MapKey".length()), each.members(), each.place()));
            } else if (simple.startsWith("AttributeOverride")) {
                own.add(each);
            }
        }
        return new Notes(own);
    }
}
