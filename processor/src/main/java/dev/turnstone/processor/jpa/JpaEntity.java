package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JpaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An entity while its tables are put together. */
final class JpaEntity {

    /** How a hierarchy of entities is spread over tables. */
    enum Strategy {
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }

    final JpaClass type;
    final String name;
    final JpaEntity parent;
    final boolean property;
    final List<JpaAttribute> attributes;
    final List<JpaEntity> children = new ArrayList<>();
    final Overrides overrides = new Overrides();

    /** The primary and the secondary tables by the names in the source, in lower case. */
    final Map<String, JpaTable> secondary = new LinkedHashMap<>();

    /** The columns of the primary key in the order of the source; empty as long as they are not known. */
    final List<JpaColumn> key = new ArrayList<>();

    /** The columns of each attribute of the key, by path. */
    final Map<String, List<JpaColumn>> keyParts = new LinkedHashMap<>();

    /** The columns that each attribute of a row of this entity must fill, by attribute. */
    private final Map<String, List<String>> demanded = new TreeMap<>();

    JpaTable table;
    boolean keyed;

    /** Whether the database itself numbers new rows, in the column of the key. */
    boolean numbered;

    /**
     * An entity that has no tables yet.
     *
     * @param type its class
     * @param name its name in JPA
     * @param parent the entity that it extends; null for none
     * @param property whether its getters are persistent
     * @param attributes what it has beyond its parent
     */
    JpaEntity(JpaClass type, String name, JpaEntity parent, boolean property, List<JpaAttribute> attributes) {
        this.type = type;
        this.name = name;
        this.parent = parent;
        this.property = property;
        this.attributes = attributes;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** Notes that an attribute's column is never empty in a row of this entity. */
    void demand(JpaAttribute attribute, String column) {
        demanded.computeIfAbsent(attribute.name(), each -> new ArrayList<>()).add(column);
    }

    /** The columns that are never empty, but for those of the entities above. */
    List<String> demanded() {
        return demanded.values().stream().flatMap(List::stream).toList();
    }

    JpaEntity root() {
        return parent == null ? this : parent.root();
    }

    Strategy strategy() {
        return root().type
                .notes()
                .jpa("Inheritance")
                .flatMap(each -> each.constant("strategy"))
                .map(Strategy::valueOf)
                .orElse(Strategy.SINGLE_TABLE);
    }

    /** Whether the rows of this entity lie in a table of their own, which has all attributes. */
    boolean isUnion() {
        return strategy() == Strategy.TABLE_PER_CLASS;
    }

    /** Whether a subclass shares the table of its root. */
    boolean sharesTable() {
        return parent != null && strategy() == Strategy.SINGLE_TABLE;
    }

    /** The attributes whose columns are in this entity's own tables. */
    List<JpaAttribute> ownAttributes() {
        if (parent == null || !isUnion()) {
            return attributes;
        }
        List<JpaAttribute> all = new ArrayList<>(parent.ownAttributes());
        all.addAll(attributes);
        return all;
    }

    /** The attributes of the whole hierarchy up to the root. */
    List<JpaAttribute> allAttributes() {
        List<JpaAttribute> all = new ArrayList<>(parent == null ? List.of() : parent.allAttributes());
        all.addAll(attributes);
        return all;
    }

    /** All entities at and below this one. */
    List<JpaEntity> family() {
        List<JpaEntity> family = new ArrayList<>(List.of(this));
        children.forEach(each -> family.addAll(each.family()));
        return family;
    }

    boolean extendsOrIs(JpaEntity other) {
        return this == other || (parent != null && parent.extendsOrIs(other));
    }
}
