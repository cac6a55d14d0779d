package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes columns and tables of attributes, each kind by its own class. */
final class Binder {

    final Binding binding;
    final Basics basics;
    final Keys keys;
    final Joins joins;
    private final ToOnes toOnes;
    private final Collections collections;

    Binder(Binding binding) {
        this.binding = binding;
        this.basics = new Basics(binding);
        this.keys = new Keys(this);
        this.joins = new Joins(binding, keys);
        this.toOnes = new ToOnes(this);
        this.collections = new Collections(this);
    }

    /** The attributes of an entity, and of those below it, that are not part of its key. */
    void bind(JpaEntity entity) {
        keys.of(entity);
        Scope scope = Scope.of(entity, entity.table, false);
        for (JpaAttribute attribute : entity.ownAttributes()) {
            if (!attribute.notes().has("Id", "EmbeddedId", "MapsId")) {
                bind(attribute, scope);
            }
        }
        entity.children.forEach(this::bind);
    }

    /**
     * Adds the columns of an attribute.
     *
     * @param attribute the attribute
     * @param scope where it stands
     * @return its columns; those that wait for other entities are not among them
     */
    List<JpaColumn> bind(JpaAttribute attribute, Scope scope) {
        Notes notes = attribute.notes();
        if (notes.hibernate("Formula").isPresent()
                || notes.hibernate("JoinFormula").isPresent()
                || notes.hibernate("JoinColumnsOrFormulas").isPresent()) {
            return List.of();
        }
        if (notes.has("ManyToOne", "OneToOne")) {
            if (scope.key()) {
                return toOnes.bind(attribute, scope);
            }
            binding.later(() -> toOnes.bind(attribute, scope));
            return List.of();
        }
        if (notes.has("OneToMany", "ManyToMany", "ElementCollection")
                || notes.hibernate("ManyToAny").isPresent()) {
            binding.later(() -> collections.bind(attribute, scope));
            return List.of();
        }
        if (notes.hibernate("Any").isPresent()) {
            return new Anys(this).bind(attribute, scope);
        }
        Optional<JpaClass> embeddable = embeddable(attribute);
        return embeddable.isPresent() ? embed(attribute, embeddable.get(), scope) : basics.bind(attribute, scope);
    }

    /** The class whose attributes an attribute is made of. */
    Optional<JpaClass> embeddable(JpaAttribute attribute) {
        Notes notes = attribute.notes();
        boolean one = notes.hibernate("JdbcTypeCode").isPresent()
                || notes.hibernate("JdbcType").isPresent()
                || notes.hibernate("Type").isPresent()
                || Conversions.whole(notes).flatMap(each -> each.type("converter")).isPresent();
        return binding.model
                .find(attribute.type().name())
                .filter(type -> !one
                        && (notes.has("Embedded", "EmbeddedId") || type.notes().has("Embeddable")));
    }

    List<JpaColumn> embed(JpaAttribute attribute, JpaClass type, Scope scope) {
        new Unsupported(binding).check(attribute, type);
        scope.overrides().add(scope.pathOf(attribute) + ".", attribute.notes());
        Scope inner = scope.in(attribute);
        List<JpaColumn> columns = new ArrayList<>();
        for (JpaAttribute each : resolved(attribute, type, scope)) {
            columns.addAll(scope.key() ? keys.part(each, inner) : bind(each, inner));
        }
        return columns;
    }

    private List<JpaAttribute> resolved(JpaAttribute attribute, JpaClass type, Scope scope) {
        Map<String, JavaType> variables = new HashMap<>();
        for (int i = 0; i < type.variables().size(); i++) {
            variables.put(type.variables().get(i), attribute.type().argument(i));
        }
        // Hibernate keeps the attributes of embeddables by name, which shows in keys of several columns.
        return binding.attributes.of(type, scope.property()).stream()
                .map(each -> each.as(each.type().resolve(variables), each.notes()))
                .sorted(Comparator.comparing(JpaAttribute::name))
                .toList();
    }
}
