package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.jpa.Joins.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The primary keys of entities. One is made when it is first asked for, as keys may be made of those of others. */
final class Keys {

    private final Binder binder;
    private final Generators generators;

    Keys(Binder binder) {
        this.binder = binder;
        this.generators = new Generators(binder.binding);
    }

    /** The columns of an entity's key, in the order of the source. */
    List<JpaColumn> of(JpaEntity entity) {
        if (!entity.keyed) {
            entity.keyed = true;
            if (entity.parent == null || entity.isUnion()) {
                root(entity);
            } else {
                of(entity.parent);
                if (entity.sharesTable()) {
                    entity.key.addAll(entity.parent.key);
                } else {
                    joined(entity);
                }
            }
            entity.table.key(entity.key);
        }
        return entity.key;
    }

    private void root(JpaEntity entity) {
        Scope scope = Scope.of(entity, entity.table, true);
        for (JpaAttribute attribute : entity.allAttributes()) {
            Notes notes = attribute.notes();
            if (notes.has("Id", "EmbeddedId") && !isMapped(entity, "")) {
                entity.key.addAll(part(attribute, scope));
            } else if (notes.has("MapsId")) {
                entity.key.addAll(binder.bind(attribute, scope));
            }
        }
        List<JpaColumn> distinct = entity.key.stream().distinct().toList();
        entity.key.clear();
        entity.key.addAll(distinct);
        if (entity.numbered && entity.key.size() == 1) {
            JpaColumn numbered = entity.key.get(0).asIdentity();
            entity.key.set(0, numbered);
            entity.table.replace(numbered);
        }
        if (entity.key.isEmpty()) {
            binder.binding.findings.add(Finding.of(
                    Tag.NO_ID,
                    entity.type.place(),
                    "The entity " + entity.name + " has no identifier, so no row could be told from another.",
                    "@Id"));
        }
    }

    /** Adds an attribute of a key, unless a relation gives its columns. */
    List<JpaColumn> part(JpaAttribute attribute, Scope scope) {
        String path = scope.pathOf(attribute);
        String inner = path.substring(path.indexOf('.') + 1);
        if (!scope.path().isEmpty() && isMapped(scope.entity(), inner)) {
            return List.of();
        }
        if (scope.path().isEmpty()
                && !attribute.notes().has("EmbeddedId")
                && isMapped(scope.entity(), attribute.name())) {
            return List.of();
        }
        List<JpaColumn> columns = binder.bind(attribute, scope);
        if (generators.add(scope.entity(), attribute)) {
            scope.entity().numbered = true;
        }
        return columns;
    }

    /** Whether a relation with {@code @MapsId} stands for the whole key (an empty name) or for a part of it. */
    private static boolean isMapped(JpaEntity entity, String part) {
        for (JpaAttribute each : entity.allAttributes()) {
            Optional<Note> note = each.notes().jpa("MapsId");
            if (note.isPresent() && note.get().text("value").orElse("").equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** A subclass with a table of its own: its key refers to that of the entity above it. */
    private void joined(JpaEntity entity) {
        Notes notes = entity.type.notes();
        List<Note> written = written(notes, List.of());
        List<Pair> pairs = binder.joins.pairs(written, entity.parent, JpaColumn::logical);
        entity.key.addAll(reference(entity.table, pairs, entity.parent, notes, written, Optional.empty()));
    }

    /** The {@code @PrimaryKeyJoinColumn}s at a place, or those given. */
    static List<Note> written(Notes notes, List<Note> otherwise) {
        List<Note> written = notes.jpa("PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns");
        return written.isEmpty() ? otherwise : written;
    }

    private List<JpaColumn> reference(
            JpaTable table,
            List<Pair> pairs,
            JpaEntity target,
            Notes notes,
            List<Note> written,
            Optional<Note> holder) {
        List<JpaColumn> columns = new ArrayList<>();
        for (Pair pair : pairs) {
            columns.add(table.add(pair.column(
                    binder.binding.names,
                    false,
                    pair.target().path(),
                    pair.target().place())));
        }
        binder.joins.reference(
                table, columns, pairs, target, Joins.constraint(holder, written), Joins.onDelete(notes), table.place);
        return columns;
    }

    /** A secondary table: its key refers to that of the primary one. */
    void secondary(JpaEntity entity, JpaTable table, Note note) {
        List<Note> written = note.notes("pkJoinColumns");
        List<Pair> pairs = binder.joins.pairs(written, entity, JpaColumn::logical);
        table.key(reference(table, pairs, entity, new Notes(List.of()), written, Optional.of(note)));
    }
}
