package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.FieldType.Reference;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The primary keys that references need. The fields of a key may be references in turn, but not in a circle. */
final class Keys {

    private final Naming naming;
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<String, List<Column>> known = new HashMap<>();

    Keys(Naming naming) {
        this.naming = naming;
    }

    private record Target(DeclaredEntity entity, TableName table, boolean isOwn) {}

    /** Makes an entity known. */
    void add(DeclaredEntity entity, TableName table, boolean isOwn) {
        targets.put(entity.className(), new Target(entity, table, isOwn));
    }

    /** The table of an entity that has a key. */
    TableName table(String entity) {
        return targets.get(entity).table();
    }

    /** The columns of an entity's key, in its order; empty if it has none that could be found. */
    List<Column> of(String entity) {
        List<Column> key = known.get(entity);
        if (key == null) {
            key = targets.containsKey(entity) && !isInCircle(entity) ? find(entity) : List.of();
            known.put(entity, key);
        }
        return key;
    }

    private List<Column> find(String entity) {
        // What is wrong with these columns is said when their own table is assembled.
        ColumnAssembler columns = new ColumnAssembler(naming, this, new ArrayList<>());
        return AssembledColumn.key(idLeaves(entity).stream()
                .flatMap(leaf -> columns.columns(leaf).stream())
                .toList());
    }

    /** Why a reference found no key; empty if that is said elsewhere. */
    Optional<Finding> whyMissing(Leaf leaf, String entity) {
        Target target = targets.get(entity);
        if (target == null) {
            return Optional.of(Finding.of(
                    Tag.NOT_AN_ENTITY,
                    leaf.field().place(),
                    "The field refers to " + entity + ", which is no usable entity.",
                    "Mend that entity, or mark the field @Transient."));
        }
        if (leaf.id().isPresent() && isInCircle(entity)) {
            return Optional.of(Finding.of(
                    Tag.UNSUPPORTED_ENTITY,
                    leaf.field().place(),
                    "The key of " + entity
                            + " consists of references that lead back to itself, so no column has a type.",
                    "Give one of these entities an @Id field that is no reference."));
        }
        return target.isOwn()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Tag.NO_ID,
                        leaf.field().place(),
                        "The entity " + entity + " has no @Id field that a foreign key could refer to.",
                        "Add an @Id field to " + entity + "."));
    }

    private boolean isInCircle(String entity) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(keyReferences(entity));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (next.equals(entity)) {
                return true;
            }
            if (reached.add(next)) {
                open.addAll(keyReferences(next));
            }
        }
        return false;
    }

    private List<String> keyReferences(String entity) {
        return idLeaves(entity).stream()
                .filter(leaf -> leaf.field().type() instanceof Reference)
                .map(leaf -> ((Reference) leaf.field().type()).entity())
                .toList();
    }

    private List<Leaf> idLeaves(String entity) {
        return !targets.containsKey(entity)
                ? List.of()
                : Leaf.of(targets.get(entity).entity(), naming).leaves().stream()
                        .filter(leaf -> leaf.id().isPresent())
                        .toList();
    }
}
