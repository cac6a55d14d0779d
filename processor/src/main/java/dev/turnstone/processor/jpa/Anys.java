package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attributes that refer to entities of several kinds: one column says of which kind, others have the key. */
final class Anys {

    private final Binder binder;

    Anys(Binder binder) {
        this.binder = binder;
    }

    List<JpaColumn> bind(JpaAttribute attribute, Scope scope) {
        Notes notes = attribute.notes();
        Optional<String> kind = notes.jpa("DiscriminatorColumn").flatMap(each -> each.text("name"));
        JpaAttribute discriminator = attribute.as(
                JavaType.of(
                        notes.hibernate("AnyDiscriminator")
                                        .flatMap(each -> each.constant("value"))
                                        .filter("INTEGER"::equals)
                                        .isPresent()
                                ? "java.lang.Integer"
                                : "java.lang.String"),
                new Notes(notes.jpa("Column").stream().toList()));
        List<JpaColumn> columns =
                new ArrayList<>(binder.basics.bind(discriminator, scope, kind.orElse(attribute.name())));
        JavaType key = notes.hibernate("AnyKeyJavaClass")
                .flatMap(each -> each.type("value"))
                .orElse(JavaType.of("java.lang.Long"));
        Optional<Note> join = Joins.written(notes).stream().findFirst();
        JpaAttribute reference = attribute.as(key, new Notes(List.of()));
        columns.addAll(binder.basics.bind(
                reference, scope, join.flatMap(each -> each.text("name")).orElse(attribute.name() + "_id")));
        return columns;
    }
}
