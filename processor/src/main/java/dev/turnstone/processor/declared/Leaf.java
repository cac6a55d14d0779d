package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.DeclaredField.KeyPart;
import dev.turnstone.processor.declared.FieldType.Embedded;
import dev.turnstone.processor.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field that has columns of its own, wherever it is embedded.
 *
 * @param field the field
 * @param path the names of the fields that lead to it, such as {@code home.street}
 * @param oldPath the same before the embedding fields were renamed
 * @param prefix what stands before its columns' names
 * @param oldPrefix what stood there before the embedding fields were renamed
 * @param id the part in the primary key, by its own annotation or by that of a field that embeds it
 * @param root the field of the entity that leads to it, which is the field itself unless it is embedded
 */
record Leaf(
        DeclaredField field,
        String path,
        String oldPath,
        String prefix,
        String oldPrefix,
        Optional<KeyPart> id,
        SourceRef root) {

    /** The old name that the field itself gives. */
    Optional<String> renamedFrom() {
        return field.column().renamedFrom().map(Placed::value);
    }

    boolean isEmbedded() {
        return path.indexOf('.') >= 0;
    }

    /**
     * A field that embeds others.
     *
     * @param field the field
     * @param embedded what it embeds
     * @param path its path
     * @param prefix what stands before its columns' names
     */
    record Group(DeclaredField field, Embedded embedded, String path, String prefix) {}

    /**
     * All fields of an entity as a list.
     *
     * @param leaves those with columns of their own
     * @param groups those that embed others
     */
    record Fields(List<Leaf> leaves, List<Group> groups) {}

    static Fields of(DeclaredEntity entity, Naming naming) {
        Walk walk = new Walk(naming);
        for (DeclaredField field : entity.fields()) {
            walk.visit(new Leaf(field, field.name(), field.name(), "", "", field.id(), field.place()));
        }
        return new Fields(walk.leaves, walk.groups);
    }

    private static final class Walk {
        private final Naming naming;
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();

        Walk(Naming naming) {
            this.naming = naming;
        }

        void visit(Leaf here) {
            if (!(here.field().type() instanceof Embedded embedded)) {
                leaves.add(here);
                return;
            }
            String derived = naming.embeddedPrefix(here.field().name());
            String prefix = here.prefix() + embedded.prefix().map(Placed::value).orElse(derived);
            String oldPrefix = here.oldPrefix()
                    + embedded.prefix()
                            .map(Placed::value)
                            .orElseGet(() -> here.renamedFrom()
                                    .map(naming::embeddedPrefix)
                                    .orElse(derived));
            String oldPath = here.renamedFrom()
                            .map(from ->
                                    here.oldPath().substring(0, here.oldPath().lastIndexOf('.') + 1) + from)
                            .orElse(here.oldPath())
                    + ".";
            groups.add(new Group(here.field(), embedded, here.path(), prefix));
            for (DeclaredField inner : embedded.fields()) {
                String path = here.path() + "." + inner.name();
                visit(new Leaf(
                        inner,
                        path,
                        oldPath + inner.name(),
                        prefix,
                        oldPrefix,
                        here.id().or(inner::id),
                        here.root()));
            }
        }
    }
}
