package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.finding.SourceRef;

/**
 * A persistent attribute.
 *
 * @param name its name
 * @param type its type, generics resolved
 * @param notes its annotations
 * @param place where it stands
 * @param generic whether its type is written as a type variable
 */
record JpaAttribute(String name, JavaType type, Notes notes, SourceRef place, boolean generic) {

    /** The same value seen without annotations, as that of a map's key is. */
    JpaAttribute as(JavaType other, Notes others) {
        return new JpaAttribute(name, other, others, place, generic);
    }
}
