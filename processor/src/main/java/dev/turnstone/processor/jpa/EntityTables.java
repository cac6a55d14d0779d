package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the entities, and gives each its tables. */
final class EntityTables {

    private final Binding binding;

    EntityTables(Binding binding) {
        this.binding = binding;
    }

    void find() {
        for (JpaClass type : binding.model.having("Entity")) {
            entity(type);
        }
        for (JpaEntity entity : List.copyOf(binding.entities.values())) {
            table(entity);
        }
    }

    private JpaEntity entity(JpaClass type) {
        JpaEntity known = binding.entities.get(type.name());
        if (known != null) {
            return known;
        }
        JpaEntity parent =
                binding.attributes.entityAbove(type).map(this::entity).orElse(null);
        boolean property = binding.attributes.isProperty(type);
        String name =
                type.notes().jpa("Entity").flatMap(each -> each.text("name")).orElse(type.shortName());
        JpaEntity entity = new JpaEntity(type, name, parent, property, binding.attributes.of(type, property));
        for (JpaClass each : binding.attributes.classes(type)) {
            entity.overrides.add("", each.notes());
        }
        binding.entities.put(type.name(), entity);
        return entity;
    }

    private void table(JpaEntity entity) {
        if (entity.table != null) {
            return;
        }
        if (entity.parent != null) {
            table(entity.parent);
        }
        Notes notes = entity.type.notes();
        Optional<Note> written = notes.jpa("Table");
        if (entity.sharesTable()) {
            entity.table = entity.parent.table;
            entity.secondary.putAll(entity.parent.secondary);
        } else {
            String name = written.flatMap(each -> each.text("name")).orElse(entity.name);
            String schema = written.map(binding::readQualifier).orElse("");
            entity.table = entity.isUnion() && entity.type.isAbstract()
                    ? new JpaTable(
                            TableName.of(binding.names.physical(name)), entity.type.name(), false, entity.type.place())
                    : binding.table(schema, name, entity.type.name(), entity.type.isEntity(), entity.type.place());
            entity.table.renamedFrom = Hints.renamedFrom(notes);
            entity.secondary.put(entity.table.name.name().toLowerCase(Locale.ROOT), entity.table);
        }
        notes.hibernate("Comment").flatMap(each -> each.text("value")).ifPresent(text -> entity.table.comment = text);
        written.ifPresent(each -> new TableRules(binding).read(entity.table, each, entity.type.place()));
        for (Note check : notes.several("org.hibernate.annotations.Check", "org.hibernate.annotations.Checks")) {
            check.text("constraints")
                    .ifPresent(each -> entity.table.checks.put(
                            check.text("name").orElse("table_" + entity.table.checks.size()), new Condition.Sql(each)));
        }
    }

    /** The columns that no attribute has, and the secondary tables. */
    void complete(JpaEntity entity, Keys keys) {
        Notes notes = entity.type.notes();
        keys.of(entity);
        new Discriminators(binding).bind(entity);
        for (Note each : notes.jpa("SecondaryTable", "SecondaryTables")) {
            secondary(entity, each, keys);
        }
        notes.hibernate("SoftDelete").ifPresent(each -> softDelete(entity, each));
        naturalId(entity);
    }

    private void secondary(JpaEntity entity, Note note, Keys keys) {
        String name = note.text("name").orElse(entity.name);
        JpaTable table = binding.table(
                binding.readQualifier(note),
                name,
                entity.type.name() + "#" + name,
                entity.type.isEntity(),
                entity.type.place());
        keys.secondary(entity, table, note);
        entity.secondary.put(table.name.name().toLowerCase(Locale.ROOT), table);
        new TableRules(binding).read(table, note, note.place());
    }

    private void softDelete(JpaEntity entity, Note note) {
        boolean active = note.constant("strategy").filter("ACTIVE"::equals).isPresent();
        String logical = note.text("columnName").orElse(active ? "active" : "deleted");
        ColumnForm form = note.type("converter")
                .flatMap(each -> BooleanForms.of(each, binding.settings))
                .orElse(ColumnForm.of(Kind.BOOLEAN));
        JpaColumn column = JpaColumn.of(binding.names.physical(logical), logical, form, false, logical, note.place())
                .commented(note.text("comment").orElse("Soft-delete indicator"));
        entity.table.add(column);
        if (binding.settings.atLeast(7, 4)) {
            String collections = entity.type.name() + "#";
            binding.last(() -> entity.allAttributes().stream()
                    .filter(each -> each.notes().has("ElementCollection"))
                    .forEach(each -> binding.tables.values().stream()
                            .filter(table -> table.owner.equals(collections + each.name()))
                            .forEach(table -> table.add(column))));
        }
    }

    /** All parts of the natural identifier together occur once. */
    private void naturalId(JpaEntity entity) {
        binding.last(() -> {
            List<JpaColumn> columns = entity.ownAttributes().stream()
                    .filter(each -> each.notes().hibernate("NaturalId").isPresent())
                    .sorted(Comparator.comparing(JpaAttribute::name))
                    .flatMap(attribute -> entity.table.columns().stream()
                            .filter(column -> column.path().equals(attribute.name())
                                    || column.path().startsWith(attribute.name() + ".")))
                    .toList();
            if (!columns.isEmpty()) {
                entity.table.unique("", columns, entity.type.place());
            }
        });
    }
}
