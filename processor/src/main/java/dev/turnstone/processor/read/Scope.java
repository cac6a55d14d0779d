package dev.turnstone.processor.read;

import dev.turnstone.processor.read.Members.Member;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * Where the fields that are read stand: in the entity itself, or in something that it embeds.
 *
 * @param path what stands before their paths, such as {@code home.}
 * @param isId whether they are part of the primary key
 * @param canBeAbsent whether the object that holds them may be null
 * @param fromSource whether all fields on the way to them were read from source
 * @param embedding the embeddable types on the way to them
 */
record Scope(String path, boolean isId, boolean canBeAbsent, boolean fromSource, List<TypeElement> embedding) {

    static final Scope ENTITY = new Scope("", false, false, true, List.of());

    boolean isEmbedded() {
        return !embedding.isEmpty();
    }

    boolean embeds(TypeElement type) {
        return embedding.contains(type);
    }

    Scope embedding(Member member, TypeElement type, boolean id, Nullability nullability) {
        List<TypeElement> types = new ArrayList<>(embedding);
        types.add(type);
        return new Scope(
                path + member.field().getSimpleName() + ".",
                id,
                canBeAbsent || Nullness.isNullable(member.field(), member.type()),
                fromSource && nullability.isFromSource(member.field()),
                types);
    }
}
