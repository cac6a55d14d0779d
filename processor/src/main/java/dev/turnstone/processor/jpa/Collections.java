package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JavaType.Shape;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.jpa.Joins.Pair;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Attributes with several values, in a table of their own or in that of the entity that they refer to. */
final class Collections {

    private final Binder binder;
    private final Binding binding;
    private final Indexes indexes;

    Collections(Binder binder) {
        this.binder = binder;
        this.binding = binder.binding;
        this.indexes = new Indexes(binder);
    }

    void bind(JpaAttribute attribute, Scope scope) {
        Notes notes = attribute.notes();
        if (notes.has("ElementCollection")) {
            elements(attribute, scope);
            return;
        }
        Optional<Note> relation = notes.jpa("OneToMany").or(() -> notes.jpa("ManyToMany"));
        if (relation.isEmpty()) {
            return;
        }
        JavaType type = relation.get().type("targetEntity").orElse(elementType(attribute.type()));
        Optional<JpaEntity> target = binding.entity(type);
        if (target.isEmpty()) {
            binding.unsupported(
                    attribute.place(),
                    "The relation " + attribute.name() + " leads to " + type.name() + ", which is no entity.",
                    "targetEntity = <the entity's class>");
            return;
        }
        boolean toMany = notes.has("OneToMany");
        Optional<String> mappedBy = relation.get().text("mappedBy");
        if (mappedBy.isPresent()) {
            if (toMany) {
                indexes.bind(attribute, scope, target.get().table, true);
            }
        } else if (toMany && !Joins.written(notes).isEmpty() && !notes.has("JoinTable", "CollectionTable")) {
            inTarget(attribute, scope, target.get());
        } else {
            between(attribute, scope, target.get(), toMany);
        }
    }

    static JavaType elementType(JavaType collection) {
        return collection.shape() == Shape.ARRAY
                ? collection.argument(0)
                : collection.argument(Math.max(0, collection.arguments().size() - 1));
    }

    private void elements(JpaAttribute attribute, Scope scope) {
        JpaEntity owner = scope.entity();
        Notes notes = attribute.notes();
        Optional<Note> written = notes.jpa("CollectionTable");
        JpaTable table = binding.table(
                written.map(binding::readQualifier).orElse(""),
                written.flatMap(each -> each.text("name")).orElse(owner.name + "_" + attribute.name()),
                owner.type.name() + "#" + scope.pathOf(attribute),
                owner.table.own,
                attribute.place());
        List<Note> joinColumns = written.map(each -> each.notes("joinColumns"))
                .filter(each -> !each.isEmpty())
                .orElse(Joins.written(notes));
        List<JpaColumn> key = new JoinTables(binder)
                .side(
                        table,
                        joinColumns,
                        owner,
                        each -> JpaNames.joined(owner.name, each.logical()),
                        written.flatMap(each -> each.note("foreignKey")),
                        attribute.place(),
                        scope.pathOf(attribute),
                        false,
                        Joins.onDelete(notes));
        JavaType type = notes.jpa("ElementCollection")
                .flatMap(each -> each.type("targetClass"))
                .orElse(elementType(attribute.type()));
        List<JpaColumn> index = indexes.bind(attribute, scope, table, false);
        List<JpaColumn> own = new RowIds(binder).bind(attribute, scope, table);
        JpaAttribute element = attribute.as(type, Conversions.ofValue(notes));
        Scope inner = scope.elements(table, attribute.name(), false);
        scope.overrides().add(scope.pathOf(attribute) + ".", notes);
        List<JpaColumn> columns = new ArrayList<>();
        var embeddable = binder.embeddable(element);
        if (embeddable.isPresent()) {
            for (JpaAttribute each : binding.attributes.of(embeddable.get(), scope.property())) {
                String value = scope.pathOf(attribute) + ".value." + each.name();
                Scope at = scope.overrides().column(value).isPresent()
                        ? scope.elements(table, attribute.name() + ".value", false)
                        : inner;
                columns.addAll(binder.bind(each, at));
            }
        } else {
            columns.addAll(binder.basics.bind(element, scope.values(table), attribute.name()));
        }
        binding.later(() -> {
            key(attribute, table, key, columns, index, true);
            ownKey(table, own);
            written.ifPresent(each -> new TableRules(binding).read(table, each, attribute.place()));
        });
    }

    /** A relation whose columns lie in the table of the entity that it leads to. */
    private void inTarget(JpaAttribute attribute, Scope scope, JpaEntity target) {
        List<Note> written = Joins.written(attribute.notes());
        JpaEntity owner = scope.entity();
        List<Pair> pairs =
                binder.joins.pairs(written, owner, each -> JpaNames.joined(attribute.name(), each.logical()));
        List<JpaColumn> columns = new ArrayList<>();
        for (Pair pair : pairs) {
            columns.add(target.table.add(
                    pair.column(binding.names, !pair.isRequired(), scope.pathOf(attribute), attribute.place())));
        }
        binder.joins.reference(
                target.table,
                columns,
                pairs,
                owner,
                Joins.constraint(attribute.notes().jpa("JoinColumns"), written),
                Joins.onDelete(attribute.notes()),
                attribute.place());
        indexes.bind(attribute, scope, target.table, true);
    }

    private void between(JpaAttribute attribute, Scope scope, JpaEntity target, boolean toMany) {
        JpaEntity owner = scope.entity();
        Notes notes = attribute.notes();
        Optional<Note> written = notes.jpa("CollectionTable")
                .or(() ->
                        scope.overrides().association(scope.pathOf(attribute)).flatMap(each -> each.note("joinTable")))
                .or(() -> notes.jpa("JoinTable"));
        JoinTables joinTables = new JoinTables(binder);
        JpaTable table = joinTables.table(attribute, scope, target, written);
        String ownerSide = toMany
                ? owner.name
                : inverse(scope.pathOf(attribute), owner, target).orElse(owner.name);
        List<JpaColumn> key = joinTables.side(
                table,
                written.map(each -> each.notes("joinColumns")).orElse(List.of()),
                owner,
                each -> JpaNames.joined(ownerSide, each.logical()),
                written.flatMap(each -> each.note("foreignKey")),
                attribute.place(),
                scope.pathOf(attribute),
                false,
                Joins.onDelete(notes));
        List<JpaColumn> index = indexes.bind(attribute, scope, table, false);
        Function<JpaColumn, String> implicit = each -> JpaNames.joined(attribute.name(), each.logical());
        List<JpaColumn> columns = joinTables.side(
                table,
                written.map(each -> each.notes("inverseJoinColumns")).orElse(List.of()),
                target,
                implicit,
                written.flatMap(each -> each.note("inverseForeignKey")),
                attribute.place(),
                scope.pathOf(attribute),
                false,
                ReferentialAction.NO_ACTION);
        if (notes.has("MapKey") && index.isEmpty()) {
            index = columns;
        }
        boolean keyOfElement = toMany && isSet(attribute.type()) && index.isEmpty() && binding.settings.atLeast(7, 4);
        if (keyOfElement) {
            table.key(columns);
        } else {
            key(attribute, table, key, columns, index, false);
            if (toMany) {
                table.unique("", columns, attribute.place());
            }
        }
        ownKey(table, new RowIds(binder).bind(attribute, scope, table));
    }

    private static void ownKey(JpaTable table, List<JpaColumn> columns) {
        if (!columns.isEmpty()) {
            table.key(columns);
        }
    }

    /** The name of the attribute on the other side of a relation. */
    private static Optional<String> inverse(String path, JpaEntity owner, JpaEntity target) {
        return target.allAttributes().stream()
                .filter(each -> each.notes()
                        .jpa("ManyToMany")
                        .flatMap(note -> note.text("mappedBy"))
                        .filter(path::equals)
                        .isPresent())
                .filter(each -> elementType(each.type()).name().equals(owner.type.name())
                        || each.notes()
                                .jpa("ManyToMany")
                                .flatMap(note -> note.type("targetEntity"))
                                .isPresent())
                .map(JpaAttribute::name)
                .findFirst();
    }

    private static boolean isSet(JavaType type) {
        return type.isOneOf("java.util.Set", "java.util.SortedSet", "java.util.NavigableSet", "java.util.SequencedSet");
    }

    /** The primary key of a collection's table, where the collection has one. */
    private void key(
            JpaAttribute attribute,
            JpaTable table,
            List<JpaColumn> owner,
            List<JpaColumn> elements,
            List<JpaColumn> index,
            boolean values) {
        List<JpaColumn> key = new ArrayList<>(owner);
        if (!index.isEmpty()) {
            key.addAll(index);
            table.key(key);
            return;
        }
        if (!isSet(attribute.type()) || !table.key.isEmpty()) {
            return;
        }
        List<JpaColumn> present = values ? inTable(table, owner) : elements;
        if (present.isEmpty() || present.stream().anyMatch(each -> each.form().isLarge())) {
            return;
        }
        key.addAll(present);
        if (present.stream().noneMatch(JpaColumn::nullable)) {
            table.key(key);
        } else if (binding.settings.atLeast(7, 4) && table.uniques.isEmpty()) {
            table.unique("", key, attribute.place());
        }
    }

    private static List<JpaColumn> inTable(JpaTable table, List<JpaColumn> without) {
        return table.columns().stream().filter(each -> !without.contains(each)).toList();
    }
}
