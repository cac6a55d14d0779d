package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.jpa.Joins.Pair;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Attributes that refer to one entity. */
final class ToOnes {

    private final Binder binder;
    private final Binding binding;

    ToOnes(Binder binder) {
        this.binder = binder;
        this.binding = binder.binding;
    }

    List<JpaColumn> bind(JpaAttribute attribute, Scope scope) {
        Notes notes = attribute.notes();
        Note relation = notes.jpa("ManyToOne").or(() -> notes.jpa("OneToOne")).orElseThrow();
        if (relation.text("mappedBy").isPresent()) {
            return List.of();
        }
        JavaType type = relation.type("targetEntity").orElse(attribute.type());
        Optional<JpaEntity> found = binding.entity(type);
        if (found.isEmpty()) {
            binding.unsupported(
                    attribute.place(),
                    "The relation " + attribute.name() + " leads to " + type.name() + ", which is no entity.",
                    "targetEntity = <the entity's class>");
            return List.of();
        }
        JpaEntity target = found.get();
        Optional<Note> override = scope.overrides().association(scope.pathOf(attribute));
        Optional<Note> joinTable =
                override.flatMap(each -> each.note("joinTable")).or(() -> notes.jpa("JoinTable"));
        List<Note> written = override.map(each -> each.notes("joinColumns"))
                .filter(each -> !each.isEmpty())
                .orElse(Joins.written(notes));
        if (notes.has("PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns") && notes.has("OneToOne")) {
            return relation.says("optional", false) ? sharedKey(attribute, scope, target) : List.of();
        }
        if (joinTable.isPresent() && !scope.key()) {
            inTable(attribute, scope, target, joinTable.get(), relation);
            return List.of();
        }
        List<Pair> pairs = binder.joins.pairs(written, target, key -> JpaNames.joined(attribute.name(), key.logical()));
        JpaTable table = table(scope, written);
        List<JpaColumn> columns = columns(attribute, scope, pairs, table, relation);
        boolean optional = notes.hibernate("NotFound").isPresent();
        if (!optional) {
            Optional<Note> holder =
                    override.filter(each -> each.note("foreignKey").isPresent()).or(() -> notes.jpa("JoinColumns"));
            binder.joins.reference(
                    table,
                    columns,
                    pairs,
                    target,
                    Joins.constraint(holder, written),
                    Joins.onDelete(notes),
                    attribute.place());
        }
        if (notes.has("OneToOne") && !scope.key() && !columns.isEmpty()) {
            table.unique("", columns, attribute.place());
        }
        return columns;
    }

    private JpaTable table(Scope scope, List<Note> written) {
        return written.stream()
                .flatMap(each -> each.text("table").stream())
                .findFirst()
                .map(each -> scope.entity()
                        .secondary
                        .get(binding.names.physical(each).toLowerCase(Locale.ROOT)))
                .orElse(scope.table());
    }

    private List<JpaColumn> columns(
            JpaAttribute attribute, Scope scope, List<Pair> pairs, JpaTable table, Note relation) {
        boolean demanded = relation.says("optional", false);
        boolean required = demanded || new Constraints(binding.settings).isRequired(attribute, scope);
        boolean lax = scope.lax() && binding.settings.atLeast(7, 1);
        List<JpaColumn> columns = new ArrayList<>();
        for (Pair pair : pairs) {
            boolean nullable = !scope.key() && !pair.isRequired() && (!required || lax);
            JpaColumn column =
                    table.add(pair.column(binding.names, nullable, scope.pathOf(attribute), attribute.place())
                            .renamedFrom(pairs.size() == 1 ? Hints.renamedFrom(attribute.notes()) : ""));
            columns.add(column);
            if (demanded && !scope.embedded()) {
                scope.entity().demand(attribute, column.name());
            }
            if (pair.written() != null && pair.written().says("unique", true)) {
                table.unique("", List.of(column), attribute.place());
            }
        }
        return columns;
    }

    /** Both entities have the same key. */
    private List<JpaColumn> sharedKey(JpaAttribute attribute, Scope scope, JpaEntity target) {
        List<Note> written = Keys.written(attribute.notes(), List.of());
        List<Pair> pairs = binder.joins.pairs(List.of(), target, JpaColumn::logical);
        binder.joins.reference(
                scope.entity().table,
                scope.entity().key,
                pairs,
                target,
                Joins.constraint(Optional.empty(), written),
                Joins.onDelete(attribute.notes()),
                attribute.place());
        return scope.entity().key;
    }

    private void inTable(JpaAttribute attribute, Scope scope, JpaEntity target, Note written, Note relation) {
        JpaEntity owner = scope.entity();
        JpaTable table = new JoinTables(binder).table(attribute, scope, target, Optional.of(written));
        List<JpaColumn> key = new JoinTables(binder)
                .side(
                        table,
                        written.notes("joinColumns"),
                        owner,
                        JpaColumn::logical,
                        written.note("foreignKey"),
                        attribute.place(),
                        scope.pathOf(attribute),
                        false,
                        ReferentialAction.NO_ACTION);
        boolean nullable = !binding.settings.atLeast(7, 4) && !relation.says("optional", false);
        List<JpaColumn> columns = new JoinTables(binder)
                .side(
                        table,
                        written.notes("inverseJoinColumns"),
                        target,
                        each -> JpaNames.joined(attribute.name(), each.logical()),
                        written.note("inverseForeignKey"),
                        attribute.place(),
                        scope.pathOf(attribute),
                        nullable,
                        Joins.onDelete(attribute.notes()));
        table.key(key);
        if (attribute.notes().has("OneToOne")) {
            table.unique("", columns, attribute.place());
        }
    }
}
