package dev.turnstone.processor.jpa;

/**
 * Where an attribute stands.
 *
 * @param entity the entity that it belongs to in the end
 * @param table where its columns go unless it says otherwise
 * @param path what stands before its name in paths: empty, or attributes each with a dot behind it
 * @param overrides what is written farther out
 * @param key whether it is part of the primary key
 * @param lax whether rows of other entities lie in the table, which have no value for it
 * @param embedded whether it is inside of an embeddable or a collection
 * @param property whether getters count in embeddables
 * @param reach how far constraints of Bean Validation count
 */
record Scope(
        JpaEntity entity,
        JpaTable table,
        String path,
        Overrides overrides,
        boolean key,
        boolean lax,
        boolean embedded,
        boolean property,
        Constraints.Reach reach) {

    static Scope of(JpaEntity entity, JpaTable table, boolean key) {
        return new Scope(
                entity,
                table,
                "",
                entity.overrides,
                key,
                !key && entity.sharesTable(),
                false,
                entity.property,
                Constraints.Reach.ALL);
    }

    /** Inside of an embedded attribute. */
    Scope in(JpaAttribute attribute) {
        return new Scope(
                entity,
                table,
                pathOf(attribute) + ".",
                overrides,
                key,
                lax,
                true,
                property,
                reach.in(attribute.notes()));
    }

    /** The embedded values of a collection, in a table of their own. */
    Scope elements(JpaTable other, String attribute, boolean inKey) {
        return new Scope(
                entity, other, path + attribute + ".", overrides, inKey, false, true, property, Constraints.Reach.NONE);
    }

    /** The plain values of a collection, in a table of their own. */
    Scope values(JpaTable other) {
        return new Scope(entity, other, path, overrides, false, false, true, property, Constraints.Reach.NONE);
    }

    String pathOf(JpaAttribute attribute) {
        return path + attribute.name();
    }
}
